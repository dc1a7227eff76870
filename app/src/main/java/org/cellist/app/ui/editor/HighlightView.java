package org.cellist.app.ui.editor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.cellist.app.ui.editor.fold.Fold;
import org.cellist.app.ui.editor.fold.Folds;
import org.cellist.app.ui.editor.highlight.CodeHighlighter;
import org.cellist.app.ui.editor.highlight.EditorLanguage;
import org.cellist.app.ui.editor.highlight.Highlight;
import org.cellist.app.ui.editor.highlight.TextDifference;
import org.cellist.app.ui.editor.marks.ColouredLines;
import org.cellist.app.ui.editor.marks.GapRuns;
import org.cellist.app.ui.editor.marks.MarkedRuns;
import org.cellist.app.ui.editor.marks.Marks;
import org.cellist.app.ui.editor.marks.StyleRuns;
import org.cellist.app.ui.editor.marks.WideRuns;
import org.cellist.app.ui.theme.ChosenType;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;
import org.jspecify.annotations.Nullable;

/// Puts the colours of the highlighter into the area.
///
/// Text appears at once, coloured if its highlight is known, plain otherwise. While somebody
/// types the old colours stay, shifted with the text, until the new ones come. Then only lines
/// that differ are touched, because each is built anew: those with the change at once, and the
/// others when the hands rest, so that an open bracket does not recolour the whole cell with
/// each key until it is closed.
///
/// The highlighter reads the whole text, and marks are of the whole text; what the area has is what
/// is shown of it while some is folded.
///
/// Confined to the JavaFX Application Thread.
final class HighlightView {

    private static final int REST_MS = 200;
    private static final int STEP_MS = 4;
    private static final long STEP_NANOS = STEP_MS * 1_000_000L;

    private final EditorArea area;
    private final ColouredLines lines;
    private final CodeHighlighter.Job job;
    private final CodeHighlighter highlighter;
    private final Executor atRest =
            CompletableFuture.delayedExecutor(REST_MS, TimeUnit.MILLISECONDS, Platform::runLater);
    private final Executor betweenSteps =
            CompletableFuture.delayedExecutor(STEP_MS, TimeUnit.MILLISECONDS, Platform::runLater);

    /// The text whose colours are on their way.
    private @Nullable String awaited;

    private final Supplier<Folds> folds;

    /// The newest colours of the whole text; null before the first.
    private @Nullable Highlight whole;

    /// What the lines with the last change are coloured by; null before the first colours.
    private @Nullable Highlight newest;

    /// Whether those are the colours of the text as it is now.
    private boolean isNewestCurrent;

    private Runnable coloured = () -> {};
    private boolean restAwaited;

    /// What a search has found.
    private Marks found = Marks.NONE;

    /// What is wrong.
    private Marks problems = Marks.NONE;

    /// Those in the text that the area shows.
    private Marks shownFound = Marks.NONE;

    private Marks shownProblems = Marks.NONE;

    /// @param folds what is folded now
    HighlightView(
            EditorArea area,
            CodeHighlighter.Job job,
            CodeHighlighter highlighter,
            Supplier<Folds> folds) {
        this.area = area;
        this.lines = new ColouredLines(area, this::runs);
        this.folds = folds;
        this.job = job;
        this.highlighter = highlighter;
        area.setColoursCome(() -> awaited != null);
        ChosenType.follow(area, this::styleAnew);
    }

    /// Wide letters may be taken from another family than before. What is composed stays as it is.
    private void styleAnew() {
        var highlight = newest;
        if (highlight != null && isShown(highlight)) {
            colourInSight(highlight);
            colourInSteps(highlight, 0);
        }
    }

    /// Sets who is told when the colours of the text as it is now are known.
    void setColoured(Runnable coloured) {
        this.coloured = coloured;
    }

    /// Returns the colours of the text as it is now; null while they are on their way.
    @Nullable Highlight current() {
        return isNewestCurrent ? newest : null;
    }

    /// Returns the colours of the whole text as it is now; null while they are on their way.
    @Nullable Highlight currentWhole() {
        return isNewestCurrent ? whole : null;
    }

    /// Returns whether a part of the text is not shown.
    boolean isPartHidden() {
        return !folds.get().isEmpty();
    }

    /// Replaces the whole text of the area.
    void showText(String text, EditorLanguage language) {
        stop();
        found = Marks.NONE;
        problems = Marks.NONE;
        takeMarks();
        var known = highlighter.known(text, language);
        whole = known;
        newest = known == null ? null : shown(known);
        isNewestCurrent = known != null;
        var look = newest == null ? Highlight.plain(folds.get().shown(text)) : newest;
        area.replace(0, area.getLength(), lines.document(look, 0, look.text().length()));
        if (known == null) {
            request(text, language);
        }
    }

    /// Other parts are folded than before; the area does not show them yet.
    void foldsChanged() {
        boolean isUsable = isNewestCurrent && whole != null;
        newest = isUsable ? shown(Objects.requireNonNull(whole)) : null;
        takeMarks();
    }

    /// Returns a part of what is shown now, for an area that does not show it yet.
    ///
    /// @param text what is shown now
    ReadOnlyStyledDocument<Collection<String>, String, Collection<String>> document(
            String text, int start, int end) {
        var known = newest;
        return known != null && known.text().equals(text)
                ? lines.document(known, start, end)
                : lines.document(Highlight.plain(text), start, end);
    }

    private Highlight shown(Highlight highlight) {
        var now = folds.get();
        return now.isEmpty()
                ? highlight
                : highlight.parts(now.shownParts(highlight.text().length()));
    }

    private void takeMarks() {
        shownFound = shown(found);
        shownProblems = shown(problems);
    }

    /// What is hidden as a whole is not marked.
    private Marks shown(Marks marks) {
        var now = folds.get();
        if (now.isEmpty()) {
            return marks;
        }
        var shown = new ArrayList<Marks.Mark>();
        for (var mark : marks.all()) {
            int start = now.toShown(mark.start());
            int end = now.toShown(mark.end());
            if (start < end) {
                shown.add(new Marks.Mark(start, end, mark.look()));
            }
        }
        return new Marks(shown);
    }

    /// Asks for the colours of the text the area shows now.
    void recolour(String text, EditorLanguage language) {
        var known = highlighter.known(text, language);
        if (known != null) {
            stop();
            apply(known);
        } else {
            request(text, language);
        }
    }

    /// Lets other ranges of the text stand out as found than before.
    void markFound(Marks now) {
        found = now;
        var before = shownFound;
        shownFound = shown(now);
        repaint(before, shownFound);
    }

    /// Lets other ranges of the text stand out as wrong than before.
    void markProblems(Marks now) {
        problems = now;
        var before = shownProblems;
        shownProblems = shown(now);
        repaint(before, shownProblems);
    }

    private void repaint(Marks before, Marks now) {
        if (before.equals(now)) {
            return;
        }
        var highlight = newest == null ? Highlight.plain(area.getText()) : newest;
        if (isShown(highlight)) {
            int from = Math.min(start(before), start(now));
            lines.colour(highlight, from, Math.max(end(before), end(now)));
        }
    }

    private static int start(Marks marks) {
        return marks.isEmpty() ? Integer.MAX_VALUE : marks.all().getFirst().start();
    }

    private static int end(Marks marks) {
        return marks.isEmpty() ? 0 : marks.all().getLast().end();
    }

    /// Text was replaced; what stands out moves with it, and is painted with the next colours.
    void edited(int offset, int removedLength, int insertedLength) {
        isNewestCurrent = false;
        if (!found.isEmpty() || !problems.isEmpty()) {
            found = found.after(offset, removedLength, insertedLength);
            problems = problems.after(offset, removedLength, insertedLength);
            takeMarks();
        }
    }

    /// Drops the work that waits.
    void stop() {
        awaited = null;
        job.cancel();
    }

    private void request(String text, EditorLanguage language) {
        awaited = text;
        job.submit(text, language, this::arrived);
    }

    private void arrived(Highlight highlight) {
        if (highlight.text().equals(awaited)) {
            awaited = null;
        }
        apply(highlight);
        area.layoutEarly();
    }

    /// Takes a highlight if the area still shows its text.
    private void apply(Highlight wholeText) {
        var bounds = folds.get();
        boolean isCut = !bounds.isEmpty() && !bounds.fitsIn(wholeText.text().length());
        var highlight = isCut ? wholeText : shown(wholeText);
        if (!isShown(highlight)) {
            return;
        }
        whole = wholeText;
        var before = newest;
        newest = highlight;
        if (before == null || before.language() != highlight.language()) {
            colourInSight(highlight);
            colourInSteps(highlight, 0);
        } else {
            var change = TextDifference.between(before.text(), highlight.text());
            lines.colour(highlight, change.start(), change.newEnd());
            colourAtRest(highlight);
        }
        isNewestCurrent = true;
        coloured.run();
    }

    /// Colours all lines when no other highlight came for a moment.
    private void colourAtRest(Highlight highlight) {
        if (restAwaited) {
            return;
        }
        restAwaited = true;
        atRest.execute(
                () -> {
                    restAwaited = false;
                    var now = newest;
                    if (now == null || !isShown(now)) {
                        return;
                    }
                    if (highlight.equals(now)) {
                        colourInSteps(now, 0);
                    } else {
                        colourAtRest(now);
                    }
                });
    }

    private void colourInSight(Highlight highlight) {
        var shown = area.shownLines();
        if (shown.size() < area.getParagraphs().size() && !shown.isEmpty()) {
            lines.colour(highlight, shown.getFirst().start(), shown.getLast().end());
        }
    }

    /// Colours the lines from `first` on, in steps that leave time for keys between them: the lines
    /// of a long text take a second.
    private void colourInSteps(Highlight highlight, int first) {
        int next = lines.colourFor(STEP_NANOS, highlight, first);
        if (next < area.getParagraphs().size()) {
            betweenSteps.execute(
                    () -> {
                        if (Objects.equals(highlight, newest) && isShown(highlight)) {
                            colourInSteps(highlight, next);
                        }
                    });
        }
    }

    private boolean isShown(Highlight highlight) {
        var text = highlight.text();
        return area.getLength() == text.length() && area.getText().equals(text);
    }

    private List<StyleRuns.Run> runs(Highlight highlight, int start, int end) {
        boolean hasGaps = folds.get().between(start, end).stream().anyMatch(Fold::isGap);
        int most = hasGaps ? StyleRuns.MOST_BESIDE_GAPS : StyleRuns.MOST_IN_LINE;
        var plain = StyleRuns.of(highlight, start, end, most);
        var wrong = MarkedRuns.of(plain, shownProblems, start);
        var marked = MarkedRuns.of(wrong, shownFound, start);
        boolean hasOthers = ChosenType.code().hasOtherLetters();
        var runs = hasOthers ? WideRuns.of(marked, highlight.text(), start) : marked;
        return folds.get().isEmpty() ? runs : GapRuns.of(runs, folds.get(), start);
    }
}
