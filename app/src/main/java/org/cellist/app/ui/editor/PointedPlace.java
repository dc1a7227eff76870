package org.cellist.app.ui.editor;

import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// What a person points at with the mouse: at rest it is asked what stands there, and a
/// click with Ctrl and Alt held goes to where that is defined.
///
/// Confined to the JavaFX Application Thread.
final class PointedPlace {

    private final EditorArea area;
    private final SourceText source;
    private final AssistedSource assisted;

    PointedPlace(EditorArea area, SourceText source, AssistedSource assisted) {
        this.area = area;
        this.source = source;
        this.assisted = assisted;
    }

    void install() {
        area.addEventHandler(
                MouseEvent.MOUSE_MOVED,
                event -> assisted.mouseMoved(() -> placeAt(event.getX(), event.getY())));
        area.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> assisted.mouseLeft());
        area.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    }

    /// Returns the place of the character there, -1 where none is.
    private int placeAt(double x, double y) {
        var at = area.hit(x, y).getCharacterIndex();
        return at.isPresent() && at.getAsInt() < area.getLength()
                ? source.toSource(at.getAsInt())
                : -1;
    }

    private void clicked(MouseEvent event) {
        boolean follows =
                event.getButton() == MouseButton.PRIMARY
                        && event.isShortcutDown()
                        && event.isAltDown()
                        && event.isStillSincePress()
                        && event.getClickCount() == 1;
        int place = follows ? placeAt(event.getX(), event.getY()) : -1;
        if (place >= 0) {
            assisted.follow(place);
        }
    }
}
