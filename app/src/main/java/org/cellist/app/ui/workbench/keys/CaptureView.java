package org.cellist.app.ui.workbench.keys;

import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.keys.Stroke;
import org.cellist.app.ui.workbench.keys.KeysViewModel.Capture;
import org.jspecify.annotations.Nullable;

/// The card that waits for keys, over the list.
///
/// Confined to the JavaFX Application Thread.
final class CaptureView extends VBox {

    private final Texts texts;
    private final Label words = new Label();
    private final Label keys = new Label();
    private final Label others = new Label();

    CaptureView(Texts texts) {
        this.texts = texts;
        getStyleClass().add("keys-capture");
        words.getStyleClass().add("keys-capture-words");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        keys.getStyleClass().add("keys-capture-keys");
        others.getStyleClass().add("keys-capture-others");
        others.setWrapText(true);
        others.setMinHeight(Region.USE_PREF_SIZE);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setFocusTraversable(true);
        getChildren().addAll(words, keys, others);
        setVisible(false);
    }

    void show(@Nullable Capture waiting) {
        setVisible(waiting != null);
        if (waiting == null) {
            return;
        }
        words.setText(texts.get("keys.press", waiting.command().name()));
        keys.setText(
                waiting.strokes().isEmpty()
                        ? "…"
                        : waiting.strokes().stream()
                                .map(Stroke::display)
                                .collect(Collectors.joining(" ")));
        others.setText(
                waiting.others().isEmpty()
                        ? ""
                        : texts.get("keys.taken", String.join(", ", waiting.others())));
    }
}
