package org.cellist.app.ui.theme;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;

/// Makes a scroll bar show where a long list stands. JavaFX's thumb shrinks to nothing in one: here
/// it stays long enough to be seen and dragged.
///
/// Confined to the JavaFX Application Thread.
public final class ScrollThumb {

    private static final double SHORTEST = 28; // pixels
    private static final double LARGEST_SHARE_OF_SHORTEST = 0.5; // of a short bar

    private ScrollThumb() {}

    /// Sets the place and the length of the thumb. The bar has its size already.
    ///
    /// @param value how much of the list is before what is in sight
    /// @param most the largest value that there is; 0 if all is in sight
    /// @param share of the list that is in sight, from 0 to 1
    public static void show(ScrollBar bar, double value, double most, double share) {
        double track =
                bar.getOrientation() == Orientation.VERTICAL ? bar.getHeight() : bar.getWidth();
        double least = track > 0 ? Math.min(LARGEST_SHARE_OF_SHORTEST, SHORTEST / track) : 0;
        bar.setMax(most);
        bar.setVisibleAmount(most * Math.min(1, Math.max(least, share)));
        bar.setValue(value);
    }
}
