package org.cellist.app.ui.cell;

import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.NotebookEdit;
import org.cellist.app.ui.editor.CaretEdge;
import org.cellist.app.ui.editor.caret.CaretsAround;
import org.cellist.app.ui.page.PageCommand;

/// What a cell asks of its notebook.
///
/// Confined to the JavaFX Application Thread.
public interface CellActions {

    /// Makes a change of the document.
    void apply(NotebookEdit edit);

    /// Makes a change of a cell's text at several carets.
    ///
    /// @param carets come back when the change is taken back and made again
    void apply(NotebookEdit edit, CaretsAround carets);

    /// Selects a cell alone, or all from the one where the selection began to this one.
    void select(CellId cell, boolean extend);

    /// Adds a cell to those selected, or takes it from them.
    void toggleSelected(CellId cell);

    /// Gives keys to the text of a cell.
    void edit(CellId cell);

    /// Keys go to a control of the cell's form: the cell is selected.
    void enterForm(CellId cell);

    /// Takes keys from the text, and leaves the cell selected.
    void leaveEditing();

    /// The caret went over an edge of the text: on to the neighbour.
    void leave(CellId cell, CaretEdge edge);

    /// Runs one cell, wherever the selection is.
    void run(CellId cell);

    /// Interrupts what runs.
    void interrupt();

    /// Answers the running cell's question.
    void answer(String line);

    /// Moves a cell by that many places, up when negative.
    void move(CellId cell, int places);

    void remove(CellId cell);

    /// Collapses the section that a cell's heading begins, or shows it again.
    void toggleSection(CellId heading);

    /// Does what a command says to a cell, which is selected unless it is among those that are.
    void perform(CellId cell, PageCommand command);

    /// Opens the outputs of a cell in a window of their own, at that one of them.
    void openOutputs(CellId cell, int index);

    void changeType(CellId cell, CellType type);

    /// Inserts an empty cell above another one, and edits it.
    void insertAbove(CellId cell, CellType type);

    /// Scrolls so that a part of a cell is seen.
    ///
    /// @param top of the part, in pixels from the top of the cell's row
    /// @param bottom of the part
    void reveal(CellId cell, double top, double bottom);
}
