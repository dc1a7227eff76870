package org.cellist.app.ui.workbench.notice;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cellist.app.ui.sheet.Question;
import org.cellist.app.ui.theme.Icons;
import org.kordamp.ikonli.feather.Feather;

/// Draws a [Banner].
///
/// Confined to the JavaFX Application Thread.
public final class BannerView extends HBox {

    public BannerView(Banner banner) {
        getStyleClass().addAll("banner", styleClass(banner.tone()));
        var headline = new Label(banner.headline());
        headline.getStyleClass().add("banner-headline");
        var text = new VBox(headline);
        text.getStyleClass().add("banner-text");
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        if (!banner.words().isBlank()) {
            var words = new Label(banner.words());
            words.getStyleClass().add("banner-words");
            words.setWrapText(true);
            words.setMinHeight(Region.USE_PREF_SIZE);
            text.getChildren().add(words);
        }
        if (!banner.details().isBlank()) {
            text.getChildren().add(Question.folded(banner.details()));
        }
        getChildren().addAll(Icons.of(icon(banner.tone())), text);
        for (var action : banner.actions()) {
            var button = new Button(action.text());
            button.getStyleClass().addAll("sheet-button", "outlined");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(_ -> action.run().run());
            getChildren().add(button);
        }
    }

    private static Feather icon(Banner.Tone tone) {
        return switch (tone) {
            case NOTE -> Feather.INFO;
            case WARNING -> Feather.ALERT_TRIANGLE;
            case ERROR -> Feather.ALERT_OCTAGON;
        };
    }

    private static String styleClass(Banner.Tone tone) {
        return switch (tone) {
            case NOTE -> "banner-note";
            case WARNING -> "banner-warning";
            case ERROR -> "banner-error";
        };
    }
}
