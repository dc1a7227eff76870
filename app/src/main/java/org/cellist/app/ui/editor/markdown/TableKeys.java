package org.cellist.app.ui.editor.markdown;

import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.cellist.app.ui.editor.highlight.EditorLanguage;
import org.cellist.app.ui.editor.text.CodeTextArea;
import org.cellist.app.ui.editor.typing.KeyBehaviour;

/// Tab goes to the next cell of a Markdown table, Shift+Tab to the one before.
///
/// Confined to the JavaFX Application Thread.
public record TableKeys(CodeTextArea area, Supplier<EditorLanguage> language)
        implements KeyBehaviour {

    @Override
    public boolean handle(KeyEvent event) {
        boolean isTab =
                event.getEventType() == KeyEvent.KEY_PRESSED
                        && event.getCode() == KeyCode.TAB
                        && !event.isControlDown()
                        && !event.isAltDown()
                        && !event.isMetaDown();
        if (!isTab || !area.isEditable() || language.get() != EditorLanguage.MARKDOWN) {
            return false;
        }
        boolean steps = new MarkdownCommands(area).step(event.isShiftDown() ? -1 : 1);
        if (steps) {
            area.requestFollowCaret();
        }
        return steps;
    }
}
