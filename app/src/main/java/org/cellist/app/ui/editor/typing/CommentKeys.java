package org.cellist.app.ui.editor.typing;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.cellist.app.ui.editor.highlight.EditorLanguage;
import org.fxmisc.richtext.CodeArea;

/// Ctrl+/ (⌘/ on a Mac) makes the selected lines comments, or code again if all of them are.
///
/// Confined to the JavaFX Application Thread.
record CommentKeys(CodeArea area, Supplier<EditorLanguage> language) implements KeyBehaviour {

    private static final List<KeyCombination> TOGGLE =
            List.of(
                    new KeyCodeCombination(KeyCode.SLASH, KeyCombination.SHORTCUT_DOWN),
                    new KeyCodeCombination(KeyCode.DIVIDE, KeyCombination.SHORTCUT_DOWN));

    @Override
    public boolean handle(KeyEvent event) {
        boolean toggle =
                event.getEventType() == KeyEvent.KEY_PRESSED
                        && TOGGLE.stream().anyMatch(keys -> keys.match(event));
        if (toggle) {
            var block = new LineBlock(area);
            var comments = new CommentedLines(block.lines(), language.get());
            block.replaceEach(comments::toggled);
            area.requestFollowCaret();
        }
        return toggle;
    }
}
