package org.cellist.app.ui.cell;

/// A part of a cell's row that is to be seen. Immutable.
///
/// @param top in pixels from the top of the row
/// @param bottom in the same
public record RowPart(double top, double bottom) {

    RowPart movedBy(double pixels) {
        return new RowPart(top + pixels, bottom + pixels);
    }
}
