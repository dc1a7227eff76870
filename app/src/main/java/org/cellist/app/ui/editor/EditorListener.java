package org.cellist.app.ui.editor;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyEvent;
import org.cellist.app.ui.editor.caret.CaretsAround;

/// What a [CodeEditor] tells its cell. Offsets and lengths are UTF-16 units of the source.
///
/// Confined to the JavaFX Application Thread.
public interface EditorListener {

    /// A person changed the text: `removedLength` units from `offset` on became `inserted`.
    ///
    /// Called once for each key, paste or command at one caret, and once for each commit of an
    /// input method. Never called for [CodeEditor#show] and [CodeEditor#applyChange].
    void edited(int offset, int removedLength, String inserted);

    /// A person changed the text in several places at once, which is one step to take back.
    ///
    /// @param edits one after the other: each is made in the text that those before it left
    /// @param carets where they come to stand when the step is taken back and made again
    default void editedTogether(List<SourceEdit> edits, CaretsAround carets) {
        edits.forEach(edit -> edited(edit.offset(), edit.removedLength(), edit.inserted()));
    }

    /// A key was pressed; called before the editor looks at it.
    ///
    /// @return true if the cell has dealt with the key, so that the editor must not
    default boolean keyPressed(KeyEvent event) {
        return false;
    }

    /// Somebody wants to paste what is in the system's clipboard.
    ///
    /// @return true if the cell has dealt with it, so that the editor must not
    default boolean pasted() {
        return false;
    }

    /// Returns whether files that are dragged over the text can be dropped there.
    default boolean takesFiles(List<Path> files) {
        return false;
    }

    /// Returns what to insert for files that are dropped; asked only when it takes them.
    ///
    /// @param offset before which unit of the source they come
    default String dropped(List<Path> files, int offset) {
        return "";
    }

    /// Up was pressed on the first line, or Down on the last.
    default void caretLeft(CaretEdge edge) {}

    /// Escape was pressed outside a composition of an input method.
    default void escapePressed() {}

    /// The editor got or lost the keyboard focus. A composition was committed before it is lost.
    default void focusChanged(boolean focused) {}

    /// The caret moved or its line changed, so that the list may scroll to it.
    ///
    /// @param top the upper edge of the caret's line, in pixels of the editor
    /// @param bottom the lower edge of it
    default void caretMoved(double top, double bottom) {}

    /// The editor needs another height, because lines came or went.
    default void heightChanged() {}
}
