package org.cellist.app.ui.testing;

import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// A mouse whose primary button is held on a node, wherever it goes.
///
/// The headless robot's drag says that no button is down: the node that was pressed would not hear
/// of it, as it does with every real mouse.
public final class PressedMouse {

    private final Fx fx;
    private final Node held;

    public PressedMouse(Fx fx, Node held) {
        this.fx = fx;
        this.held = held;
    }

    /// Presses in the middle of the node and goes to a place of the screen.
    public void drag(Point2D to) {
        var bounds = fx.call(() -> held.localToScreen(held.getLayoutBounds()));
        var from = new Point2D(bounds.getCenterX(), bounds.getCenterY());
        fire(MouseEvent.MOUSE_PRESSED, from);
        fire(MouseEvent.MOUSE_DRAGGED, from.midpoint(to));
        fire(MouseEvent.MOUSE_DRAGGED, to);
    }

    public void release(Point2D screen) {
        fire(MouseEvent.MOUSE_RELEASED, screen);
    }

    private void fire(EventType<MouseEvent> type, Point2D screen) {
        fx.run(
                () -> {
                    var scene = held.localToScene(held.screenToLocal(screen));
                    held.fireEvent(
                            new MouseEvent(
                                    type,
                                    scene.getX(),
                                    scene.getY(),
                                    screen.getX(),
                                    screen.getY(),
                                    MouseButton.PRIMARY,
                                    1,
                                    false,
                                    false,
                                    false,
                                    false,
                                    type != MouseEvent.MOUSE_RELEASED,
                                    false,
                                    false,
                                    false,
                                    false,
                                    false,
                                    null));
                });
        fx.settle();
    }
}
