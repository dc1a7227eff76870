package org.cellist.app.ui.sheet;

import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.theme.Icons;
import org.kordamp.ikonli.feather.Feather;

/// One line to type elsewhere, such as a command, with a button that copies it.
///
/// Confined to the JavaFX Application Thread.
public final class CopyLine extends HBox {

    public CopyLine(String line) {
        getStyleClass().add("copy-line");
        var texts = Texts.of("sheet");
        var field = new TextField(line);
        field.setEditable(false);
        field.getStyleClass().add("copy-line-text");
        HBox.setHgrow(field, Priority.ALWAYS);
        var copy = new Button(texts.get("copy"), Icons.of(Feather.COPY, Icons.SMALL));
        copy.getStyleClass().addAll("sheet-button", "outlined");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(
                _ -> {
                    var content = new ClipboardContent();
                    content.putString(line);
                    Clipboard.getSystemClipboard().setContent(content);
                    copy.setText(texts.get("copied"));
                });
        getChildren().addAll(field, copy);
    }
}
