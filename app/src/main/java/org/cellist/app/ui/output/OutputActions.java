package org.cellist.app.ui.output;

/// What can be done with the outputs of a cell, beyond copying them.
///
/// Confined to the JavaFX Application Thread.
public interface OutputActions {

    /// Opens them in a window of their own, at that one of them.
    void open(int index);

    /// Empties them.
    void clear();

    /// Collapses them.
    void collapse();

    /// Limits their height.
    void limit(boolean isLimited);
}
