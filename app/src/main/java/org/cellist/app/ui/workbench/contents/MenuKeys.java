package org.cellist.app.ui.workbench.contents;

import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/// Where the keys are in a menu that was opened.
///
/// Confined to the JavaFX Application Thread.
final class MenuKeys {

    private MenuKeys() {}

    /// Gives the keys to the line of an item, so that arrows go on from there. The skin of a menu
    /// keeps each item in the properties of its line.
    static void choose(ContextMenu menu, Predicate<MenuItem> wanted) {
        menu.getSkin().getNode().lookupAll(".menu-item").stream()
                .filter(line -> isOf(line, wanted))
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    private static boolean isOf(Node line, Predicate<MenuItem> wanted) {
        return line.getProperties().get(MenuItem.class) instanceof MenuItem item
                && wanted.test(item);
    }
}
