package org.cellist.app.ui.notebook.column;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
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
    private final Scale scale = new Scale(1, 1);
    private double width = -1; // of a row, in its own pixels
    private double zoom = 1; // pixels of the list for one of a row

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

    /// Returns the width of a row, in its own pixels.
    double width() {
        return width;
    }

    /// Returns how many pixels of the list a pixel of a row takes.
    double zoom() {
        return zoom;
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

    /// Takes other room for the rows. Returns false when it is what they have.
    ///
    /// @param newWidth of a row, in its own pixels
    /// @param newZoom pixels of the list for one of a row
    boolean setRoom(double newWidth, double newZoom) {
        if (newWidth == width && newZoom == zoom) {
            return false;
        }
        double growth = newZoom / zoom;
        likelyHeights.replaceAll((_, height) -> height * growth);
        width = newWidth;
        zoom = newZoom;
        scale.setX(newZoom);
        scale.setY(newZoom);
        shown.values().forEach(this::enlarge);
        prepared.values().forEach(this::enlarge);
        resetHeights();
        return true;
    }

    /// Forgets how high items are, which may have nothing as it was.
    void forgetHeights() {
        likelyHeights.clear();
        resetHeights();
    }

    /// Letters under a transform are drawn in their final size, and sharp; a row in its own size
    /// has none, which costs nothing.
    private void enlarge(Region node) {
        if (zoom == 1) {
            node.getTransforms().clear();
        } else {
            node.getTransforms().setAll(scale);
        }
    }

    private Region newNode(K item) {
        var node = nodes.show(item);
        enlarge(node);
        return node;
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
        prepared.put(item, newNode(item));
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
            if (y >= top && y < top + entry.getValue().getHeight() * zoom) {
                return entry.getKey();
            }
        }
        return null;
    }

    /// Shows the item and returns its height at the present width, in pixels of the list.
    double measure(int index) {
        var item = items.get(index);
        var node = shown.get(item);
        if (node != null && heights.isMeasured(index) && !node.isNeedsLayout()) {
            return heights.height(index);
        }
        if (node == null) {
            var ready = prepared.remove(item);
            node = ready == null ? newNode(item) : ready;
            shown.put(item, node);
            children.addFirst(node);
            node.applyCss();
        }
        double height = Math.ceil(node.prefHeight(width) * zoom);
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
        return likelyHeights.computeIfAbsent(
                items.get(index), item -> nodes.estimate(item, width) * zoom);
    }
}
