package org.cellist.app.ui.editor;

import java.util.function.Supplier;
import javafx.scene.input.KeyEvent;
import org.cellist.app.ui.editor.typing.KeyBehaviour;

/// Up on the first line, Down on the last, and Escape lead out of the editor.
///
/// Confined to the JavaFX Application Thread.
record LeavingKeys(EditorArea area, Supplier<EditorListener> listener) implements KeyBehaviour {

    @Override
    public boolean handle(KeyEvent event) {
        if (event.getEventType() != KeyEvent.KEY_PRESSED || hasModifier(event)) {
            return false;
        }
        return switch (event.getCode()) {
            case ESCAPE -> {
                listener.get().escapePressed();
                yield true;
            }
            case UP, KP_UP -> leaves(CaretEdge.TOP);
            case DOWN, KP_DOWN -> leaves(CaretEdge.BOTTOM);
            default -> false;
        };
    }

    private boolean leaves(CaretEdge edge) {
        boolean atEdge =
                edge == CaretEdge.TOP
                        ? area.getCurrentParagraph() == 0 && area.isOnFirstRow()
                        : area.getCurrentParagraph() == area.getParagraphs().size() - 1
                                && area.isOnLastRow();
        if (atEdge) {
            listener.get().caretLeft(edge);
        }
        return atEdge;
    }

    private static boolean hasModifier(KeyEvent event) {
        return event.isShiftDown()
                || event.isControlDown()
                || event.isAltDown()
                || event.isMetaDown();
    }
}
