package org.cellist.app.ui.workbench.notice;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.sheet.Question;
import org.cellist.app.ui.theme.Icons;
import org.cellist.app.ui.workbench.port.Documents.Refusal;
import org.kordamp.ikonli.feather.Feather;

/// Stands in place of a notebook that cannot be shown: what happened, what it means, what to do.
///
/// Confined to the JavaFX Application Thread.
public final class RefusedPage extends VBox {

    private static final int ICON_SIZE = 28;

    public RefusedPage(Refusal refusal, Runnable retry, Runnable openAsText) {
        var texts = Texts.of("workbench");
        getStyleClass().add("refused-page");
        var icon = Icons.of(Feather.FILE_TEXT, ICON_SIZE);
        icon.getStyleClass().add("refused-icon");
        var title = words(refusal.happened(), "refused-title");
        var file = words(refusal.file().toString(), "refused-file");

        var again = new Button(texts.get("refused.retry"));
        again.getStyleClass().addAll("sheet-button", "outlined");
        again.setOnAction(_ -> retry.run());
        var buttons = new HBox(again);
        buttons.getStyleClass().add("refused-buttons");
        if (refusal.readable()) {
            var text = new Button(texts.get("refused.text"));
            text.getStyleClass().addAll("sheet-button", "primary");
            text.setOnAction(_ -> openAsText.run());
            buttons.getChildren().add(text);
        }
        getChildren()
                .addAll(
                        icon,
                        title,
                        file,
                        words(refusal.meaning(), "refused-words"),
                        words(refusal.remedy(), "refused-words"),
                        buttons);
        if (!refusal.details().isBlank()) {
            getChildren().add(Question.folded(refusal.details()));
        }
    }

    private static Label words(String text, String styleClass) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
