package org.cellist.app.ui.editor;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.input.KeyEvent;
import org.cellist.app.ui.editor.caret.CaretKeys;
import org.cellist.app.ui.editor.caret.SeveralCarets;
import org.cellist.app.ui.editor.highlight.EditorLanguage;
import org.cellist.app.ui.editor.markdown.TableKeys;
import org.cellist.app.ui.editor.typing.KeyBehaviour;
import org.cellist.app.ui.editor.typing.TypingKeys;

/// Offers each key to the cell first, then to the editor's behaviours in order, then to the area.
///
/// Confined to the JavaFX Application Thread.
final class EditorKeys {

    private final EditorArea area;
    private final SeveralCarets carets;
    private final VimKeys vim;
    private final Folding folding;
    private final Supplier<EditorListener> listener;
    private final List<KeyBehaviour> behaviours;

    /// @param vim is asked first, but while there are several carets: it knows one
    /// @param assist is asked before the others, but while there are several carets
    /// @param folding opens what a key may change before anybody acts on it
    EditorKeys(
            EditorArea area,
            SeveralCarets carets,
            VimKeys vim,
            KeyBehaviour assist,
            Folding folding,
            Supplier<EditorLanguage> language,
            Supplier<EditorListener> listener) {
        this.area = area;
        this.carets = carets;
        this.vim = vim;
        this.folding = folding;
        this.listener = listener;
        var typing = new TypingKeys(area, language, carets::areSeveral);
        this.behaviours =
                List.of(
                        event -> !carets.areSeveral() && vim.handle(event),
                        new CaretKeys(carets, typing, area::actOn, area::isEditable),
                        assist,
                        vim.escape(),
                        new LeavingKeys(area, listener),
                        new TableKeys(area, language),
                        typing);
    }

    void handle(KeyEvent event) {
        if (!area.isFocused()) {
            return;
        }
        boolean byCell =
                event.getEventType() == KeyEvent.KEY_PRESSED && listener.get().keyPressed(event);
        if (byCell || anyHandles(event)) {
            event.consume();
        }
    }

    private boolean anyHandles(KeyEvent event) {
        if (carets.areSeveral() || !vim.takesKeys()) {
            folding.before(event);
        }
        for (var behaviour : behaviours) {
            if (behaviour.handle(event)) {
                return true;
            }
        }
        return false;
    }
}
