package org.cellist.app.ui.output;

import javafx.geometry.Bounds;

/// What can be done with the outputs of a cell, beyond copying them.
///
/// Confined to the JavaFX Application Thread.
public interface OutputActions {

    /// Opens them in a window of their own, at that one of them.
    void open(int index);

    /// Scrolls so that a part of them is seen.
    ///
    /// @param box in which they are shown
    /// @param place of the part, in pixels of the box
    void reveal(OutputBox box, Bounds place);

    /// Empties them.
    void clear();

    /// Collapses them.
    void collapse();

    /// Limits their height.
    void limit(boolean isLimited);
}
