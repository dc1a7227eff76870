package org.cellist.app.ui.notebook.column;

import javafx.scene.layout.Region;

/// Makes and takes back the nodes of a [VirtualColumn].
///
/// Confined to the JavaFX Application Thread.
///
/// @param <K> names an item; equal keys are the same item
public interface ItemNodes<K> {

    /// Returns a node that shows the item, recycled where possible.
    Region show(K item);

    /// Takes back a node that is no longer near the viewport.
    void release(K item, Region node);

    /// Guesses the height of an item that was never shown, in pixels; cheap.
    double estimate(K item, double width);
}
