package org.cellist.app.ui.output.rich;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import org.cellist.app.ui.output.rich.Block.Side;

/// Holds one node at its own size, narrower where there is less room.
///
/// Confined to the JavaFX Application Thread.
public final class PictureBox extends Region {

    private final Region content;
    private final Side side;

    public PictureBox(Region content, Side side) {
        this.content = content;
        this.side = side;
        getChildren().add(content);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + content.prefWidth(-1) + snappedRightInset();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = width - snappedLeftInset() - snappedRightInset();
        double room = width < 0 ? -1 : Math.min(inner, content.prefWidth(-1));
        return snappedTopInset() + content.prefHeight(room) + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        double inner = getWidth() - snappedLeftInset() - snappedRightInset();
        double width = Math.min(inner, content.prefWidth(-1));
        double free = inner - width;
        double x =
                switch (side) {
                    case LEFT -> 0;
                    case CENTRE -> Math.floor(free / 2);
                    case RIGHT -> free;
                };
        content.resizeRelocate(
                snappedLeftInset() + x, snappedTopInset(), width, content.prefHeight(width));
    }
}
