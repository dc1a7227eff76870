package org.cellist.app.ui.output.find;

/// A node that does not show all it has.
///
/// Confined to the JavaFX Application Thread.
public interface Expandable {

    /// Shows more. Returns false when there was nothing more to show.
    boolean expand();
}
