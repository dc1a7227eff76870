package org.cellist.app.ui.cell;

import javafx.event.EventTarget;
import javafx.scene.control.IndexRange;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.Region;
import org.cellist.app.notebook.find.Match;
import org.cellist.app.ui.editor.CaretEdge;
import org.cellist.app.ui.editor.TextCommand;
import org.cellist.app.ui.editor.caret.Carets;
import org.jspecify.annotations.Nullable;

/// The part of a row right of the gutter, of one kind of cell. Made to be recycled.
///
/// Confined to the JavaFX Application Thread.
sealed interface CellBody permits CodeBody, TextBody {

    Region region();

    /// Shows a cell, in place of the one before.
    void show(CellViewModel model);

    /// Lets go of the cell and of everything that costs memory or time.
    void park();

    /// Gives keys to the text, with the caret where it is.
    void focusText();

    /// Gives keys to the text, with the caret at that end.
    void focusText(CaretEdge edge);

    /// Returns whether something happens in a form to which keys go already.
    boolean keeps(EventTarget target);

    /// Gives keys to the line in which the cell's question is answered, if it asks.
    void focusInput();

    /// Returns before which character of the source the caret stands.
    int caret();

    /// Puts the carets there.
    void select(Carets carets);

    /// Changes the lines of the source that the selection touches.
    void perform(TextCommand command);

    /// Puts the caret after a range of the source, without taking keys, and returns where the range
    /// is; null while the source is not shown.
    @Nullable RowPart showSource(int start, int end);

    /// Selects a range of the source.
    void select(int start, int end);

    /// Returns the range of the source that is selected, or where the caret stands.
    IndexRange selection();

    /// Selects a match in an output, where that can be done, and returns where it is; null when the
    /// output is not shown.
    @Nullable RowPart showOutput(int index, Match match);

    /// Attaches the pictures that a clipboard holds; false when there are none, or none are taken.
    boolean attach(Clipboard content);

    /// Brings text that an input method still composes into the document.
    void commitComposition();
}
