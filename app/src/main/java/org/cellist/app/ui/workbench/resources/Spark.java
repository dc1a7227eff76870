package org.cellist.app.ui.workbench.resources;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

/// A line of what was of late, with its area below, from left to right. What is older than the
/// line is long is not drawn.
///
/// Confined to the JavaFX Application Thread.
final class Spark extends Region {

    private static final PseudoClass SCARCE = PseudoClass.getPseudoClass("scarce");
    private static final double HEIGHT = 32;

    private final Path area = new Path();
    private final Path line = new Path();
    private List<Double> parts = List.of();

    Spark() {
        getStyleClass().add("spark");
        area.getStyleClass().add("spark-area");
        line.getStyleClass().add("spark-line");
        area.setManaged(false);
        line.setManaged(false);
        getChildren().addAll(area, line);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setMouseTransparent(true);
    }

    /// Shows these, 0 to 1, the newest at the right end.
    void show(List<Double> shown, boolean isScarce) {
        parts = shown;
        pseudoClassStateChanged(SCARCE, isScarce);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        area.getElements().clear();
        line.getElements().clear();
        if (parts.size() < 2) {
            return;
        }
        double step = getWidth() / (ResourcesViewModel.MOST_PARTS - 1);
        double left = getWidth() - step * (parts.size() - 1);
        for (int i = 0; i < parts.size(); i++) {
            double x = left + step * i;
            double y = 1 + (getHeight() - 2) * (1 - parts.get(i));
            line.getElements().add(point(i == 0, x, y));
            area.getElements().add(point(i == 0, x, y));
        }
        area.getElements().add(new LineTo(getWidth(), getHeight()));
        area.getElements().add(new LineTo(left, getHeight()));
    }

    private static PathElement point(boolean isFirst, double x, double y) {
        return isFirst ? new MoveTo(x, y) : new LineTo(x, y);
    }
}
