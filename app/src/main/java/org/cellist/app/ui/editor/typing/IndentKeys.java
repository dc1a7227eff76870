package org.cellist.app.ui.editor.typing;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.cellist.app.ui.editor.text.CodeTextArea;
import org.fxmisc.richtext.model.TwoDimensional.Bias;

/// Tab and Shift+Tab move lines by four columns; Backspace removes indentation by steps.
///
/// Confined to the JavaFX Application Thread.
record IndentKeys(CodeTextArea area) implements KeyBehaviour {

    @Override
    public boolean handle(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isControlDown() && !event.isAltDown();
        if (event.getEventType() != KeyEvent.KEY_PRESSED || !plain) {
            return false;
        }
        if (event.getCode() == KeyCode.TAB) {
            if (event.isShiftDown()) {
                new LineBlock(area).replaceEach(Lines::outdented);
            } else {
                indent();
            }
            area.requestFollowCaret();
            return true;
        }
        return event.getCode() == KeyCode.BACK_SPACE && outdentBeforeCaret();
    }

    private void indent() {
        var block = new LineBlock(area);
        if (block.isOneLine()) {
            int start = area.getSelection().getStart();
            int column = area.offsetToPosition(start, Bias.Forward).getMinor();
            area.replaceSelection(" ".repeat(Lines.STEP - column % Lines.STEP));
        } else {
            block.replaceEach(line -> line.isBlank() ? line : Lines.STEP_SPACES + line);
        }
    }

    private boolean outdentBeforeCaret() {
        int column = area.getCaretColumn();
        if (column == 0 || area.getSelection().getLength() > 0) {
            return false;
        }
        var before = area.getText(area.getCurrentParagraph()).substring(0, column);
        if (!before.chars().allMatch(c -> c == ' ')) {
            return false;
        }
        int kept = (column - 1) / Lines.STEP * Lines.STEP;
        int caret = area.getCaretPosition();
        area.replaceText(caret - (column - kept), caret, "");
        area.requestFollowCaret();
        return true;
    }
}
