package org.cellist.app.ui.output.rich;

import javafx.scene.Node;
import javafx.scene.layout.Region;

/// What can be folded away: the content below a summary.
///
/// Confined to the JavaFX Application Thread.
final class Folds {

    private static final String CONTENT = "details-content";

    private Folds() {}

    /// Lets a triangle say whether the content is open.
    static void connect(Region content, Region triangle) {
        content.visibleProperty().bind(content.managedProperty());
        content.managedProperty().subscribe(open -> triangle.setRotate(open ? 90 : 0));
    }

    /// Opens all that a node is folded away in.
    static void openAround(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.getStyleClass().contains(CONTENT)) {
                each.setManaged(true);
            }
        }
    }
}
