package org.cellist.app.ui.workbench.parts;

import java.util.Locale;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The menu key and Shift+F10, which open the menu of what has the keys. Windows tells JavaFX of
/// them itself; GTK does not, and a Mac has no such key.
///
/// Confined to the JavaFX Application Thread.
public final class MenuKey {

    private static final boolean IS_TOLD =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("win");

    /// From the upper left corner of what has the keys, in pixels.
    private static final double INSIDE = 24;

    private MenuKey() {}

    /// Listens to the keys of a window.
    public static void listenTo(Node window) {
        if (!IS_TOLD) {
            window.addEventHandler(KeyEvent.KEY_PRESSED, MenuKey::key);
        }
    }

    private static void key(KeyEvent event) {
        boolean isMeant =
                event.getCode() == KeyCode.CONTEXT_MENU
                        || (event.getCode() == KeyCode.F10 && event.isShiftDown());
        if (isMeant && event.getTarget() instanceof Node owner) {
            event.consume();
            var bounds = owner.getLayoutBounds();
            double x = bounds.getMinX() + Math.min(INSIDE, bounds.getWidth() / 2);
            double y = bounds.getMinY() + Math.min(INSIDE, bounds.getHeight() / 2);
            Event.fireEvent(owner, asked(owner.localToScene(x, y), owner.localToScreen(x, y)));
        }
    }

    private static ContextMenuEvent asked(Point2D scene, Point2D screen) {
        return new ContextMenuEvent(
                ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                scene.getX(),
                scene.getY(),
                screen.getX(),
                screen.getY(),
                true,
                null);
    }
}
