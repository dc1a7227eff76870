package org.cellist.app.ui.editor.typing;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.cellist.app.ui.editor.text.CodeTextArea;
import org.fxmisc.richtext.NavigationActions.SelectionPolicy;

/// Home goes to the first character of the line that is no space, and from there to column 0.
///
/// Confined to the JavaFX Application Thread.
record HomeKey(CodeTextArea area) implements KeyBehaviour {

    @Override
    public boolean handle(KeyEvent event) {
        boolean home =
                event.getEventType() == KeyEvent.KEY_PRESSED
                        && event.getCode() == KeyCode.HOME
                        && !event.isShortcutDown()
                        && !event.isAltDown();
        if (!home || area.isWrapText()) {
            return false;
        }
        int line = area.getCurrentParagraph();
        int indent = Lines.indentOf(area.getText(line)).length();
        int column = area.getCaretColumn() == indent ? 0 : indent;
        area.moveTo(
                line, column, event.isShiftDown() ? SelectionPolicy.ADJUST : SelectionPolicy.CLEAR);
        area.requestFollowCaret();
        return true;
    }
}
