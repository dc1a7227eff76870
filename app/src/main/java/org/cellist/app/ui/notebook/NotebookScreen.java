package org.cellist.app.ui.notebook;

import org.cellist.app.notebook.model.CellId;
import org.cellist.app.ui.editor.CaretEdge;
import org.cellist.app.ui.editor.TextCommand;
import org.cellist.app.ui.editor.caret.Carets;
import org.cellist.app.ui.page.PageCommand;
import org.jspecify.annotations.Nullable;

/// What the notebook's view model asks of its view.
///
/// Confined to the JavaFX Application Thread.
interface NotebookScreen {

    /// Opens the outputs of a cell in a window of their own, at that one of them.
    void openOutputs(CellId cell, int index);

    /// Says for a moment why a command did nothing.
    void tell(String words);

    /// Scrolls by as little as shows the cell.
    void reveal(CellId cell);

    /// Scrolls by as little as shows a part of the cell's row, in its own pixels.
    void reveal(CellId cell, double top, double bottom);

    /// Gives keys to the cell's text.
    ///
    /// @param edge the end at which the caret stands; null to leave it where it is
    void focusText(CellId cell, @Nullable CaretEdge edge);

    /// Returns where the person stands in the cell's source; null when keys go elsewhere.
    @Nullable TextPlace place(CellId cell);

    /// Puts the carets of the cell's source there.
    void select(CellId cell, Carets carets);

    /// Changes the lines of the cell's text that the selection touches.
    void perform(CellId cell, TextCommand command);

    /// Does what a command of the page says.
    void perform(PageCommand command);

    /// Attaches the pictures of the system's clipboard to a cell; false when there are none, or
    /// the cell takes none.
    boolean attachPasted(CellId cell);

    /// Takes keys from the text.
    void focusPage();

    /// Takes keys from a text that another program has taken away. What is typed on was meant for
    /// that text, and is no command until the person moves.
    void textGone();

    /// A cell asks for input, or no longer does: shows where, unless another cell is edited.
    void questionChanged();

    /// Builds the row of a cell anew, because its type changed.
    void renew(CellId cell);

    /// Brings text that an input method still composes into the document.
    void commitComposition();
}
