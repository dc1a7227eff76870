package org.cellist.app.ui.cell;

/// What a cell's section hides. Immutable.
///
/// @param collapsed whether the section that the cell's heading begins is collapsed
/// @param hidden how many cells that hides
public record SectionState(boolean collapsed, int hidden) {

    /// Nothing is hidden.
    public static final SectionState OPEN = new SectionState(false, 0);
}
