package org.cellist.app.ui.editor.marks;

import java.util.Collection;
import java.util.List;
import org.cellist.app.ui.editor.highlight.Highlight;
import org.cellist.app.ui.editor.text.CodeTextArea;
import org.fxmisc.richtext.model.Paragraph;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;
import org.fxmisc.richtext.model.ReadOnlyStyledDocumentBuilder;
import org.fxmisc.richtext.model.SegmentOps;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.fxmisc.richtext.model.StyledSegment;
import org.fxmisc.richtext.model.TwoDimensional.Bias;

/// The lines of an area, which take colours where theirs differ: each line that does is built anew.
///
/// Confined to the JavaFX Application Thread.
public final class ColouredLines {

    /// Lines that are given to the area at a time: what it does with them grows with the square of
    /// their number.
    private static final int MOST_AT_ONCE = 50;

    private final CodeTextArea area;
    private final Looks looks;

    /// @param looks how each part of the area's text is to look
    public ColouredLines(CodeTextArea area, Looks looks) {
        this.area = area;
        this.looks = looks;
    }

    /// How a text is to look.
    @FunctionalInterface
    public interface Looks {

        /// Returns the runs from `start` to before `end`.
        List<StyleRuns.Run> runs(Highlight highlight, int start, int end);
    }

    /// Colours the lines from the one at `from` to the one at `to`.
    ///
    /// @param highlight that of the area's text
    /// @param from in units of the text
    /// @param to in units of the text
    public void colour(Highlight highlight, int from, int to) {
        if (from <= to) {
            int last = lineAt(to);
            for (int line = lineAt(from); line <= last; ) {
                line = colourSome(highlight, line, last);
            }
        }
    }

    /// Colours as many lines as there is time for, and returns the next one.
    ///
    /// @param highlight that of the area's text
    /// @param nanos after which no more lines are begun with
    /// @return the number of lines if all are coloured now
    public int colourFor(long nanos, Highlight highlight, int first) {
        long end = System.nanoTime() + nanos;
        int last = area.getParagraphs().size() - 1;
        int line = first;
        while (line <= last && System.nanoTime() - end < 0) {
            line = colourSome(highlight, line, last);
        }
        return line;
    }

    private int lineAt(int offset) {
        return area.offsetToPosition(Math.min(offset, area.getLength()), Bias.Forward).getMajor();
    }

    /// Colours lines from `first` on, at most up to `last`; returns the one after them.
    private int colourSome(Highlight highlight, int first, int last) {
        int after = Math.min(last + 1, first + MOST_AT_ONCE);
        int start = area.getAbsolutePosition(first, 0);
        int changedFrom = -1;
        for (var line : List.copyOf(area.getParagraphs().subList(first, after))) {
            int end = start + line.length();
            boolean isSame = isStyled(line, looks.runs(highlight, start, end));
            if (!isSame && changedFrom < 0) {
                changedFrom = start;
            } else if (isSame && changedFrom >= 0) {
                area.setStyleSpans(changedFrom, spans(highlight, changedFrom, start - 1));
                changedFrom = -1;
            }
            start = end + 1;
        }
        if (changedFrom >= 0) {
            area.setStyleSpans(changedFrom, spans(highlight, changedFrom, start - 1));
        }
        return after;
    }

    /// Returns a part of a text in its colours, for an area that does not show it yet.
    public ReadOnlyStyledDocument<Collection<String>, String, Collection<String>> document(
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

    private StyleSpans<Collection<String>> spans(Highlight highlight, int start, int end) {
        var spans = new StyleSpansBuilder<Collection<String>>();
        if (start == end) {
            spans.add(List.of(), 0);
        }
        for (var run : looks.runs(highlight, start, end)) {
            spans.add(run.style(), run.length());
        }
        return spans.create();
    }

    private static boolean isStyled(
            Paragraph<Collection<String>, String, Collection<String>> line,
            List<StyleRuns.Run> runs) {
        int index = 0;
        int left = runs.isEmpty() ? 0 : runs.getFirst().length();
        for (StyledSegment<String, Collection<String>> segment : line.getStyledSegments()) {
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
}
