package org.cellist.app.ui.editor.caret;

import java.util.function.IntSupplier;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.cellist.app.ui.editor.text.CodeTextArea;

/// What a person points at with the mouse: at rest it is asked what stands there, and a click with
/// Ctrl held goes to where that is defined.
///
/// Confined to the JavaFX Application Thread.
public final class PointedPlace {

    private final CodeTextArea area;
    private final Listener listener;

    public PointedPlace(CodeTextArea area, Listener listener) {
        this.area = area;
        this.listener = listener;
    }

    /// Who is told. Places are those of the area.
    public interface Listener {

        /// The mouse moved over the text.
        ///
        /// @param place tells what it is over; -1 for nothing
        void mouseMoved(IntSupplier place);

        void mouseLeft();

        /// Goes to where the name at a place is defined.
        void follow(int place);
    }

    /// Begins to listen.
    public void install() {
        area.addEventHandler(
                MouseEvent.MOUSE_MOVED,
                event -> listener.mouseMoved(() -> placeAt(event.getX(), event.getY())));
        area.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> listener.mouseLeft());
        area.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    }

    /// Returns the place of the character there, -1 where none is.
    private int placeAt(double x, double y) {
        var at = area.hit(x, y).getCharacterIndex();
        return at.isPresent() && at.getAsInt() < area.getLength() ? at.getAsInt() : -1;
    }

    private void clicked(MouseEvent event) {
        boolean follows =
                event.getButton() == MouseButton.PRIMARY
                        && event.isShortcutDown()
                        && !event.isAltDown()
                        && !event.isShiftDown()
                        && event.isStillSincePress()
                        && event.getClickCount() == 1;
        int place = follows ? placeAt(event.getX(), event.getY()) : -1;
        if (place >= 0) {
            listener.follow(place);
        }
    }
}
