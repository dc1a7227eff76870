package org.cellist.app.ui.page;

import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.ui.keys.KeyPlace;
import org.jspecify.annotations.Nullable;

/// One file as it stands in a tab of the window: a notebook, a text, a picture.
///
/// Confined to the JavaFX Application Thread.
public interface NotebookPage {

    /// The node that fills the tab. Always the same one.
    Node view();

    /// Where the person stands; changes with every move of the selection.
    ReadOnlyObjectProperty<PageSelection> selectionProperty();

    /// What is known to be wrong in the code; nothing on a page that has none.
    default ReadOnlyObjectProperty<PageProblems> problemsProperty() {
        return PageProblems.NEVER_ANY;
    }

    /// Gives keys to the selected cell.
    void focus();

    /// Returns whether a command is one for this kind of file. One that runs cells is for notebooks
    /// alone.
    boolean can(PageCommand command);

    /// Selects a cell and scrolls so that it begins in view. Nothing in a page without cells.
    default void show(CellId cell) {}

    /// Puts the caret on a line. Nothing in a page that is no text.
    ///
    /// @param line 1 for the first; the last one when there are fewer
    /// @param column 1 before the first character, in UTF-16 units; a shorter line has its end
    // taken
    default void showLine(int line, int column) {}

    /// Returns where the person stands; null where that is no place of its own.
    default @Nullable PagePlace place() {
        return null;
    }

    /// Goes to a place that [#place] said; nothing if it is gone.
    default void show(PagePlace place) {}

    /// Sets who is asked to go to other pages. Nothing for a page from which no way leads.
    default void setSite(PageSite site) {}

    /// Does what a command says; nothing where it makes no sense now.
    void perform(PageCommand command);

    /// Selects a range of a cell's source and gives it the keys.
    default void showText(CellId cell, int start, int end) {}

    /// Inserts cells below the selection in one step, and selects them. Nothing in a page without
    /// cells.
    default void insertCells(List<Cell> cells) {}

    /// Returns the cells that are selected, in their order; none in a page without cells.
    default List<Cell> selectedCells() {
        return List.of();
    }

    /// Returns what is tried out beside this file, always the same; null where nothing can be run,
    /// and on the page of what is tried out itself.
    default @Nullable Scratch scratch() {
        return null;
    }

    /// Inserts below the selection the cells that are dragged here from another page; anything else
    /// that is dragged is left alone, and a page without cells takes none.
    ///
    /// @param gestureSource the node that the gesture of the mouse came from
    /// @param copies whether the other page keeps them as well
    default void takeDragged(@Nullable Object gestureSource, boolean copies) {}

    /// Returns what a key means here; in a field of text that is no cell's, nothing of the page's.
    Set<KeyPlace> keyPlaces(KeyEvent event);

    /// Returns whether a key is to do nothing at all: it was meant for a text that is gone.
    boolean dropsKey(KeyEvent event);

    /// Brings text that an input method still composes into the document; call before saving.
    void commitComposition();

    /// Returns whether something was typed beside the document that closing it would lose.
    default boolean hasUnapplied() {
        return false;
    }

    /// Forgets the session's listeners and gives up its nodes.
    void close();
}
