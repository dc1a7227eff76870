package org.cellist.app.ui.workbench.resources;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cellist.app.text.Texts;
import org.jspecify.annotations.Nullable;

/// Shows a [UseRow], with a button where it has a GPU to free.
///
/// Confined to the JavaFX Application Thread.
final class UseView extends VBox {

    private final Label title = new Label();
    private final Label words = new Label();
    private final Button free = new Button();
    private @Nullable UseRow shown;

    UseView(Texts texts, Consumer<UseRow> freeing) {
        getStyleClass().add("resources-use");
        title.getStyleClass().add("resources-title");
        title.setMinWidth(0);
        words.getStyleClass().add("resources-words");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.managedProperty().bind(words.visibleProperty());
        free.setText(texts.get("free"));
        free.getStyleClass().setAll("pane-button");
        free.setTooltip(new Tooltip(texts.get("free.hint")));
        free.managedProperty().bind(free.visibleProperty());
        free.setOnAction(
                _ -> {
                    var row = shown;
                    if (row != null) {
                        freeing.accept(row);
                    }
                });
        getChildren().addAll(title, words, free);
    }

    void show(UseRow row) {
        shown = row;
        title.setText(row.title());
        words.setText(row.words());
        words.setVisible(!row.words().isEmpty());
        free.setVisible(row.notebook() != null);
    }
}
