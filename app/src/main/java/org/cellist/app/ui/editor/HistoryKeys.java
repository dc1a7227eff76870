package org.cellist.app.ui.editor;

import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.cellist.app.ui.editor.typing.KeyBehaviour;

/// Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z (⌘ on a Mac) ask for the notebook's history.
///
/// Confined to the JavaFX Application Thread.
record HistoryKeys(Supplier<EditorListener> listener) implements KeyBehaviour {

    private static final KeyCombination UNDO =
            new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination REDO =
            new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination REDO_TOO =
            new KeyCodeCombination(
                    KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

    @Override
    public boolean handle(KeyEvent event) {
        if (event.getEventType() != KeyEvent.KEY_PRESSED) {
            return false;
        }
        if (UNDO.match(event)) {
            listener.get().undoRequested();
            return true;
        }
        if (REDO.match(event) || REDO_TOO.match(event)) {
            listener.get().redoRequested();
            return true;
        }
        return false;
    }
}
