package org.cellist.app.ui.editor;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.layout.Background;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.util.UndoUtils;
import org.jspecify.annotations.Nullable;

/// The text area inside an editor: RichTextFX's, without its undo and its input-method handling.
///
/// Confined to the JavaFX Application Thread.
final class EditorArea extends CodeArea {

    private @Nullable Composition composition;

    EditorArea() {
        setUndoManager(UndoUtils.noOpUndoManager());
        setUseInitialStyleForInsertion(false);
        setBackground(Background.EMPTY);
        getStylesheets().clear(); // editor.css has what it needs of them; one cache for all areas
        setManaged(false);
        setFocusTraversable(false);
        WORD_PATTERN = Pattern.compile("[\\w$]+|[^\\w\\s]+|\\s+", Pattern.UNICODE_CHARACTER_CLASS);
        setInputMethodRequests(new CandidatePlace(this));
        setOnInputMethodTextChanged(this::handleInputMethodEvent);
    }

    void setComposition(Composition composition) {
        this.composition = composition;
    }

    /// Takes the place of RichTextFX's own handling, which reports every step of a composition.
    @Override
    protected void handleInputMethodEvent(InputMethodEvent event) {
        if (composition != null && isEditable() && !isDisabled()) {
            composition.handle(event);
        }
    }

    /// Tells whether no row of the caret's line lies above the caret; rows come from wrapping.
    boolean isOnFirstRow() {
        return !isWrapText() || lineIndex(getCurrentParagraph(), getCaretColumn()) == 0;
    }

    /// Tells whether no row of the caret's line lies below the caret.
    boolean isOnLastRow() {
        int line = getCurrentParagraph();
        return !isWrapText()
                || lineIndex(line, getCaretColumn()) == getParagraphLinesCount(line) - 1;
    }

    /// Gives inserted text the style of the character before it, so that a word keeps its colour
    /// while it grows.
    Collection<String> styleBefore(int offset) {
        return offset == 0 ? List.of() : getStyleOfChar(offset - 1);
    }
}
