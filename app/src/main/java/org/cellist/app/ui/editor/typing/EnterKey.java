package org.cellist.app.ui.editor.typing;

import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.cellist.app.ui.editor.highlight.EditorLanguage;
import org.cellist.app.ui.editor.text.CodeTextArea;

/// Enter keeps the indentation of the line, one step deeper or flatter where the language asks
/// it.
///
/// Confined to the JavaFX Application Thread.
record EnterKey(CodeTextArea area, Supplier<EditorLanguage> language) implements KeyBehaviour {

    @Override
    public boolean handle(KeyEvent event) {
        boolean enter =
                event.getEventType() == KeyEvent.KEY_PRESSED
                        && event.getCode() == KeyCode.ENTER
                        && !event.isShiftDown()
                        && !event.isControlDown()
                        && !event.isAltDown()
                        && !event.isMetaDown();
        if (enter) {
            breakLine();
        }
        return enter;
    }

    private void breakLine() {
        var selection = area.getCaretSelectionBind();
        var firstLine = area.getText(selection.getStartParagraphIndex());
        var lastLine = area.getText(selection.getEndParagraphIndex());
        var before = firstLine.substring(0, selection.getStartColumnPosition());
        var after = lastLine.substring(selection.getEndColumnPosition());
        var newLine = NewLine.between(before, after, language.get());
        int start = selection.getStartPosition();
        area.replaceSelection(newLine.text());
        area.moveTo(start + newLine.caret());
        area.requestFollowCaret();
    }
}
