package org.cellist.app.ui.output;

import java.util.List;
import java.util.function.IntFunction;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.theme.Icons;
import org.kordamp.ikonli.feather.Feather;

/// The quiet button at the top right of the output under the pointer, which opens its menu.
///
/// Confined to the JavaFX Application Thread.
final class MoreButton extends Button {

    /// Width and height in pixels.
    static final double SIZE = 24;

    private final ContextMenu menu = new ContextMenu();
    private int index;

    /// @param items makes the menu of an output
    /// @param closed is called when the menu is gone
    MoreButton(IntFunction<List<MenuItem>> items, Runnable closed) {
        getStyleClass().setAll("output-menu-button");
        setGraphic(Icons.of(Feather.MORE_HORIZONTAL));
        setAccessibleText(Texts.of("output").get("outputMenu"));
        setFocusTraversable(false);
        setManaged(false);
        menu.setOnHidden(_ -> closed.run());
        setOnAction(
                _ -> {
                    menu.getItems().setAll(items.apply(index));
                    menu.show(this, Side.BOTTOM, 0, 2);
                });
    }

    int index() {
        return index;
    }

    void standAt(int newIndex) {
        index = newIndex;
    }

    boolean isOpen() {
        return menu.isShowing();
    }
}
