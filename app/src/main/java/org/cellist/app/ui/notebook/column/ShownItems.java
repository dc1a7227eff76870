package org.cellist.app.ui.notebook.column;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The items of a list, the nodes that some of them have, and the heights of all.
///
/// Confined to the JavaFX Application Thread.
///
/// @param <K> names an item
final class ShownItems<K> {

    private final ItemNodes<K> nodes;
    private final ObservableList<Node> children;
    private final ItemHeights heights = new ItemHeights();
    private final Map<K, Region> shown = new HashMap<>();
    private final Map<K, Region> prepared = new HashMap<>(); // not in the scene yet
    private final Map<K, Double> likelyHeights = new HashMap<>(); // the last ones, else guesses
    private List<K> items = List.of();
    private double width = -1;

    ShownItems(ItemNodes<K> nodes, ObservableList<Node> children) {
        this.nodes = nodes;
        this.children = children;
    }

    List<K> items() {
        return items;
    }

    int size() {
        return items.size();
    }

    ItemHeights heights() {
        return heights;
    }

    double width() {
        return width;
    }

    void setItems(List<K> newItems) {
        var before = items;
        items = List.copyOf(newItems);
        resetHeights();
        var kept = new HashSet<>(items);
        for (var gone : before) {
            if (!kept.contains(gone)) {
                release(gone);
                likelyHeights.remove(gone);
            }
        }
    }

    /// Takes a new width. Returns false when it is the old one.
    boolean setWidth(double newWidth) {
        if (newWidth == width) {
            return false;
        }
        width = newWidth;
        resetHeights();
        return true;
    }

    boolean hasNode(int index) {
        return shown.containsKey(items.get(index));
    }

    boolean isPrepared(int index) {
        return prepared.containsKey(items.get(index));
    }

    /// Builds the node of an item that will be shown soon. To build it costs as much as to lay it
    /// out, and both in one pulse too much.
    void prepare(int index) {
        var item = items.get(index);
        prepared.put(item, nodes.show(item));
    }

    @Nullable Region node(K item) {
        return shown.get(item);
    }

    @Nullable Region nodeAt(int index) {
        return index < items.size() ? shown.get(items.get(index)) : null;
    }

    /// Returns the item whose visible node lies at that height of the list, or null.
    @Nullable K itemAt(double y) {
        for (var entry : shown.entrySet()) {
            double top = entry.getValue().getLayoutY();
            if (y >= top && y < top + entry.getValue().getHeight()) {
                return entry.getKey();
            }
        }
        return null;
    }

    /// Shows the item and returns its height at the present width.
    double measure(int index) {
        var item = items.get(index);
        var node = shown.get(item);
        if (node != null && heights.isMeasured(index) && !node.isNeedsLayout()) {
            return heights.height(index);
        }
        if (node == null) {
            var ready = prepared.remove(item);
            node = ready == null ? nodes.show(item) : ready;
            shown.put(item, node);
            children.addFirst(node);
            node.applyCss();
        }
        double height = Math.ceil(node.prefHeight(width));
        heights.measured(index, height);
        likelyHeights.put(item, height);
        return height;
    }

    void releaseAllBut(Set<K> kept) {
        for (var nodesOf : List.of(shown, prepared)) {
            for (var item : List.copyOf(nodesOf.keySet())) {
                if (!kept.contains(item)) {
                    release(item);
                }
            }
        }
    }

    void release(K item) {
        var node = shown.remove(item);
        if (node != null) {
            children.remove(node);
            nodes.release(item, node);
        }
        var unseen = prepared.remove(item);
        if (unseen != null) {
            nodes.release(item, unseen);
        }
    }

    private void resetHeights() {
        heights.reset(items.size(), this::likelyHeight);
    }

    /// Returns the height the item had last if it was ever shown, else a guess, made once: to look
    /// into every output of a long notebook again takes longer than a frame. It is measured anew
    /// when shown. Before the width is known nothing is guessed.
    private double likelyHeight(int index) {
        if (width < 0) {
            return 0;
        }
        return likelyHeights.computeIfAbsent(items.get(index), item -> nodes.estimate(item, width));
    }
}
