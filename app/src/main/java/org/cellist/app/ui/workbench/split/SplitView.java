package org.cellist.app.ui.workbench.split;

import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;

/// Draws an arrangement, with dividers that can be dragged.
///
/// Confined to the JavaFX Application Thread.
///
/// @param <G> a group
public class SplitView<G> extends StackPane {

    /// Shows that arrangement in place of the one before.
    ///
    /// @param nodes the node of each group, always the same one
    protected final void show(Arrangement<G> arrangement, Function<G, ? extends Node> nodes) {
        getChildren().forEach(SplitView::release);
        getChildren().setAll(node(arrangement, nodes));
        applyCss(); // else what lies in a pane that is new cannot have the keys yet
    }

    /// A node that a pane holds cannot go into another one.
    private static void release(Node node) {
        if (node instanceof SplitPane pane) {
            pane.getItems().forEach(SplitView::release);
            pane.getItems().clear();
        }
    }

    private static <G> Node node(Arrangement<G> part, Function<G, ? extends Node> nodes) {
        return switch (part) {
            case Arrangement.One<G>(var group) -> nodes.apply(group);
            case Arrangement.Parts<G>(var direction, var parts) -> {
                var pane = new SplitPane();
                pane.getStyleClass().add("page-split");
                pane.setOrientation(direction);
                parts.forEach(each -> pane.getItems().add(node(each, nodes)));
                for (int i = 1; i < parts.size(); i++) {
                    pane.setDividerPosition(i - 1, (double) i / parts.size());
                }
                yield pane;
            }
        };
    }
}
