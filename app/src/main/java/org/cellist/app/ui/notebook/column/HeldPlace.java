package org.cellist.app.ui.notebook.column;

/// A place of a list that stays where it is in the viewport while every row gets another size.
///
/// Immutable.
///
/// @param index the item
/// @param part how far down in the item, as a part of its height; below 0 in the space above it
/// @param y where in the viewport, in pixels
record HeldPlace(int index, double part, double y) {

    /// Finds what lies at that height of the viewport.
    static HeldPlace at(ScrollPosition position, ItemHeights heights, double y) {
        int index = Math.min(position.index(), heights.size() - 1);
        double top = -position.offset();
        while (index < heights.size() - 1 && top + heights.height(index) <= y) {
            top += heights.height(index);
            index++;
        }
        return new HeldPlace(index, (y - top) / Math.max(1, heights.height(index)), y);
    }

    /// Returns where the list stands when the item has that height.
    ScrollPosition position(double height) {
        return new ScrollPosition(index, part * height - y);
    }
}
