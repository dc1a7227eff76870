package org.cellist.app.ui.notebook.column;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The block of the first visible item that a reader has at the top of the viewport.
///
/// An item that grows above its visible part, because an image or a formula came late, would push
/// down what is read. The block's place before the layout and after it tell by how much.
///
/// Confined to the JavaFX Application Thread.
final class ReadingAnchor {

    private static final int DEEPEST = 6;

    private final @Nullable Node block;
    private final double before;
    private final double zoom;

    private ReadingAnchor(@Nullable Node block, double before, double zoom) {
        this.block = block;
        this.before = before;
        this.zoom = zoom;
    }

    /// Remembers the block at the viewport's top edge, which lies at y = 0 of the item's parent.
    ///
    /// @param item the first visible item's node as laid out last, null when it has none
    /// @param newWidth the text will wrap anew, so that no block keeps its place
    /// @param zoom pixels of the viewport for one of the item
    static ReadingAnchor in(@Nullable Region item, boolean newWidth, double zoom) {
        if (item == null || newWidth || item.getLayoutY() >= 0 || !item.isNeedsLayout()) {
            return new ReadingAnchor(null, 0, zoom);
        }
        Node block = blockAt(item, -item.getLayoutY() / zoom, 0);
        return block.equals(item)
                ? new ReadingAnchor(null, 0, zoom)
                : new ReadingAnchor(block, topIn(item, block), zoom);
    }

    /// Lays the item out at its new height and returns how far the block moved down, in pixels of
    /// the viewport.
    double movedBy(@Nullable Region item) {
        if (block == null || item == null || block.getScene() == null) {
            return 0;
        }
        item.resize(item.getWidth(), Math.ceil(item.prefHeight(item.getWidth())));
        item.layout();
        return (topIn(item, block) - before) * zoom;
    }

    private static Node blockAt(Node node, double y, int depth) {
        if (depth < DEEPEST && node instanceof Parent parent) {
            for (var child : parent.getChildrenUnmodifiable()) {
                var bounds = child.getBoundsInParent();
                if (child.isManaged() && bounds.getMinY() <= y && y < bounds.getMaxY()) {
                    return blockAt(child, y - child.getLayoutY(), depth + 1);
                }
            }
        }
        return node;
    }

    private static double topIn(Region item, Node block) {
        double top = 0;
        for (Node node = block; node != null && !node.equals(item); node = node.getParent()) {
            top += node.getLayoutY();
        }
        return top;
    }
}
