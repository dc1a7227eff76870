package org.cellist.app.ui.workbench.files;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.cellist.app.explain.Explanation;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.theme.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Says what went wrong, until a person puts it away.
///
/// Confined to the JavaFX Application Thread.
final class TroubleStrip extends HBox {

    private final Label words = new Label();

    /// @param putAway puts the words away
    TroubleStrip(Runnable putAway, Texts texts) {
        getStyleClass().add("files-trouble");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        var close = new Button("", Icons.of(Feather.X, Icons.SMALL));
        close.getStyleClass().setAll("toolbar-icon");
        close.setMinWidth(USE_PREF_SIZE);
        close.setAccessibleText(texts.get("trouble.close"));
        close.setOnAction(_ -> putAway.run());
        getChildren().addAll(words, close);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    void show(@Nullable Explanation why) {
        setVisible(why != null);
        words.setText(why == null ? "" : why.inOneLine());
    }
}
