package org.cellist.app.ui.workbench.keys;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.workbench.keys.KeysViewModel.Row;
import org.jspecify.annotations.Nullable;

/// One command of the dialog: its name, its group, its keys.
///
/// Confined to the JavaFX Application Thread.
final class KeysCell extends ListCell<Row> {

    private static final PseudoClass CONTESTED = PseudoClass.getPseudoClass("contested");
    private static final PseudoClass OWN = PseudoClass.getPseudoClass("own");

    private final Texts texts;
    private final Label name = new Label();
    private final Label group = new Label();
    private final HBox keys = new HBox();
    private final HBox row;

    /// @param chosen told of a row that was clicked twice
    KeysCell(Texts texts, Consumer<Row> chosen) {
        this.texts = texts;
        getStyleClass().add("keys-cell");
        name.getStyleClass().add("keys-name");
        group.getStyleClass().add("palette-group");
        group.setMinWidth(Region.USE_PREF_SIZE);
        keys.getStyleClass().add("keys-caps");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        row = new HBox(name, group, space, keys);
        row.getStyleClass().add("palette-row");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setOnMouseClicked(
                click -> {
                    if (getItem() != null && click.getClickCount() == 2) {
                        chosen.accept(getItem());
                    }
                });
    }

    @Override
    protected void updateItem(@Nullable Row item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        boolean isContested = !item.others().isEmpty();
        name.setText(item.command().name());
        group.setText(item.command().group());
        keys.getChildren().setAll(item.keys().stream().map(KeysCell::cap).toList());
        keys.pseudoClassStateChanged(OWN, item.isOwn());
        keys.pseudoClassStateChanged(CONTESTED, isContested);
        var words = texts.get("keys.also", String.join(", ", item.others()));
        if (isContested) {
            keys.getChildren().addFirst(new Label(words));
        }
        setAccessibleText(item.command().name() + " " + String.join(", ", item.keys()));
        setGraphic(row);
    }

    private static Node cap(String keys) {
        var cap = new Label(keys);
        cap.getStyleClass().add("key-cap");
        cap.setMinWidth(Region.USE_PREF_SIZE);
        return cap;
    }
}
