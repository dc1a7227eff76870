package org.cellist.app.ui.sheet;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cellist.app.text.Texts;

/// Builds a sheet that says what happened or asks for one decision.
///
/// Confined to the JavaFX Application Thread.
public final class Question {

    private static final int DETAIL_ROWS = 8;

    private Question() {}

    /// Returns a sheet of words; the caller adds its choices.
    public static Sheet of(String title, String words) {
        return new Sheet(title, words, new Region(), Sheet.NARROW);
    }

    /// Returns a sheet of words with details folded away, such as the end of a log.
    public static Sheet of(String title, String words, String details) {
        return details.isBlank()
                ? of(title, words)
                : new Sheet(title, words, folded(details), Sheet.NARROW);
    }

    /// Returns a link that shows and hides a text which is there for copying, not for reading.
    public static Node folded(String details) {
        var texts = Texts.of("sheet");
        var area = new TextArea(details.strip());
        area.setEditable(false);
        area.setPrefRowCount(DETAIL_ROWS);
        area.getStyleClass().add("sheet-details");
        area.managedProperty().bind(area.visibleProperty());
        area.setVisible(false);
        var link = new Hyperlink(texts.get("details.show"));
        link.getStyleClass().add("fold-link");
        link.setOnAction(
                _ -> {
                    area.setVisible(!area.isVisible());
                    link.setText(texts.get(area.isVisible() ? "details.hide" : "details.show"));
                });
        var box = new VBox(link, area);
        box.getStyleClass().add("fold");
        return box;
    }
}
