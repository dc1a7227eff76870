package org.cellist.app.ui.editor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import javafx.event.Event;
import javafx.event.EventDispatchChain;
import javafx.event.EventDispatcher;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.IndexRange;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Background;
import javafx.scene.text.TextFlow;
import org.cellist.app.ui.editor.caret.SeveralCarets;
import org.cellist.app.ui.editor.text.CandidatePlace;
import org.cellist.app.ui.editor.text.CodeTextArea;
import org.cellist.app.ui.editor.text.NobodyElse;
import org.cellist.app.ui.editor.text.ShownLine;
import org.cellist.app.ui.editor.typing.Words;
import org.fxmisc.flowless.VirtualFlow;
import org.fxmisc.richtext.Selection;
import org.fxmisc.richtext.model.StyledDocument;
import org.fxmisc.richtext.util.UndoUtils;
import org.jspecify.annotations.Nullable;

/// The text area inside an editor: RichTextFX's, without its undo and its input-method handling.
///
/// Confined to the JavaFX Application Thread.
final class EditorArea extends CodeTextArea {

    private @Nullable Composition composition;
    private BooleanSupplier caretHasRoom = () -> true;
    private BooleanSupplier takesText = () -> true;
    private BooleanSupplier coloursCome = () -> false;
    private final AreaClipboard clipboard = new AreaClipboard(this);
    private @Nullable HiddenParts hidden;
    private @Nullable Folding folding;
    private Runnable laidOut = () -> {};
    private Runnable beforeLayout = () -> {};
    private @Nullable SeveralCarets carets;
    private final EventDispatcher ownBehaviour;
    private final Runnable early = this::layoutEarly;
    private @Nullable Scene waitsIn;
    private boolean followLater;
    private boolean inLayout;

    EditorArea() {
        followLooks();
        setUndoManager(UndoUtils.noOpUndoManager());
        setUseInitialStyleForInsertion(false);
        setBackground(Background.EMPTY);
        getStylesheets().clear(); // editor.css has what it needs of them; one cache for all areas
        setFocusTraversable(false);
        setInputMethodRequests(new CandidatePlace(this));
        setOnInputMethodTextChanged(this::handleInputMethodEvent);
        ownBehaviour = getEventDispatcher();
        setEventDispatcher(this::laidOutAfter);
    }

    /// Puts a node behind the text, which is neither laid out nor pointed at.
    void addBehindText(Node node) {
        node.setManaged(false);
        node.setMouseTransparent(true);
        getChildren().addFirst(node);
    }

    /// Sets what may be hidden of the text, and what opens it.
    void setHidden(HiddenParts hidden, Folding folding) {
        this.hidden = hidden;
        this.folding = folding;
    }

    /// Every change of the text but those in several places at once passes here. None goes into
    /// what is hidden.
    @Override
    public void replace(
            int start,
            int end,
            StyledDocument<Collection<String>, String, Collection<String>> replacement) {
        var range = new IndexRange(start, end);
        var open = hidden == null ? range : hidden.openFor(range);
        super.replace(open.getStart(), open.getEnd(), replacement);
    }

    /// Drags what is selected to another place.
    @Override
    public void moveSelectedText(int position) {
        super.moveSelectedText(folding == null ? position : folding.openToMoveTo(position));
    }

    /// Opens what is folded at a place, before text comes there, and returns where it is then.
    int openAt(int place) {
        return folding == null ? place : folding.openToMoveTo(place);
    }

    /// Returns which place of the source is shown at `place`.
    int toSource(int place) {
        return hidden == null ? place : hidden.toSource(place);
    }

    /// Opens what is hidden near the carets, before the text changes there.
    void openToWrite() {
        if (folding != null) {
            folding.openToWrite();
        }
    }

    /// Sets what is copied, cut and pasted while there are more carets than the area's own.
    void setCarets(SeveralCarets carets) {
        this.carets = carets;
    }

    /// Makes what an input method composes a part of the text.
    void commitComposition() {
        if (composition != null) {
            composition.commit();
        }
    }

    /// Sets how to find out whether an input method may write.
    void setTakesText(BooleanSupplier takesText) {
        this.takesText = takesText;
    }

    /// Turns the input method on or off; JavaFX asks for it again at once.
    void setComposes(boolean composes) {
        if (composes == (getInputMethodRequests() == null)) {
            setInputMethodRequests(composes ? new CandidatePlace(this) : null);
        }
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

    /// Sets who is told when a person's event is done with, and before what it changed is laid out.
    void setBeforeLayout(Runnable told) {
        beforeLayout = told;
    }

    /// Adds who is told after each layout.
    void addLaidOut(Runnable told) {
        var others = laidOut;
        laidOut =
                () -> {
                    others.run();
                    told.run();
                };
    }

    /// Sets who is asked before text is pasted; true says that it was dealt with.
    void setPasting(BooleanSupplier pasting) {
        clipboard.setPasting(pasting);
    }

    @Override
    public void paste() {
        clipboard.paste(super::paste);
    }

    @Override
    public void copy() {
        clipboard.copy(hidden, super::copy);
    }

    @Override
    public void cut() {
        clipboard.cut(super::cut);
    }

    /// Returns the carets if there are more than the area's own.
    @Nullable SeveralCarets several() {
        return carets != null && carets.areSeveral() ? carets : null;
    }

    /// Returns where lines begin that are scrolled as they are now, in pixels of the area.
    double textLeft() {
        var visible = getVisibleParagraphs().isEmpty() ? 0 : visibleParToAllParIndex(0);
        var number = getParagraphGraphic(visible);
        double numbers = number == null ? 0 : number.prefWidth(-1);
        return getInsets().getLeft() + numbers - getEstimatedScrollX();
    }

    /// Returns the lines that have nodes now.
    List<ShownLine> shownLines() {
        var lines = new ArrayList<ShownLine>();
        for (var child : getChildren()) {
            if (child instanceof VirtualFlow<?, ?> flow) {
                for (int i = 0; i < getVisibleParagraphs().size(); i++) {
                    int line = visibleParToAllParIndex(i);
                    flow.getCellIfVisible(line)
                            .flatMap(cell -> textIn(cell.getNode()))
                            .map(text -> shownLine(line, text))
                            .ifPresent(lines::add);
                }
            }
        }
        return lines;
    }

    private ShownLine shownLine(int line, TextFlow text) {
        int start = getAbsolutePosition(line, 0);
        return new ShownLine(this, text, start, start + getParagraphLength(line));
    }

    private static Optional<TextFlow> textIn(Node line) {
        return line instanceof Parent box
                ? box.getChildrenUnmodifiable().stream()
                        .filter(TextFlow.class::isInstance)
                        .map(TextFlow.class::cast)
                        .findFirst()
                : Optional.empty();
    }

    /// Where a selection begins and where it ends are told one after the other: while lines go, it
    /// may seem to end before it begins. It is asked for again then.
    @Override
    @SuppressWarnings("rawtypes") // as RichTextFX has it
    public IndexRange getParagraphSelection(Selection selection, int line) {
        boolean isFirst = line == selection.getStartParagraphIndex();
        boolean isLast = line == selection.getEndParagraphIndex();
        int start = isFirst ? selection.getStartColumnPosition() : 0;
        int end = isLast ? selection.getEndColumnPosition() : getParagraphLength(line) + 1;
        return start > end ? EMPTY_RANGE : super.getParagraphSelection(selection, line);
    }

    /// Only RichTextFX asks this, before it follows the caret sideways: where something is selected
    /// it would go to the selection's start, away from a caret at the other end.
    @Override
    public IndexRange getParagraphSelection(int line) {
        return EMPTY_RANGE;
    }

    /// Does what RichTextFX does for a key, here and for nobody else.
    void actOn(KeyEvent event) {
        ownBehaviour.dispatchEvent(event.copyFor(this, this), NobodyElse.CHAIN);
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
    private @Nullable Event laidOutAfter(Event event, EventDispatchChain tail) {
        var rest = ownBehaviour.dispatchEvent(event, tail);
        beforeLayout.run();
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
        laidOut.run();
    }

    boolean isInLayout() {
        return inLayout;
    }

    /// Takes the place of RichTextFX's own handling, which reports every step of a composition.
    @Override
    protected void handleInputMethodEvent(InputMethodEvent event) {
        if (composition != null && isEditable() && !isDisabled() && takesText.getAsBoolean()) {
            composition.handle(event);
        }
    }

    /// @param n how many breaks RichTextFX would pass, of words and of spaces; not used
    @Override
    public void wordBreaksBackwards(int n, SelectionPolicy policy) {
        moveTo(withoutGap(() -> Words.before(getText(), getCaretPosition())), policy);
    }

    /// @param n not used
    @Override
    public void wordBreaksForwards(int n, SelectionPolicy policy) {
        moveTo(withoutGap(() -> Words.after(getText(), getCaretPosition())), policy);
    }

    /// What is next to each other on both sides of a gap is no word.
    private int withoutGap(IntSupplier wordBreak) {
        int found = wordBreak.getAsInt();
        boolean hadGap = folding != null && folding.openGapsBetween(getCaretPosition(), found);
        return hadGap ? wordBreak.getAsInt() : found;
    }

    /// Selects the word at the caret, or else the next one of its line.
    @Override
    public void selectWord() {
        var found = wordAtCaret();
        int line = getAbsolutePosition(getCurrentParagraph(), 0);
        boolean hadGap =
                folding != null
                        && folding.openGapsBetween(line + found.getStart(), line + found.getEnd());
        var word = hadGap ? wordAtCaret() : found;
        if (word.getLength() > 0) {
            int paragraph = getCurrentParagraph();
            selectRange(paragraph, word.getStart(), paragraph, word.getEnd());
        }
    }

    /// Returns the columns of the word at the caret, or else of the next one of its line; an empty
    /// range where there is none.
    private IndexRange wordAtCaret() {
        var word = Words.WORD.matcher(getText(getCurrentParagraph()));
        while (word.find()) {
            if (word.end() > getCaretColumn()) {
                return new IndexRange(word.start(), word.end());
            }
        }
        return EMPTY_RANGE;
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
