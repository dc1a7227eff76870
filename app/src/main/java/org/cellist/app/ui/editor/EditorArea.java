package org.cellist.app.ui.editor;

import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.event.Event;
import javafx.event.EventDispatchChain;
import javafx.event.EventDispatcher;
import javafx.scene.Scene;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Background;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.util.UndoUtils;
import org.jspecify.annotations.Nullable;

/// The text area inside an editor: RichTextFX's, without its undo and its input-method handling.
///
/// Confined to the JavaFX Application Thread.
final class EditorArea extends CodeArea {

    private @Nullable Composition composition;
    private BooleanSupplier caretHasRoom = () -> true;
    private BooleanSupplier pasting = () -> false;
    private BooleanSupplier coloursCome = () -> false;
    private final Runnable early = this::layoutEarly;
    private @Nullable Scene waitsIn;
    private boolean followLater;
    private boolean inLayout;

    EditorArea() {
        setUndoManager(UndoUtils.noOpUndoManager());
        setUseInitialStyleForInsertion(false);
        setBackground(Background.EMPTY);
        getStylesheets().clear(); // editor.css has what it needs of them; one cache for all areas
        setFocusTraversable(false);
        WORD_PATTERN = Words.WORD;
        setInputMethodRequests(new CandidatePlace(this));
        setOnInputMethodTextChanged(this::handleInputMethodEvent);
        var dispatcher = getEventDispatcher();
        setEventDispatcher((event, tail) -> laidOutAfter(event, dispatcher, tail));
    }

    void setComposition(Composition composition) {
        this.composition = composition;
    }

    /// Sets how to find out whether the caret's line is among those this area covers.
    void setCaretHasRoom(BooleanSupplier caretHasRoom) {
        this.caretHasRoom = caretHasRoom;
    }

    /// Sets how to find out whether new colours are on their way to this area.
    void setColoursCome(BooleanSupplier coloursCome) {
        this.coloursCome = coloursCome;
    }

    /// Sets who is asked before text is pasted; true says that it was dealt with.
    void setPasting(BooleanSupplier pasting) {
        this.pasting = pasting;
    }

    @Override
    public void paste() {
        if (!pasting.getAsBoolean()) {
            super.paste();
        }
    }

    /// Scrolls sideways to the caret in the next layout.
    ///
    /// While the caret's line is not covered that waits: RichTextFX would scroll the lines away
    /// under the window in which they are placed.
    @Override
    public void requestFollowCaret() {
        followLater = !caretHasRoom.getAsBoolean();
        if (!followLater) {
            super.requestFollowCaret();
        }
    }

    /// Does what [#requestFollowCaret] put off, now that other lines are covered.
    void followCaretIfPutOff() {
        if (followLater) {
            requestFollowCaret();
        }
    }

    /// Lays out what changes under a person's hands before the pulse's CSS pass, not after it: at
    /// the end of the key that changed it, or with its colours, or else when the pulse begins.
    ///
    /// RichTextFX makes the nodes of a changed line while it is laid out. Made after the CSS
    /// pass, they cost a pulse of their own that finds nothing to repaint, and for that JavaFX
    /// repaints the whole window: 20 ms for each key with software rendering.
    @Override
    public void requestLayout() {
        super.requestLayout();
        var scene = getScene();
        if (scene != null && waitsIn == null && !inLayout && isFocused()) {
            waitsIn = scene;
            scene.addPreLayoutPulseListener(early);
        }
    }

    /// Lays out what a key has changed as soon as the key is done with, in the time that would
    /// otherwise pass waiting for the pulse: a key comes at any moment between two of them. Where
    /// new colours come in a moment, that waits for them: each would make the line's nodes anew.
    private @Nullable Event laidOutAfter(
            Event event, EventDispatcher dispatcher, EventDispatchChain tail) {
        var rest = dispatcher.dispatchEvent(event, tail);
        boolean byPerson = event instanceof KeyEvent || event instanceof InputMethodEvent;
        if (byPerson && !coloursCome.getAsBoolean()) {
            layoutEarly();
        }
        return rest;
    }

    /// Does the layout that waits for the pulse, if one does.
    void layoutEarly() {
        var scene = waitsIn;
        if (scene != null) {
            waitsIn = null;
            scene.removePreLayoutPulseListener(early);
            if (getScene() != null) {
                layout();
            }
        }
    }

    @Override
    protected void layoutChildren() {
        inLayout = true;
        super.layoutChildren();
        inLayout = false;
    }

    boolean isInLayout() {
        return inLayout;
    }

    /// Takes the place of RichTextFX's own handling, which reports every step of a composition.
    @Override
    protected void handleInputMethodEvent(InputMethodEvent event) {
        if (composition != null && isEditable() && !isDisabled()) {
            composition.handle(event);
        }
    }

    /// @param n how many breaks RichTextFX would pass, of words and of spaces; not used
    @Override
    public void wordBreaksBackwards(int n, SelectionPolicy policy) {
        moveTo(Words.before(getText(), getCaretPosition()), policy);
    }

    /// @param n not used
    @Override
    public void wordBreaksForwards(int n, SelectionPolicy policy) {
        moveTo(Words.after(getText(), getCaretPosition()), policy);
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
