package org.cellist.app.ui.page;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellType;

/// One notebook as it stands in a tab of the window.
///
/// Commands never fail: one that makes no sense now (undo with nothing to undo) does nothing.
///
/// Confined to the JavaFX Application Thread.
public interface NotebookPage {

    /// The node that fills the tab. Always the same one.
    Node view();

    /// Where the person stands; changes with every move of the selection.
    ReadOnlyObjectProperty<PageSelection> selectionProperty();

    /// Gives keys to the selected cell.
    void focus();

    /// Selects a cell and scrolls so that it begins in view.
    void show(CellId cell);

    /// Selects a range of a cell's source and gives it the keys.
    void showText(CellId cell, int start, int end);

    void find(FindWish what);

    void run(RunWhat what);

    /// Inserts an empty cell below the selection and selects it.
    void insert(CellType type);

    void change(CellChange what);

    /// Empties the outputs of the selected cells.
    void clearSelectedOutputs();

    /// Empties the outputs of all cells.
    void clearAllOutputs();

    /// Takes the last edit of the notebook back and shows where it was.
    void undo();

    /// Makes the last edit that was taken back again.
    void redo();

    /// Brings text that an input method still composes into the document; call before saving.
    void commitComposition();

    /// Forgets the session's listeners and gives up its nodes.
    void close();
}
