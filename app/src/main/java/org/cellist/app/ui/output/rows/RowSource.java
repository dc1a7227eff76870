package org.cellist.app.ui.output.rows;

import javafx.scene.layout.Region;

/// The rows that a [RowsView] shows.
///
/// Confined to the JavaFX Application Thread.
///
/// @param <N> the node of a row
public interface RowSource<N extends Region> {

    int count();

    /// Makes a node for any row.
    N create();

    /// Lets a node show a row in place of the one it showed.
    void fill(N node, int row);
}
