package org.cellist.app.ui.output.table;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// A row of values, each at its column's edge.
///
/// Confined to the JavaFX Application Thread.
final class DataRow extends Region {

    private final List<Text> texts = new ArrayList<>();
    private final double baseline;
    private int used;

    /// @param baseline from the row's top to the foot of its letters, in pixels
    DataRow(double baseline, String styleClass) {
        this.baseline = baseline;
        getStyleClass().addAll("data-row", styleClass);
    }

    /// Takes out all values.
    void clear() {
        used = 0;
    }

    /// Puts in a value.
    ///
    /// @param x of its left edge
    void add(String value, double x, boolean isHead) {
        if (used == texts.size()) {
            var text = new Text();
            text.setManaged(false);
            text.setTextOrigin(VPos.BASELINE);
            text.setY(baseline);
            texts.add(text);
            getChildren().add(text);
        }
        var text = texts.get(used++);
        var styleClass = isHead ? "data-head" : "data-value";
        if (!text.getStyleClass().contains(styleClass)) {
            text.getStyleClass().setAll(styleClass);
        }
        text.setText(value);
        text.setX(x);
        text.setVisible(true);
    }

    /// Hides what was not put in again.
    void finish() {
        for (int i = used; i < texts.size(); i++) {
            texts.get(i).setVisible(false);
        }
    }
}
