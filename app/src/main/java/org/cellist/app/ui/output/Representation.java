package org.cellist.app.ui.output;

import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// One way to show a MIME bundle.
///
/// Confined to the JavaFX Application Thread.
interface Representation {

    /// Makes the nodes; null when this way cannot be gone.
    ///
    /// @param broken is called, then or later, when it turns out that there is nothing to see
    @Nullable Shown show(Runnable broken);

    /// Nodes and what ends them.
    record Shown(Region region, Runnable parked) {

        /// Nodes that need no end.
        static Shown of(Region region) {
            return new Shown(region, () -> {});
        }
    }
}
