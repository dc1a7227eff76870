package org.cellist.app.ui.notebook.drag;

import java.util.List;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;

/// What a drag of cells asks of the page that it begins on, or ends on.
///
/// Confined to the JavaFX Application Thread.
///
/// @param <K> names a row of the page
public interface DragSite<K> {

    /// Returns the cells that a drag takes along: the selected ones, with what they hide.
    List<CellId> selected();

    /// Returns the level of the heading when one collapsed section alone is selected, 1 to 6; 0 for
    /// all else.
    int sectionLevel();

    List<Cell> cells(List<CellId> ids);

    /// Returns before which cell one comes that is dropped above a row.
    int before(K row);

    /// Returns before which cell one comes that is dropped below a row and what it hides.
    int after(K row);

    /// Returns the next place at which a section of that level takes in no cells of another.
    int placeFor(int sectionLevel, int index);

    /// Returns the row of the cell at a position, or of what stands below the last one.
    K row(int index);

    /// Returns whether its cells are a notebook's, which a file keeps.
    boolean isKept();

    /// Puts cells of this page before the cell at that position, in one step.
    void move(List<CellId> cells, int index);

    /// Inserts copies of cells, or cells of another page, in one step.
    void insert(List<Cell> cells, int index);

    /// Takes cells out, because another page has them now.
    void remove(List<CellId> cells);

    /// A drag begins or ends: the row of the cell that was grabbed must live as long as it lasts.
    void holdsChanged();
}
