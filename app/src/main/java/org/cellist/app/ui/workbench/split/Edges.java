package org.cellist.app.ui.workbench.split;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Side;
import org.jspecify.annotations.Nullable;

/// The edges of a place, at which it can be split. Immutable.
public final class Edges {

    private static final double NEAR = 0.22; // of the width or the height

    private Edges() {}

    /// Returns the side that a point is near, null in the middle.
    public static @Nullable Side sideAt(Bounds place, double x, double y) {
        double across = (x - place.getMinX()) / place.getWidth();
        double down = (y - place.getMinY()) / place.getHeight();
        double nearest = Math.min(Math.min(across, 1 - across), Math.min(down, 1 - down));
        if (!(nearest < NEAR)) {
            return null;
        }
        if (nearest == across) {
            return Side.LEFT;
        }
        if (nearest == 1 - across) {
            return Side.RIGHT;
        }
        return nearest == down ? Side.TOP : Side.BOTTOM;
    }

    /// Returns the half of a place at a side.
    public static Bounds half(Bounds place, Side side) {
        double width = side.isVertical() ? place.getWidth() / 2 : place.getWidth();
        double height = side.isVertical() ? place.getHeight() : place.getHeight() / 2;
        double x = side == Side.RIGHT ? place.getMaxX() - width : place.getMinX();
        double y = side == Side.BOTTOM ? place.getMaxY() - height : place.getMinY();
        return new BoundingBox(x, y, width, height);
    }
}
