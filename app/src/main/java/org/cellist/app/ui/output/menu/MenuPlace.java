package org.cellist.app.ui.output.menu;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import org.jspecify.annotations.Nullable;

/// A node whose parts share a context menu.
///
/// Confined to the JavaFX Application Thread.
public interface MenuPlace {

    /// Returns what can be done with the output that has the node.
    List<MenuItem> items(Node from);

    /// Returns whether these items do for a picture what its own menu would.
    boolean isWhole(Node picture);

    /// Returns the place around a node; null when there is none.
    static @Nullable MenuPlace around(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each instanceof MenuPlace place) {
                return place;
            }
        }
        return null;
    }

    /// Shows the menu of a node: its own items, and below them those of the place around it.
    static void show(Node node, ContextMenuEvent event, MenuItem... own) {
        var menu = new ContextMenu(own);
        var place = around(node);
        var items = place == null ? List.<MenuItem>of() : place.items(node);
        if (own.length > 0 && !items.isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        menu.getItems().addAll(items);
        if (!menu.getItems().isEmpty()) {
            menu.show(node, event.getScreenX(), event.getScreenY());
        }
        event.consume();
    }
}
