package org.cellist.app.ui.workbench.resources;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Shows a [Meter]: what it is, in words, and its past as a line.
///
/// Confined to the JavaFX Application Thread.
final class MeterView extends VBox {

    private final Label title = new Label();
    private final Label words = new Label();
    private final Spark spark = new Spark();

    MeterView() {
        getStyleClass().add("resources-meter");
        title.getStyleClass().add("resources-title");
        title.setMinWidth(0);
        words.getStyleClass().add("resources-words");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(title, words, spark);
    }

    void show(Meter meter) {
        title.setText(meter.title());
        words.setText(meter.words());
        words.setVisible(!meter.words().isEmpty());
        words.setManaged(words.isVisible());
        spark.show(meter.parts(), meter.isScarce());
        setAccessibleText(meter.title() + ", " + meter.words());
    }
}
