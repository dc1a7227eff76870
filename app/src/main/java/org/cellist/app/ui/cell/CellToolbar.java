package org.cellist.app.ui.cell;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.theme.Icons;
import org.kordamp.ikonli.feather.Feather;

/// The small tool bar at the top right edge of the selected cell.
///
/// Confined to the JavaFX Application Thread.
final class CellToolbar extends HBox {

    CellToolbar(CellViewModel model) {
        var actions = model.actions();
        var id = model.id();
        boolean isCode = model.type() == CellType.CODE;
        getStyleClass().add("cell-toolbar");
        getChildren()
                .addAll(
                        button("moveUp", Feather.ARROW_UP, () -> actions.move(id, -1)),
                        button("moveDown", Feather.ARROW_DOWN, () -> actions.move(id, 1)),
                        isCode
                                ? button(
                                        "toText",
                                        Feather.TYPE,
                                        () -> actions.changeType(id, CellType.MARKDOWN))
                                : button(
                                        "toCode",
                                        Feather.CODE,
                                        () -> actions.changeType(id, CellType.CODE)),
                        button("remove", Feather.TRASH_2, () -> actions.remove(id)),
                        CellMenu.button(model));
    }

    static Button button(String key, Feather icon, Runnable action) {
        var words = Texts.of("cell").get(key);
        var button = new Button();
        button.setGraphic(Icons.of(icon, Icons.SMALL));
        button.getStyleClass().setAll("cell-tool");
        button.setFocusTraversable(false);
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        button.setOnAction(_ -> action.run());
        return button;
    }
}
