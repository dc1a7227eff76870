package org.cellist.app.ui.editor;

import java.util.List;
import java.util.function.DoubleSupplier;
import javafx.scene.control.IndexRange;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.cellist.app.ui.editor.caret.CaretMouse;
import org.cellist.app.ui.editor.caret.Carets;
import org.cellist.app.ui.editor.caret.CaretsAround;
import org.cellist.app.ui.editor.caret.Change;
import org.cellist.app.ui.editor.caret.MovedSelection;
import org.cellist.app.ui.editor.caret.PointedPlace;
import org.cellist.app.ui.editor.caret.SeveralCarets;
import org.cellist.app.ui.editor.completion.CodeAssist;
import org.cellist.app.ui.editor.completion.CodeAssistant;
import org.cellist.app.ui.editor.fold.FoldedCode;
import org.cellist.app.ui.editor.fold.LineNumbers;
import org.cellist.app.ui.editor.fold.TextGaps;
import org.cellist.app.ui.editor.highlight.CodeHighlighter;
import org.cellist.app.ui.editor.highlight.EditorLanguage;
import org.cellist.app.ui.editor.marks.Marks;
import org.cellist.app.ui.editor.text.Silence;
import org.cellist.app.ui.editor.vim.VimDesk;
import org.cellist.app.ui.theme.StyleSheets;
import org.fxmisc.richtext.model.PlainTextChange;
import org.jspecify.annotations.Nullable;

/// Shows and edits the source of one cell; grows with its text.
///
/// Made to be recycled: [#show] gives it another source, [#park] lets go of everything that
/// belongs to the cell. All offsets are UTF-16 units of the source as the document has it. The
/// height is [EditorMetrics#heightFor(String)] unless lines wrap; long lines scroll sideways.
///
/// Confined to the JavaFX Application Thread.
public final class CodeEditor extends Region {

    /// The address of the editor's style sheet, for the window's look. It is not attached to each
    /// editor: JavaFX keeps a cache of styles for every node that has sheets of its own.
    public static final String STYLE_SHEET = StyleSheets.in(CodeEditor.class, "editor.css");

    private static final EditorListener NOBODY = (_, _, _) -> {};

    private final SourceText source = new SourceText();
    private final Silence silence = new Silence();
    private final EditorArea area = new EditorArea();
    private final Composition composition =
            new Composition(area, this::replaceSilently, this::composed);
    private final Label placeholder = new Label();
    private final AreaPlace place = new AreaPlace(this, area);
    private final SidewaysBar sidewaysBar = new SidewaysBar(this, area);
    private final HighlightView colours;
    private final Edits edits;
    private final LineNumbers lineNumbers = new LineNumbers(area, source::folds);
    private final BehindText behind = new BehindText(area);
    private final SeveralCarets carets = new SeveralCarets(area, this::asOneEdit, behind::show);
    private final AssistedSource assisted =
            new AssistedSource(area, source, composition, this::language, carets::areSeveral);
    private final HiddenParts hidden;
    private final Folding folding;
    private final LongLines longLines;
    private final EditorCommands commands;
    private EditorListener listener = NOBODY;
    private final VimKeys vim;
    private final EditorKeys keys;

    private EditorLanguage language = EditorLanguage.PLAIN;

    public CodeEditor(CodeHighlighter highlighter) {
        this(highlighter, TextGaps.Rules.USUAL);
    }

    CodeEditor(CodeHighlighter highlighter, TextGaps.Rules gaps) {
        colours = new HighlightView(area, highlighter.open(), highlighter, source::folds);
        edits = new Edits(source, colours, carets, this::told);
        var text = new EditedText(area, source, colours, composition, carets);
        hidden = new HiddenParts(text, gaps, silence::isKept, this::showOtherParts);
        folding = new Folding(text, hidden, this::language, this::caretMoved);
        longLines = new LongLines(this, text, hidden);
        commands = new EditorCommands(area, this::language, assisted, carets, folding);
        vim = new VimKeys(area, this, () -> listener, hidden, folding);
        new BracketMarks(area, colours, behind);
        keys = new EditorKeys(area, carets, vim, assisted, folding, this::language, () -> listener);
        var foldGutter = new FoldGutter(this, area, folding, hidden);
        area.setHidden(hidden, folding);
        area.setComposition(composition);
        area.setCarets(carets);
        area.setPasting(() -> listener.pasted() || commands.pastesLink());
        area.plainTextChanges().subscribe(this::areaChanged);
        area.caretPositionProperty().addListener((_, _, _) -> caretMoved());
        area.focusedProperty().addListener((_, _, focused) -> focusChanged(focused));
        addEventFilter(KeyEvent.ANY, keys::handle);
        DoubleSupplier column = EditorMetrics::columnWidth;
        new CaretMouse(area, carets, composition::commit, area::textLeft, column).listenTo(this);
        new PointedPlace(area, assisted).install();
        new DroppedFiles(area, carets, () -> listener).listenTo(this);
        placeholder.getStyleClass().add("placeholder");
        placeholder.setMouseTransparent(true);
        getStyleClass().add("code-editor");
        getChildren().addAll(area, placeholder, foldGutter.node(), sidewaysBar.node());
        place.install(getChildren(), () -> listener.heightChanged());
    }

    // ---- content

    /// Shows another source, in which nothing can be folded, without a word to the listener. The
    /// caret goes to the start.
    public void show(String text, EditorLanguage language) {
        show(text, language, null);
    }

    /// Shows another source in the same way with what is `folded` in it; null where nothing can be.
    public void show(String text, EditorLanguage language, @Nullable FoldedCode folded) {
        composition.forget();
        carets.leaveOne();
        assisted.leave();
        this.language = language;
        folding.keep();
        source.set(text);
        folding.show(folded);
        longLines.show();
        place.startOver();
        silence.during(() -> colours.showText(source.plain(), language));
        area.moveTo(0);
        textChanged();
    }

    /// Returns the source as the document has it, without text that is still being composed.
    public String text() {
        return source.toString();
    }

    public EditorLanguage language() {
        return language;
    }

    /// Takes another language for the same source, after a cell magic or the kernel changed.
    public void setLanguage(EditorLanguage language) {
        this.language = language;
        recolour();
    }

    /// Makes a change that somebody else made (undo, another view), without reporting it.
    ///
    /// The caret and the selection stay with the text around them.
    ///
    /// @throws IndexOutOfBoundsException if the range does not lie in the source
    public void applyChange(int offset, int removedLength, String inserted) {
        assisted.leave();
        hidden.openForChange(offset, removedLength, inserted);
        int start = source.toShown(offset);
        int end = source.toShown(offset + removedLength);
        var shown = SourceText.shown(inserted);
        int place = composition.shownPlaceOf(start, end - start, shown.length());
        var moved = new MovedSelection(area, new Change(place, end - start, shown.length()));
        silence.during(() -> area.replaceText(place, place + end - start, shown));
        moved.restore();
        int plain = source.toPlain(offset);
        source.replace(offset, removedLength, inserted);
        colours.edited(plain, end - start, shown.length());
        textChanged();
        recolour();
    }

    /// Replaces the selection as if typed: the listener is told.
    public void replaceSelection(String text) {
        carets.leaveOne();
        folding.openAtCarets();
        area.replaceSelection(text);
        area.requestFollowCaret();
    }

    /// Changes the lines that the selection touches; nothing in a text that is only read.
    public void perform(TextCommand command) {
        if (area.isEditable()) {
            composition.commit();
            commands.perform(command);
        }
    }

    /// Sets who is told; null for nobody.
    public void setListener(@Nullable EditorListener listener) {
        this.listener = listener == null ? NOBODY : listener;
    }

    /// Lets a page's assistant help with this source.
    ///
    /// @param assist what is known about it
    public void setAssist(CodeAssistant assistant, CodeAssist assist) {
        assisted.use(assistant, assist);
    }

    /// Gives this editor Vim's keys while a person wants them.
    public void setVim(VimDesk desk) {
        vim.use(desk);
    }

    /// Brings text that an input method still composes into the document.
    public void commitComposition() {
        composition.commit();
    }

    /// Lets go of the cell: commits what is being composed, drops the listener and waiting work.
    public void park() {
        composition.commit();
        folding.keep();
        carets.leaveOne();
        assisted.leave();
        listener = NOBODY;
        colours.stop();
    }

    // ---- caret and selection

    public int caretPosition() {
        return source.toSource(area.getCaretPosition());
    }

    /// Returns the selected range; start and end are the caret where nothing is selected.
    public IndexRange selection() {
        var shown = area.getSelection();
        return new IndexRange(source.toSource(shown.getStart()), source.toSource(shown.getEnd()));
    }

    /// Selects from `anchor` to `caret`, where the caret then stands.
    public void select(int anchor, int caret) {
        select(Carets.selecting(anchor, caret));
    }

    /// Returns whether Vim takes a key, whatever else that would be a command of.
    public boolean claims(KeyEvent event) {
        return vim.claims(event);
    }

    /// Puts carets there; at the end of the text where it is shorter. Vim knows only the own one.
    public void select(Carets wanted) {
        carets.leaveOne();
        var known = vim.takesKeys() ? wanted.ownAlone() : wanted;
        var fitting = known.by(offset -> Math.min(offset, source.length()));
        hidden.reveal(fitting);
        carets.show(fitting.by(source::toShown));
        area.requestFollowCaret();
    }

    public void moveTo(int offset) {
        select(offset, offset);
    }

    /// Takes the focus with the caret at the start of the first line, or the end of the last.
    public void enterFrom(CaretEdge edge) {
        area.requestFocus();
        moveTo(edge == CaretEdge.TOP ? 0 : source.toSource(area.getLength()));
    }

    @Override
    public void requestFocus() {
        area.requestFocus();
    }

    /// Tells whether keys go to this editor.
    public boolean isEditing() {
        return area.isFocused();
    }

    /// Puts the caret after a range, so that the range is seen in a line that goes on beyond the
    /// edge. Does not take the focus.
    ///
    /// @return the upper edge of the range's first line, in pixels of the editor
    public double showRange(int start, int end) {
        hidden.reveal(start, end);
        area.scrollXToPixel(0);
        moveTo(end);
        return place.lineTopAt(source.toShown(start));
    }

    // ---- appearance

    /// Lets ranges of the source stand out as found, in place of those before. What lies beyond the
    /// text was found in another one, and is left out.
    public void markFound(Marks marks) {
        colours.markFound(source.toPlain(marks));
    }

    /// Lets ranges of the source stand out as wrong, in place of those before, in the same way.
    public void markProblems(Marks marks) {
        colours.markProblems(source.toPlain(marks));
    }

    public void setEditable(boolean editable) {
        area.setEditable(editable);
    }

    public boolean isEditable() {
        return area.isEditable();
    }

    /// Shows or hides the numbers of the lines.
    public void lineNumbers(boolean shown) {
        lineNumbers.show(shown);
    }

    /// Breaks long lines instead of scrolling them; the height then depends on the width.
    public void setWrapping(boolean wrapping) {
        place.setWrapping(wrapping);
    }

    /// Sets what stands in an empty editor; empty for nothing.
    public void setPlaceholder(String text) {
        placeholder.setText(text);
    }

    // ---- inside

    private void areaChanged(PlainTextChange change) {
        if (!silence.isKept()) {
            edits.report(change.getPosition(), change.getRemoved(), change.getInserted());
        }
    }

    private void told(List<SourceEdit> made, @Nullable CaretsAround around) {
        var last = made.getLast();
        textChanged();
        if (around != null) {
            listener.editedTogether(made, around);
        } else {
            listener.edited(last.offset(), last.removedLength(), last.inserted());
        }
        recolour();
        assisted.edited(last.offset(), last.removedLength(), last.inserted());
    }

    private void asOneEdit(Runnable changes) {
        composition.commit();
        edits.asOne(carets.carets(), changes);
        caretMoved();
    }

    private void textChanged() {
        lineNumbers.textChanged();
        placeholder.setVisible(area.getLength() == 0);
        sidewaysBar.place();
        place.linesMayHaveChanged();
    }

    private void recolour() {
        if (!composition.isActive()) {
            colours.recolour(source.plain(), language);
        }
    }

    private void caretMoved() {
        if (edits.areGathered() || hidden.areChanging()) {
            return;
        }
        if (area.isFocused()) {
            double top = place.caretTop();
            listener.caretMoved(top, top + EditorMetrics.lineHeight());
        }
        assisted.caretMoved();
    }

    private void focusChanged(boolean focused) {
        if (!focused) {
            composition.commit();
            assisted.leave();
        }
        vim.focusChanged(focused);
        listener.focusChanged(focused);
    }

    private void showOtherParts(Runnable change) {
        silence.during(change);
        textChanged();
    }

    private void replaceSilently(int shownStart, int shownEnd, String text) {
        assisted.leave();
        showOtherParts(() -> area.replaceText(shownStart, shownEnd, text));
    }

    /// An input method has composed a text in place of what was selected.
    private void composed(int shownOffset, String removed, String inserted) {
        edits.composed(shownOffset, removed, inserted);
        if (carets.areSeveral()) {
            caretMoved();
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return place.prefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        place.layout(placeholder);
        sidewaysBar.place();
    }
}
