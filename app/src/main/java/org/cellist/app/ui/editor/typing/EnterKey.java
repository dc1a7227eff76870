package org.cellist.app.ui.editor.typing;

import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.cellist.app.ui.editor.highlight.EditorLanguage;
import org.cellist.app.ui.editor.text.CodeTextArea;
import org.fxmisc.richtext.model.TwoDimensional.Bias;

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
        // In offsets, as in LineBlock.
        var selection = area.getSelection();
        int start = selection.getStart();
        var first = area.offsetToPosition(start, Bias.Forward);
        var last = area.offsetToPosition(selection.getEnd(), Bias.Forward);
        var before = area.getText(first.getMajor()).substring(0, first.getMinor());
        var after = area.getText(last.getMajor()).substring(last.getMinor());
        var newLine = NewLine.between(before, after, language.get());
        area.replaceSelection(newLine.text());
        area.moveTo(start + newLine.caret());
        area.requestFollowCaret();
    }
}
