package org.cellist.app.ui.notebook;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.theme.Icons;
import org.kordamp.ikonli.feather.Feather;

/// Below the last cell: two quiet buttons that add one. In an empty notebook it says so.
///
/// Confined to the JavaFX Application Thread.
final class EndRow extends VBox {

    static final double HEIGHT = 56;

    EndRow(NotebookCommands commands, boolean isEmpty) {
        var texts = Texts.of("cell");
        getStyleClass().add("end-row");
        setAlignment(Pos.TOP_CENTER);
        if (isEmpty) {
            pseudoClassStateChanged(PseudoClass.getPseudoClass("empty"), true);
            var headline = new Label(texts.get(commands.areKept() ? "end.empty" : "end.scratch"));
            headline.getStyleClass().add("end-headline");
            var hint = new Label(texts.get("end.hint"));
            hint.getStyleClass().add("end-hint");
            getChildren().addAll(headline, hint);
        }
        var buttons =
                new HBox(
                        button(commands, texts.get("code"), CellType.CODE),
                        button(commands, texts.get("text"), CellType.MARKDOWN));
        buttons.getStyleClass().add("end-buttons");
        buttons.setAlignment(Pos.CENTER);
        getChildren().add(buttons);
    }

    private static Node button(NotebookCommands commands, String words, CellType type) {
        var button = new Button(words, Icons.of(Feather.PLUS, Icons.SMALL));
        button.getStyleClass().setAll("end-button");
        button.setFocusTraversable(false);
        button.setOnAction(_ -> commands.insertAtEnd(type));
        return button;
    }
}
