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
import org.cellist.app.ui.editor.fold.Folds;
import org.cellist.app.ui.editor.highlight.CodeHighlighter;
import org.cellist.app.ui.editor.highlight.EditorLanguage;
import org.cellist.app.ui.editor.highlight.Highlight;
import org.cellist.app.ui.editor.highlight.TextDifference;
import org.cellist.app.ui.editor.marks.MarkedRuns;
import org.cellist.app.ui.editor.marks.Marks;
import org.cellist.app.ui.editor.marks.StyleRuns;
import org.fxmisc.richtext.model.Paragraph;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;
import org.fxmisc.richtext.model.ReadOnlyStyledDocumentBuilder;
import org.fxmisc.richtext.model.SegmentOps;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.fxmisc.richtext.model.StyledSegment;
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

    private final EditorArea area;
    private final CodeHighlighter.Job job;
    private final CodeHighlighter highlighter;
    private final Executor atRest =
            CompletableFuture.delayedExecutor(REST_MS, TimeUnit.MILLISECONDS, Platform::runLater);

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
        this.folds = folds;
        this.job = job;
        this.highlighter = highlighter;
        area.setColoursCome(() -> awaited != null);
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
        area.replace(0, area.getLength(), document(look, 0, look.text().length()));
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
                ? document(known, start, end)
                : document(Highlight.plain(text), start, end);
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
            colour(highlight, from, Math.max(end(before), end(now)));
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
            colour(highlight, 0, highlight.text().length());
        } else {
            var change = TextDifference.between(before.text(), highlight.text());
            colour(highlight, change.start(), change.newEnd());
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
                        colour(now, 0, now.text().length());
                    } else {
                        colourAtRest(now);
                    }
                });
    }

    private boolean isShown(Highlight highlight) {
        var text = highlight.text();
        return area.getLength() == text.length() && area.getText().equals(text);
    }

    /// Gives the lines from the one at `from` to the one at `to` their colours.
    private void colour(Highlight highlight, int from, int to) {
        int start = 0;
        int changedFrom = -1;
        for (var paragraph : List.copyOf(area.getParagraphs())) {
            int end = start + paragraph.length();
            boolean same =
                    end < from || start > to || isStyled(paragraph, runs(highlight, start, end));
            if (!same && changedFrom < 0) {
                changedFrom = start;
            } else if (same && changedFrom >= 0) {
                area.setStyleSpans(changedFrom, spans(highlight, changedFrom, start - 1));
                changedFrom = -1;
            }
            start = end + 1;
        }
        if (changedFrom >= 0) {
            area.setStyleSpans(changedFrom, spans(highlight, changedFrom, start - 1));
        }
    }

    private static boolean isStyled(
            Paragraph<Collection<String>, String, Collection<String>> paragraph,
            List<StyleRuns.Run> runs) {
        int index = 0;
        int left = runs.isEmpty() ? 0 : runs.getFirst().length();
        for (StyledSegment<String, Collection<String>> segment : paragraph.getStyledSegments()) {
            int length = segment.getSegment().length();
            while (length > 0) {
                if (!List.copyOf(segment.getStyle()).equals(runs.get(index).style())) {
                    return false;
                }
                int covered = Math.min(length, left);
                length -= covered;
                left -= covered;
                if (left == 0 && index + 1 < runs.size()) {
                    index++;
                    left = runs.get(index).length();
                }
            }
        }
        return true;
    }

    private StyleSpans<Collection<String>> spans(Highlight highlight, int start, int end) {
        var spans = new StyleSpansBuilder<Collection<String>>();
        if (start == end) {
            spans.add(List.of(), 0);
        }
        for (var run : runs(highlight, start, end)) {
            spans.add(run.style(), run.length());
        }
        return spans.create();
    }

    private List<StyleRuns.Run> runs(Highlight highlight, int start, int end) {
        var wrong = MarkedRuns.of(StyleRuns.of(highlight, start, end), shownProblems, start);
        return MarkedRuns.of(wrong, shownFound, start);
    }

    private ReadOnlyStyledDocument<Collection<String>, String, Collection<String>> document(
            Highlight highlight, int from, int to) {
        var builder =
                new ReadOnlyStyledDocumentBuilder<Collection<String>, String, Collection<String>>(
                        SegmentOps.styledTextOps(), List.of());
        var text = highlight.text();
        for (int start = from; start <= to; ) {
            int lineEnd = text.indexOf('\n', start);
            int end = lineEnd < 0 || lineEnd > to ? to : lineEnd;
            builder.addParagraph(text.substring(start, end), spans(highlight, start, end));
            start = end + 1;
        }
        return builder.build();
    }
}
