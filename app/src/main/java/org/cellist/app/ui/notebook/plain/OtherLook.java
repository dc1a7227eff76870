package org.cellist.app.ui.notebook.plain;

import javafx.scene.layout.Region;

/// Another way to look at a text than its letters.
///
/// Confined to the JavaFX Application Thread.
interface OtherLook {

    Region node();

    /// Shows that text. Costs nothing when it is the same.
    void show(String text);

    /// Gives keys to it.
    void focus();

    /// Lets go of everything that costs memory or time.
    void parked();
}
