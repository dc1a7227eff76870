package org.cellist.app.ui.editor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import javafx.scene.control.IndexRange;
import org.cellist.app.ui.editor.caret.Carets;
import org.cellist.app.ui.editor.caret.Change;
import org.cellist.app.ui.editor.caret.SeveralCarets;
import org.cellist.app.ui.editor.fold.Fold;
import org.cellist.app.ui.editor.fold.Folds;
import org.cellist.app.ui.editor.fold.TextGaps;

/// What the area's text does not have of the source: folded blocks ([Folding]) and gaps in very
/// long lines ([LongLines]).
///
/// Whatever may change the text near a hidden part opens it first: a change is then made in a text
/// that hides nothing around it.
///
/// Confined to the JavaFX Application Thread.
final class HiddenParts {

    private final EditorArea area;
    private final SourceText source;
    private final HighlightView colours;
    private final Composition composition;
    private final SeveralCarets carets;
    private final TextGaps.Rules gaps;
    private final BooleanSupplier isSilent;
    private final Consumer<Runnable> parts;
    private Runnable changed = () -> {};
    private Moved told = (_, _, _) -> {};
    private boolean isChanging;

    /// @param gaps what is left out of long lines
    /// @param isSilent whether the area changes without a person's doing
    /// @param parts lets the area show other parts of the text, which is not another text
    HiddenParts(
            EditedText text,
            TextGaps.Rules gaps,
            BooleanSupplier isSilent,
            Consumer<Runnable> parts) {
        this.area = text.area();
        this.source = text.source();
        this.colours = text.colours();
        this.composition = text.composition();
        this.carets = text.carets();
        this.gaps = gaps;
        this.isSilent = isSilent;
        this.parts = parts;
    }

    /// Sets who is told when other parts are hidden than before.
    void setChanged(Runnable changed) {
        this.changed = changed;
    }

    /// Who is told that the area shows other parts.
    interface Moved {

        /// Called when the area shows them.
        ///
        /// @param before what it showed
        /// @param now what it shows
        /// @param moved returns where a place is shown now that was shown before
        void shown(String before, String now, IntUnaryOperator moved);
    }

    void setMoved(Moved told) {
        this.told = told;
    }

    Folds folds() {
        return source.folds();
    }

    /// Hides other parts of a source that the area does not show yet.
    void start(Folds folds) {
        source.fold(folds);
        changed.run();
    }

    boolean areSome() {
        return !source.folds().isEmpty();
    }

    /// Whether the area is being made to show other parts.
    boolean areChanging() {
        return isChanging;
    }

    /// Returns what is left out of lines as they are shown now: they wrap, or do not.
    TextGaps gaps() {
        return gaps.of(area.isWrapText());
    }

    /// Opens the folds that a range of the source goes into, and no others in them.
    void reveal(int from, int to) {
        int start = source.toPlain(from);
        int end = source.toPlain(to);
        var hiding = source.folds().hiding(start, end);
        if (!hiding.isEmpty()) {
            var left = new ArrayList<Fold>();
            for (var fold : hiding) {
                if (fold.isGap()) {
                    left.addAll(gaps().besides(source.plain(), fold, start, end));
                }
            }
            set(source.folds().without(hiding).with(left));
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
        if (!areSome()) {
            return;
        }
        if (source.hasCarriageReturns() || inserted.indexOf('\r') >= 0) {
            set(Folds.NONE); // a change may join or part two line ends
        } else {
            open(source.folds().touching(offset, offset + removedLength));
        }
    }

    /// Opens the folds that a change of the area's text touches for which nobody opened them, and
    /// returns its range then. It never goes beyond the first line of a fold: what is hidden stays.
    IndexRange openFor(IndexRange range) {
        var before = source.folds();
        if (before.isEmpty() || isSilent.getAsBoolean() || composition.isActive()) {
            return range;
        }
        int start = range.getStart();
        int last = Math.max(start, range.getEnd() - 1);
        var touched = before.between(start, last);
        if (touched.isEmpty()) {
            return range;
        }
        var firstBlock = touched.stream().filter(fold -> !fold.isGap()).findFirst();
        boolean isInsertion = range.getLength() == 0;
        var moved = open(touched);
        int end =
                isInsertion || firstBlock.isEmpty()
                        ? moved.applyAsInt(range.getEnd())
                        : source.folds().toShown(firstBlock.get().start());
        return new IndexRange(moved.applyAsInt(start), end);
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

    /// Leaves other parts of very long lines out than before.
    void leaveOut(Collection<Fold> gaps) {
        set(source.folds().withGaps(gaps));
    }

    /// Opens folds for a change, which must be made where nothing is hidden.
    IntUnaryOperator open(Collection<Fold> opened) {
        return opened.isEmpty() ? at -> at : set(source.folds().withoutAllIn(opened));
    }

    /// Shows what these folds do not hide.
    ///
    /// @return where a place is shown now that was shown before
    IntUnaryOperator set(Folds now) {
        var before = source.folds();
        var changed = new HashSet<>(before.all());
        now.all().stream().filter(fold -> !changed.remove(fold)).toList().forEach(changed::add);
        if (changed.isEmpty()) {
            source.fold(now); // others may be folded in what is hidden
            return at -> at;
        }
        int from = changed.stream().mapToInt(HiddenParts::shownFrom).min().orElseThrow();
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
        parts.accept(
                () -> {
                    try {
                        carets.across(() -> area.replace(place, place + removed, part), moved);
                    } finally {
                        isChanging = false;
                    }
                });
        told.shown(before.shown(text), now.shown(text), moved);
        this.changed.run();
        return moved;
    }

    /// The character before a gap in a line shows how wide the gap is.
    private static int shownFrom(Fold fold) {
        return fold.isGap() ? fold.start() - 1 : fold.start();
    }
}
