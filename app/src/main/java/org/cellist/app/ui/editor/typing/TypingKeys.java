package org.cellist.app.ui.editor.typing;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.input.KeyEvent;
import org.cellist.app.ui.editor.highlight.EditorLanguage;
import org.cellist.app.ui.editor.text.CodeTextArea;

/// The behaviours of this package in the order in which they are asked.
///
/// Confined to the JavaFX Application Thread.
public final class TypingKeys implements KeyBehaviour {

    private final CodeTextArea area;
    private final KeyBehaviour home;
    private final List<KeyBehaviour> edits;

    /// @param severalCarets whether the caret is taken from one place to another for each key
    public TypingKeys(
            CodeTextArea area, Supplier<EditorLanguage> language, BooleanSupplier severalCarets) {
        this.area = area;
        this.home = new HomeKey(area);
        this.edits =
                List.of(
                        new BracketPairs(area, language, severalCarets),
                        new IndentKeys(area),
                        new EnterKey(area, language));
    }

    @Override
    public boolean handle(KeyEvent event) {
        if (home.handle(event)) {
            return true;
        }
        return area.isEditable() && edits.stream().anyMatch(edit -> edit.handle(event));
    }
}
