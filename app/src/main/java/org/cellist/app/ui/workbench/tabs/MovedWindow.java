package org.cellist.app.ui.workbench.tabs;

import javafx.geometry.Point2D;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// A window that follows the pointer by its only tab. Over the tabs of another window it steps
/// behind that, so that a person sees where among them it would come.
///
/// Confined to the JavaFX Application Thread.
public final class MovedWindow {

    private final Stage stage;
    private final Point2D before; // where the window was
    private final Point2D grip; // from the corner of the window to the pointer
    private @Nullable Window front;

    private MovedWindow(Stage stage, Point2D pointer) {
        this.stage = stage;
        before = new Point2D(stage.getX(), stage.getY());
        grip = pointer.subtract(before);
    }

    /// Takes a window that the pointer is on; null for one that fills the screen, which stays.
    ///
    /// @param pointer on the screen
    public static @Nullable MovedWindow of(Window window, Point2D pointer) {
        return window instanceof Stage stage && !stage.isMaximized() && !stage.isFullScreen()
                ? new MovedWindow(stage, pointer)
                : null;
    }

    /// Goes to where the pointer is.
    ///
    /// @param over the window among whose tabs it would come; null for none
    public void follow(Point2D pointer, @Nullable Window over) {
        stage.setX(pointer.getX() - grip.getX());
        stage.setY(pointer.getY() - grip.getY());
        if (over == null && front != null) {
            stage.toFront();
        } else if (over instanceof Stage other && !over.equals(front)) {
            other.toFront();
        }
        front = over;
    }

    /// Goes to where it was.
    public void goBack() {
        stage.setX(before.getX());
        stage.setY(before.getY());
        stage.toFront();
    }
}
