package org.cellist.app.ui.cell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.theme.Icons;
import org.kordamp.ikonli.feather.Feather;

/// The thin line between two cells that offers a new one.
///
/// Confined to the JavaFX Application Thread.
final class InsertLine extends HBox {

    InsertLine(CellViewModel below) {
        getStyleClass().add("insert-line");
        setAlignment(Pos.CENTER);
        setPickOnBounds(false); // it reaches over the text below it
        getChildren()
                .addAll(
                        line(),
                        button(below, "code", CellType.CODE),
                        button(below, "text", CellType.MARKDOWN),
                        line());
    }

    private static Node line() {
        var line = new Region();
        line.getStyleClass().add("insert-rule");
        HBox.setHgrow(line, Priority.ALWAYS);
        return line;
    }

    private static Node button(CellViewModel below, String key, CellType type) {
        var button = new Button(Texts.of("cell").get(key), Icons.of(Feather.PLUS, 11));
        button.getStyleClass().setAll("insert-button");
        button.setFocusTraversable(false);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> below.actions().insertAbove(below.id(), type));
        return button;
    }
}
