package org.cellist.app.ui.editor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import javafx.scene.control.IndexRange;
import javafx.scene.input.KeyEvent;
import org.cellist.app.ui.editor.caret.CaretRange;
import org.cellist.app.ui.editor.caret.Carets;
import org.cellist.app.ui.editor.caret.Change;
import org.cellist.app.ui.editor.caret.SeveralCarets;
import org.cellist.app.ui.editor.fold.Blocks;
import org.cellist.app.ui.editor.fold.Fold;
import org.cellist.app.ui.editor.fold.FoldedCode;
import org.cellist.app.ui.editor.fold.Folds;
import org.cellist.app.ui.editor.highlight.EditorLanguage;
import org.cellist.app.ui.editor.highlight.TokenStyle;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.jspecify.annotations.Nullable;

/// Folds blocks of the source to their first line, and opens them.
///
/// What is folded is left out of the area's text. So whatever may change the text near a fold opens
/// it first: a change is then made in a text that hides nothing around it.
///
/// Confined to the JavaFX Application Thread.
final class Folding {

    private final EditorArea area;
    private final SourceText source;
    private final HighlightView colours;
    private final Composition composition;
    private final SeveralCarets carets;
    private final Shown shown;
    private @Nullable FoldedCode memory;
    private Runnable changed = () -> {};
    private boolean isChanging;

    Folding(
            EditorArea area,
            SourceText source,
            HighlightView colours,
            Composition composition,
            SeveralCarets carets,
            Shown shown) {
        this.area = area;
        this.source = source;
        this.colours = colours;
        this.composition = composition;
        this.carets = carets;
        this.shown = shown;
    }

    /// The editor around the area. Immutable.
    ///
    /// @param isSilent whether the area changes without a person's doing
    /// @param parts lets the area show other parts of the text, which is not another text
    /// @param caret brings the caret to sight
    record Shown(
            Supplier<EditorLanguage> language,
            BooleanSupplier isSilent,
            Consumer<Runnable> parts,
            Runnable caret) {}

    /// Sets who is told when other blocks are folded than before.
    void setChanged(Runnable changed) {
        this.changed = changed;
    }

    /// Takes up what is folded in another source, before the area shows that; null where nothing
    /// can be.
    void show(@Nullable FoldedCode folded) {
        memory = folded;
        if (folded != null) {
            if (!folded.isNothing() && source.hasPlainLineEnds()) {
                source.fold(folded.in(source.plain()));
            }
            folded.showIn(source::folds);
        }
        this.changed.run();
    }

    /// Remembers what is folded when the source goes.
    void keep() {
        if (memory != null) {
            memory.keep(isPartHidden() ? source.plain() : "", source.folds());
            memory = null;
        }
    }

    boolean isPartHidden() {
        return !source.folds().isEmpty();
    }

    /// Whether the area is being made to show other parts.
    boolean isChanging() {
        return isChanging;
    }

    boolean canFold() {
        return memory != null
                && shown.language().get() != EditorLanguage.MARKDOWN
                && source.hasPlainLineEnds();
    }

    /// Returns the blocks of the whole text, in plain offsets.
    List<Fold> blocks() {
        if (!canFold()) {
            return List.of();
        }
        var code = colours.currentWhole();
        var text = source.plain();
        boolean isKnown = code != null && code.text().equals(text);
        return Blocks.in(
                text,
                shown.language().get().commentStart(),
                at -> isKnown && Objects.requireNonNull(code).styleAt(at) == TokenStyle.STRING);
    }

    // ---- what a person asks for

    /// Folds the innermost blocks around the carets.
    void foldAtCarets() {
        var blocks = blocks();
        var text = source.plain();
        var chosen = new ArrayList<Fold>();
        for (var range : carets.carets().all()) {
            Blocks.around(blocks, source.folds(), text, source.folds().toWhole(range.caret()))
                    .ifPresent(chosen::add);
        }
        set(source.folds().with(chosen));
        shown.caret().run();
    }

    /// Opens the blocks that begin on the lines of the carets and selections. What is folded in
    /// them stays so.
    void openOnLines() {
        var opened = onLines();
        if (!opened.isEmpty()) {
            set(source.folds().without(opened));
        }
    }

    private Collection<Fold> onLines() {
        return atEach(range -> lineStart(range.start()), range -> lineEnd(range.end()));
    }

    /// Opens the block that begins on the caret's line, or folds the one around it.
    void toggleAtCaret() {
        if (source.folds().at(lineEnd(area.getCaretPosition())).isPresent()) {
            openOnLines();
        } else {
            foldAtCarets();
        }
    }

    void foldAll() {
        set(source.folds().with(blocks()));
        shown.caret().run();
    }

    void unfoldAll() {
        openAll();
        shown.caret().run();
    }

    /// Opens all blocks.
    ///
    /// @return where a place is shown now
    IntUnaryOperator openAll() {
        return set(Folds.NONE);
    }

    /// Folds a block, or opens it. The page stays where it is: the caret may be elsewhere.
    void toggle(Fold block) {
        composition.commit();
        if (source.folds().all().contains(block)) {
            set(source.folds().without(List.of(block)));
        } else if (blocks().contains(block)) {
            set(source.folds().with(List.of(block)));
        }
    }

    // ---- what opens by itself

    /// Opens what a key may change.
    void before(KeyEvent event) {
        if (!isPartHidden() || !area.isEditable() || composition.isActive()) {
            return;
        }
        if (event.getEventType() == KeyEvent.KEY_TYPED) {
            var typed = event.getCharacter();
            if (!typed.isEmpty() && typed.charAt(0) >= ' ') {
                open(atEach(CaretRange::start, CaretRange::end));
            }
        } else if (event.getEventType() == KeyEvent.KEY_PRESSED) {
            switch (event.getCode()) {
                case ENTER, TAB -> open(onLines());
                case BACK_SPACE, DELETE -> openAtCarets();
                default -> {
                    // It moves the caret, or is a command's.
                }
            }
        }
    }

    /// Opens what is folded on the lines of the carets and selections, and on those beside them.
    ///
    /// @return where a place is shown now
    IntUnaryOperator openAtCarets() {
        if (isPartHidden()) {
            composition.commit();
        }
        return open(atEach(this::lineAbove, this::lineBelow));
    }

    /// Returns the folds between two places of each caret.
    private Collection<Fold> atEach(ToIntFunction<CaretRange> from, ToIntFunction<CaretRange> to) {
        var opened = new HashSet<Fold>();
        if (isPartHidden()) {
            for (var range : carets.carets().all()) {
                opened.addAll(source.folds().between(from.applyAsInt(range), to.applyAsInt(range)));
            }
        }
        return opened;
    }

    /// Opens the folds that a range of the source goes into, and no others in them.
    void reveal(int from, int to) {
        var hiding = source.folds().hiding(source.toPlain(from), source.toPlain(to));
        if (!hiding.isEmpty()) {
            set(source.folds().without(hiding));
        }
    }

    /// Opens the folds in which carets of the source would stand.
    void reveal(Carets wanted) {
        for (var range : wanted.all()) {
            reveal(range.anchor(), range.anchor());
            reveal(range.caret(), range.caret());
        }
    }

    /// Opens the folds that somebody else's change of the source touches.
    void openForChange(int offset, int removedLength, String inserted) {
        if (!isPartHidden()) {
            return;
        }
        if (source.hasCarriageReturns() || inserted.indexOf('\r') >= 0) {
            openAll(); // a change may join or part two line ends
        } else {
            open(source.folds().touching(offset, offset + removedLength));
        }
    }

    /// Opens the folds that a change of the area's text touches for which nobody opened them, and
    /// returns its range then. It never goes beyond the first line of a fold: what is hidden stays.
    IndexRange openFor(IndexRange range) {
        var before = source.folds();
        if (before.isEmpty() || shown.isSilent().getAsBoolean() || composition.isActive()) {
            return range;
        }
        int start = range.getStart();
        int last = Math.max(start, range.getEnd() - 1);
        var touched = before.between(start, last);
        if (touched.isEmpty()) {
            return range;
        }
        int first = touched.getFirst().start();
        boolean isInsertion = range.getLength() == 0;
        var moved = open(touched);
        int end = isInsertion ? moved.applyAsInt(start) : source.folds().toShown(first);
        return new IndexRange(moved.applyAsInt(start), end);
    }

    /// Opens what moving the selection to a place touches, and returns where that place is then.
    int openToMoveTo(int position) {
        if (!isPartHidden()) {
            return position;
        }
        int whole = source.folds().toWhole(position);
        open(source.folds().between(position - 1, position));
        openAtCarets();
        return source.folds().toShown(whole);
    }

    int toSource(int place) {
        return source.toSource(place);
    }

    /// Returns what is selected, with what is hidden in it.
    String selectedText() {
        var range = area.getSelection();
        var folds = source.folds();
        return source.plain()
                .substring(folds.toWhole(range.getStart()), folds.toWhole(range.getEnd()));
    }

    // ---- doing it

    /// Opens folds for a change, which must be made where nothing is hidden.
    private IntUnaryOperator open(Collection<Fold> opened) {
        return opened.isEmpty() ? at -> at : set(source.folds().withoutAllIn(opened));
    }

    /// Shows what these folds do not hide.
    ///
    /// @return where a place is shown now that was shown before
    private IntUnaryOperator set(Folds now) {
        var before = source.folds();
        var changed = new HashSet<>(before.all());
        now.all().stream().filter(fold -> !changed.remove(fold)).toList().forEach(changed::add);
        if (changed.isEmpty()) {
            source.fold(now); // others may be folded in what is hidden
            return at -> at;
        }
        int from = changed.stream().mapToInt(Fold::start).min().orElseThrow();
        int to = changed.stream().mapToInt(Fold::end).max().orElseThrow();
        int start = before.toShown(from);
        int removed = before.toShown(to) - start;
        int inserted = now.toShown(to) - start;
        var text = source.plain();
        source.fold(now);
        colours.foldsChanged();
        var part = colours.document(now.shown(text), start, start + inserted);
        int place = composition.shownPlaceOf(start, removed, inserted);
        IntUnaryOperator moved =
                composition.isActive()
                        ? new Change(place, removed, inserted)::moved
                        : at -> now.toShown(before.toWhole(at));
        isChanging = true;
        shown.parts()
                .accept(
                        () -> {
                            try {
                                carets.across(
                                        () -> area.replace(place, place + removed, part), moved);
                            } finally {
                                isChanging = false;
                            }
                        });
        this.changed.run();
        return moved;
    }

    private int lineStart(int offset) {
        return offset - area.offsetToPosition(offset, Bias.Forward).getMinor();
    }

    private int lineEnd(int offset) {
        var position = area.offsetToPosition(offset, Bias.Forward);
        return offset - position.getMinor() + area.getParagraphLength(position.getMajor());
    }

    private int lineAbove(CaretRange range) {
        return Math.max(0, lineStart(range.start()) - 1);
    }

    private int lineBelow(CaretRange range) {
        int end = lineEnd(range.end());
        return end == area.getLength() ? end : lineEnd(end + 1);
    }
}
