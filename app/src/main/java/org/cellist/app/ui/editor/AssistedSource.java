package org.cellist.app.ui.editor;

import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import org.cellist.app.ui.editor.caret.PointedPlace;
import org.cellist.app.ui.editor.completion.AssistedText;
import org.cellist.app.ui.editor.completion.CodeAssist;
import org.cellist.app.ui.editor.completion.CodeAssistant;
import org.cellist.app.ui.editor.highlight.EditorLanguage;
import org.cellist.app.ui.editor.highlight.TokenStyle;
import org.cellist.app.ui.editor.typing.KeyBehaviour;
import org.jspecify.annotations.Nullable;

/// An editor's source as the page's assistant sees it, and the way of keys and edits to that.
///
/// Confined to the JavaFX Application Thread.
final class AssistedSource implements AssistedText, KeyBehaviour, PointedPlace.Listener {

    private final EditorArea area;
    private final SourceText source;
    private final Composition composition;
    private final Supplier<EditorLanguage> language;
    private final BooleanSupplier severalCarets;
    private CodeAssist assist = CodeAssist.NOTHING;
    private @Nullable CodeAssistant assistant;

    AssistedSource(
            EditorArea area,
            SourceText source,
            Composition composition,
            Supplier<EditorLanguage> language,
            BooleanSupplier severalCarets) {
        this.area = area;
        this.source = source;
        this.composition = composition;
        this.language = language;
        this.severalCarets = severalCarets;
    }

    void use(CodeAssistant assistant, CodeAssist assist) {
        this.assistant = assistant;
        this.assist = assist;
    }

    // ---- what a person asks for

    void complete() {
        if (assistant != null) {
            assistant.complete(this);
        }
    }

    void inspect() {
        if (assistant != null) {
            assistant.inspect(this);
        }
    }

    void showSignature() {
        if (assistant != null) {
            assistant.showSignature(this);
        }
    }

    @Override
    public void follow(int place) {
        assist.follow(source.toSource(place));
    }

    // ---- what happens in the editor

    @Override
    public void mouseMoved(IntSupplier place) {
        if (assistant != null && !composition.isActive()) {
            assistant.mouseMoved(
                    this,
                    () -> {
                        int shown = place.getAsInt();
                        return shown < 0 ? shown : source.toSource(shown);
                    });
        }
    }

    @Override
    public void mouseLeft() {
        if (assistant != null) {
            assistant.mouseLeft();
        }
    }

    @Override
    public boolean handle(KeyEvent event) {
        return assistant != null && !composition.isActive() && assistant.handle(event, this);
    }

    void edited(int offset, int removedLength, String inserted) {
        if (assistant != null && area.isFocused() && !severalCarets.getAsBoolean()) {
            assistant.edited(this, offset, removedLength, inserted);
        }
    }

    void caretMoved() {
        if (assistant != null) {
            assistant.caretMoved(this);
        }
    }

    /// Closes what is open over this text; what belongs to another stays.
    void leave() {
        if (assistant != null) {
            assistant.leave(this);
        }
    }

    // ---- what the assistant sees

    @Override
    public CodeAssist assist() {
        return assist;
    }

    @Override
    public CharSequence source() {
        return source.chars();
    }

    @Override
    public int caret() {
        return source.toSource(area.getCaretPosition());
    }

    @Override
    public boolean takesSuggestions() {
        return area.isFocused()
                && area.isEditable()
                && area.getSelection().getLength() == 0
                && !severalCarets.getAsBoolean()
                && !composition.isActive();
    }

    @Override
    public boolean isWithinLine() {
        var selection = area.getCaretSelectionBind();
        return selection.getStartParagraphIndex() == selection.getEndParagraphIndex();
    }

    @Override
    public boolean isCodeBefore(int place) {
        var style = area.styleBefore(source.toShown(place));
        return !style.contains(TokenStyle.STRING.styleClass())
                && !style.contains(TokenStyle.COMMENT.styleClass());
    }

    @Override
    public boolean isPython() {
        return language.get() == EditorLanguage.PYTHON;
    }

    @Override
    public void replace(int start, int end, String text) {
        area.openToWrite();
        int shownStart = source.toShown(start);
        area.replaceText(shownStart, source.toShown(end), text);
        area.moveTo(shownStart + text.length());
        area.requestFollowCaret();
    }

    @Override
    public @Nullable Bounds placeOnScreen(int place) {
        int shown = source.toShown(place);
        var caret = area.getCaretBounds();
        boolean isAtCaret = shown == area.getCaretPosition() || shown >= area.getLength();
        var unit = isAtCaret ? caret : area.getCharacterBoundsOnScreen(shown, shown + 1);
        return unit.or(() -> caret).orElse(null);
    }

    @Override
    public Node node() {
        return area;
    }
}
