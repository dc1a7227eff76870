package org.cellist.app.ui.output;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.Region;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.output.port.OutputContext;
import org.jspecify.annotations.Nullable;

/// Shows the outputs of a code cell, one below the other.
///
/// Newer outputs are compared with those shown: what is the same keeps its nodes, and a stream
/// that grew is given only what is new. The height for a width is known at once, also for
/// pictures that are still being decoded; where it is not, a layout is requested when it
/// becomes known.
///
/// Confined to the JavaFX Application Thread.
public final class OutputArea extends Region {

    private static final double GAP = 8;

    /// Outputs that have nodes; more are shown on demand. A loop can make thousands.
    static final int MOST_SHOWN = 50;

    private final List<Shown> shown = new ArrayList<>();
    private final Hyperlink more = new Hyperlink();
    private @Nullable OutputContext shownIn;
    private CellOutputs latest = CellOutputs.NONE;
    private int most = MOST_SHOWN;

    private record Shown(CellOutput output, OutputNode node) {}

    public OutputArea() {
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
        int count = Math.min(most, items.size());
        for (int i = 0; i < count; i++) {
            show(i, items.get(i), context);
        }
        removeFrom(count);
        offerMore(items.size() - count);
    }

    private void offerMore(int hidden) {
        if (hidden > 0) {
            more.setText(Texts.of("output").get("moreOutputs", hidden));
        }
        if (hidden > 0 && more.getParent() == null) {
            getChildren().add(more);
        } else if (hidden == 0) {
            getChildren().remove(more);
        }
    }

    private void showMore() {
        most += MOST_SHOWN;
        if (shownIn != null) {
            show(latest, shownIn);
        }
    }

    /// Lets go of everything that costs memory or time, because the area is out of sight. It may
    /// be shown again.
    public void parked() {
        most = MOST_SHOWN;
        latest = CellOutputs.NONE;
        removeFrom(0);
        offerMore(0);
    }

    /// Guesses the height of outputs that are not shown, in pixels. Cheap; pure.
    public static double estimatedHeight(CellOutputs outputs, double width) {
        return HeightEstimate.of(outputs, width);
    }

    private void show(int index, CellOutput output, OutputContext context) {
        if (index < shown.size()) {
            var before = shown.get(index);
            if (before.output.equals(output)) {
                return;
            }
            if (before.node.update(output)) {
                shown.set(index, new Shown(output, before.node));
                return;
            }
            before.node.parked();
        }
        var node = OutputNodes.of(output, context);
        if (index < shown.size()) {
            shown.set(index, new Shown(output, node));
            getChildren().set(index, node.region());
        } else {
            shown.add(new Shown(output, node));
            getChildren().add(index, node.region());
        }
    }

    private void removeFrom(int index) {
        while (shown.size() > index) {
            var last = shown.removeLast();
            last.node.parked();
            getChildren().remove(last.node.region());
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = width - snappedLeftInset() - snappedRightInset();
        double height = snappedTopInset() + snappedBottomInset();
        for (var each : shown) {
            height += heightOf(each.node.region(), inner) + GAP;
        }
        if (more.getParent() != null) {
            height += heightOf(more, inner) + GAP;
        }
        return shown.isEmpty() ? 0 : height - GAP;
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
        for (var each : shown) {
            double height = heightOf(each.node.region(), inner);
            each.node.region().resizeRelocate(left, y, inner, height);
            y += height + GAP;
        }
        if (more.getParent() != null) {
            double width = Math.min(inner, more.prefWidth(-1));
            more.resizeRelocate(left, y, width, heightOf(more, width));
        }
    }

    private static double heightOf(Region region, double width) {
        return Math.ceil(region.prefHeight(width));
    }
}
