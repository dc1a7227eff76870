package org.cellist.app.ui.output.table;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// A row of values, each at its column's edge, with bands behind some of them.
///
/// Confined to the JavaFX Application Thread.
final class DataRow extends Region {

    private final List<Text> texts = new ArrayList<>();
    private final List<Region> bands = new ArrayList<>();
    private final double baseline;
    private int used;
    private int usedBands;

    /// @param baseline from the row's top to the foot of its letters, in pixels
    DataRow(double baseline, String styleClass) {
        this.baseline = baseline;
        getStyleClass().addAll("data-row", styleClass);
    }

    /// Takes out all values.
    void clear() {
        used = 0;
        usedBands = 0;
    }

    /// Puts in a value.
    ///
    /// @param x of its left edge
    void add(String value, double x, String styleClass) {
        if (used == texts.size()) {
            var text = new Text();
            text.setManaged(false);
            text.setTextOrigin(VPos.BASELINE);
            text.setY(baseline);
            texts.add(text);
            getChildren().add(text);
        }
        var text = texts.get(used++);
        if (!text.getStyleClass().contains(styleClass)) {
            text.getStyleClass().setAll(styleClass);
        }
        text.setText(value);
        text.setX(x);
        text.setVisible(true);
    }

    /// Puts a band behind values, from one edge to the other.
    void addBand(double left, double right, String styleClass) {
        if (usedBands == bands.size()) {
            var band = new Region();
            band.setManaged(false);
            bands.add(band);
            getChildren().addFirst(band);
        }
        var band = bands.get(usedBands++);
        if (!band.getStyleClass().contains(styleClass)) {
            band.getStyleClass().setAll(styleClass);
        }
        band.resizeRelocate(left, 0, right - left, DataTable.ROW_HEIGHT);
        band.setVisible(true);
    }

    /// Hides what was not put in again.
    void finish() {
        for (int i = used; i < texts.size(); i++) {
            texts.get(i).setVisible(false);
        }
        for (int i = usedBands; i < bands.size(); i++) {
            bands.get(i).setVisible(false);
        }
    }
}
