package org.cellist.app.ui.output;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.Region;
import org.cellist.app.notebook.find.Match;
import org.cellist.app.notebook.find.MatchedWords;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.output.find.Expandable;
import org.cellist.app.ui.output.port.OutputContext;
import org.cellist.app.ui.output.terminal.TerminalView;
import org.jspecify.annotations.Nullable;

/// Shows the outputs of a code cell, one below the other.
///
/// Newer outputs are compared with those shown: what is the same keeps its nodes, and a stream
/// that grew is given only what is new. The height for a width is known at once, also for
/// pictures that are still being decoded; where it is not, a layout is requested when it
/// becomes known.
///
/// Confined to the JavaFX Application Thread.
public final class OutputArea extends Region implements Expandable {

    private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");
    private static final double GAP = 8;

    private final Map<Integer, Shown> shown = new HashMap<>(); // by the place among all outputs
    private final Hyperlink more = new Hyperlink();
    private final IntConsumer opens;
    private @Nullable OutputContext shownIn;
    private CellOutputs latest = CellOutputs.NONE;
    private int opened;
    private int marked = -1;

    private record Shown(CellOutput output, OutputNode node) {}

    /// @param opened how many outputs between the first and the last ones are shown, too
    /// @param opens is told of that number when somebody opens more of them
    public OutputArea(int opened, IntConsumer opens) {
        this.opened = opened;
        this.opens = opens;
        getStyleClass().add("output-area");
        more.getStyleClass().add("output-more");
        more.setOnAction(_ -> showMore());
    }

    /// Shows outputs in place of those before.
    public void show(CellOutputs outputs, OutputContext context) {
        if (!context.equals(shownIn)) {
            parked();
            shownIn = context;
        }
        latest = outputs;
        var items = outputs.items();
        var which = ShownOutputs.of(items, opened);
        var first = which.first().stream().map(i -> node(i, items.get(i), context)).toList();
        var last = which.last().stream().map(i -> node(i, items.get(i), context)).toList();
        forgetOthers(which);
        place(first, which.hidden(), last);
        mark(marked);
    }

    /// Lets one output stand out; -1 for none.
    public void mark(int index) {
        var before = index == marked ? null : shown.get(marked);
        var text = before == null ? null : terminalIn(before);
        if (text != null) {
            text.clearFound();
        }
        marked = index;
        shown.forEach((at, each) -> each.node.region().pseudoClassStateChanged(FOUND, at == index));
    }

    /// Returns where a match is in this area, or the output that has it; null when that is not
    /// shown. In terminal text the match is selected.
    ///
    /// @param index of the output
    public @Nullable Bounds showMatch(int index, Match match) {
        var there = shown.get(index);
        if (there == null) {
            return null;
        }
        var whole = there.node.region().getBoundsInParent();
        var text = terminalIn(there);
        var words = MatchedWords.of(there.output, match);
        if (text == null || words.equals(MatchedWords.NONE)) {
            return whole;
        }
        var row = text.showFound(words.words(), words.later());
        if (row.isEmpty()) {
            return whole;
        }
        double top = sceneToLocal(text.localToScene(0, row.getAsDouble())).getY();
        return new BoundingBox(0, top, getWidth(), TerminalView.rowHeight());
    }

    private static @Nullable TerminalView terminalIn(Shown output) {
        return output.node.region().lookup(".terminal-view") instanceof TerminalView text
                ? text
                : null;
    }

    /// Returns which output has a node, or -1.
    int indexOf(Node node) {
        for (Node each = node; each != null && !equals(each); each = each.getParent()) {
            for (var entry : shown.entrySet()) {
                if (each.equals(entry.getValue().node.region())) {
                    return entry.getKey();
                }
            }
        }
        return -1;
    }

    /// Returns the place of an output in this area; null when it is not shown.
    @Nullable ShownOutput shown(int index) {
        var there = shown.get(index);
        return there == null || shownIn == null
                ? null
                : new ShownOutput(index, there.output, there.node.region(), shownIn);
    }

    /// Returns which output is at that height, or -1.
    int indexAt(double y) {
        return shown.entrySet().stream()
                .filter(each -> covers(each.getValue().node.region(), y))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(-1);
    }

    private static boolean covers(Region region, double y) {
        return y >= region.getLayoutY() && y < region.getLayoutY() + region.getHeight() + GAP;
    }

    private Region node(int index, CellOutput output, OutputContext context) {
        var before = shown.get(index);
        if (before != null && before.output.equals(output)) {
            return before.node.region();
        }
        boolean isUpdated = before != null && before.node.update(output);
        if (before != null && !isUpdated) {
            before.node.parked();
        }
        var node = before != null && isUpdated ? before.node : OutputNodes.of(output, context);
        shown.put(index, new Shown(output, node));
        return node.region();
    }

    private void forgetOthers(ShownOutputs which) {
        var kept = new HashSet<>(which.first());
        kept.addAll(which.last());
        for (var entry : Map.copyOf(shown).entrySet()) {
            if (!kept.contains(entry.getKey())) {
                entry.getValue().node.parked();
                shown.remove(entry.getKey());
            }
        }
    }

    /// Puts the nodes in order; those that stay are not moved, which would cost them their state.
    private void place(List<Region> first, int hidden, List<Region> last) {
        var wanted = new ArrayList<Region>(first);
        if (hidden > 0) {
            more.setText(Texts.of("output").get("moreOutputs", hidden));
            wanted.add(more);
        }
        wanted.addAll(last);
        var children = getChildren();
        children.retainAll(new HashSet<Node>(wanted));
        int line = children.indexOf(more);
        if (line >= 0
                && children.subList(line, children.size()).stream().anyMatch(first::contains)) {
            children.remove(line);
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (i == children.size() || !children.get(i).equals(wanted.get(i))) {
                children.add(i, wanted.get(i));
            }
        }
    }

    @Override
    public boolean expand() {
        boolean hides = getChildren().contains(more);
        if (hides) {
            showMore();
        }
        return hides;
    }

    private void showMore() {
        opened += ShownOutputs.MOST;
        opens.accept(opened);
        if (shownIn != null) {
            show(latest, shownIn);
        }
    }

    /// Lets go of everything that costs memory or time, because the area is out of sight. It may
    /// be shown again.
    public void parked() {
        latest = CellOutputs.NONE;
        shown.values().forEach(each -> each.node.parked());
        shown.clear();
        getChildren().clear();
    }

    /// Guesses the height of outputs that are not shown, in pixels. Cheap; pure.
    public static double estimatedHeight(CellOutputs outputs, double width) {
        return HeightEstimate.of(outputs, width);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = width - snappedLeftInset() - snappedRightInset();
        double height = snappedTopInset() + snappedBottomInset();
        for (var child : getChildren()) {
            height += heightOf(child, inner) + GAP;
        }
        return getChildren().isEmpty() ? 0 : height - GAP;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double inner = getWidth() - left - snappedRightInset();
        double y = snappedTopInset();
        for (var child : getChildren()) {
            double width = child.equals(more) ? Math.min(inner, more.prefWidth(-1)) : inner;
            double height = heightOf(child, width);
            child.resizeRelocate(left, y, width, height);
            y += height + GAP;
        }
    }

    private static double heightOf(Node part, double width) {
        return Math.ceil(part.prefHeight(width));
    }
}
