package org.cellist.app.ui.output;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.app.ui.output.port.OutputContext;
import org.jspecify.annotations.Nullable;

/// Shows the outputs of a code cell, one below the other.
///
/// Newer outputs are compared with those shown: what is the same keeps its nodes, and a stream
/// that
/// grew is given only what is new. The height for a width is known at once, also for pictures
/// that
/// are still being decoded; where it is not, a layout is requested when it becomes known.
///
/// Confined to the JavaFX Application Thread.
public final class OutputArea extends Region {

    private static final double GAP = 8;

    private final List<Shown> shown = new ArrayList<>();
    private @Nullable OutputContext shownIn;

    private record Shown(CellOutput output, OutputNode node) {}

    public OutputArea() {
        getStyleClass().add("output-area");
    }

    /// Shows outputs in place of those before.
    public void show(CellOutputs outputs, OutputContext context) {
        if (!context.equals(shownIn)) {
            parked();
            shownIn = context;
        }
        var items = outputs.items();
        for (int i = 0; i < items.size(); i++) {
            show(i, items.get(i));
        }
        removeFrom(items.size());
    }

    /// Lets go of everything that costs memory or time, because the area is out of sight. It may
    /// be shown again.
    public void parked() {
        removeFrom(0);
    }

    /// Guesses the height of outputs that are not shown, in pixels. Cheap; pure.
    public static double estimatedHeight(CellOutputs outputs, double width) {
        return HeightEstimate.of(outputs, width);
    }

    private void show(int index, CellOutput output) {
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
        var node = OutputNodes.of(output);
        if (index < shown.size()) {
            shown.set(index, new Shown(output, node));
            getChildren().set(index, node.region());
        } else {
            shown.add(new Shown(output, node));
            getChildren().add(node.region());
        }
    }

    private void removeFrom(int index) {
        while (shown.size() > index) {
            shown.removeLast().node.parked();
            getChildren().removeLast();
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
            height += heightOf(each, inner) + GAP;
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
            double height = heightOf(each, inner);
            each.node.region().resizeRelocate(left, y, inner, height);
            y += height + GAP;
        }
    }

    private static double heightOf(Shown each, double width) {
        return Math.ceil(each.node.region().prefHeight(width));
    }
}
