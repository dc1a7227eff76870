package org.cellist.app.ui.output;

import javafx.scene.layout.Region;
import org.cellist.app.notebook.model.CellOutput;

/// The nodes of one output.
///
/// Confined to the JavaFX Application Thread.
interface OutputNode {

    Region region();

    /// Shows a newer version of the same output. Returns false when that needs other nodes.
    boolean update(CellOutput newer);

    /// Ends what still goes on for it, because the nodes are thrown away.
    void parked();

    /// Nodes that never change.
    record Fixed(Region region) implements OutputNode {

        @Override
        public boolean update(CellOutput newer) {
            return false;
        }

        @Override
        public void parked() {}
    }
}
