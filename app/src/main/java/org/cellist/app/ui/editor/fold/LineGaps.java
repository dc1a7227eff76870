package org.cellist.app.ui.editor.fold;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.cellist.app.ui.editor.text.UnitColumns;

/// What is left out of very long lines: all that is far from their ends, from the carets and from
/// the window. JavaFX lays out a line as a whole, with each key in it.
///
/// All lengths are UTF-16 units.
///
/// @param longest lines that are longer have gaps
/// @param edge what is shown of both ends of a line in any case
/// @param around what is shown on both sides of a caret, and of the window
/// @param near a caret, or the window, is not to come nearer to a gap
/// @param shortest gaps that are shorter are not worth it
///
/// Immutable.
public record LineGaps(int longest, int edge, int around, int near, int shortest) {

    public static final LineGaps USUAL = new LineGaps(5000, 250, 600, 200, 1000);

    /// What a person sees of all lines, in columns. Immutable.
    public record Columns(int first, int last) {

        boolean isWithin(Columns other) {
            return other.first <= first && last <= other.last;
        }
    }

    /// What must be shown. Immutable.
    private record Range(int start, int end) {}

    /// Returns the columns that are shown of every line when those are in sight.
    public Columns shown(Columns seen) {
        return new Columns(seen.first - around, seen.last + around);
    }

    /// Returns whether those columns and what is near them are shown.
    public boolean isShown(Columns seen, Columns shown) {
        return new Columns(Math.max(0, seen.first - near), seen.last + near).isWithin(shown);
    }

    public boolean isLong(int length) {
        return length > longest;
    }

    /// Returns whether a text has a line that is to have gaps.
    ///
    /// @param text with `\n` for every line end
    public boolean isAnyLong(String text) {
        for (int start = 0; text.length() - start > longest; ) {
            int end = lineEnd(text, start);
            if (isLong(end - start)) {
                return true;
            }
            start = end + 1;
        }
        return false;
    }

    /// Returns the gaps in the long lines of a text.
    ///
    /// @param text with `\n` for every line end
    /// @param carets places in it
    /// @param shown columns of every line
    public List<Fold> in(String text, Collection<Integer> carets, Columns shown) {
        var gaps = new ArrayList<Fold>();
        for (int start = 0; text.length() - start > longest; ) {
            int end = lineEnd(text, start);
            if (isLong(end - start)) {
                addGaps(text, shown(text, start, end, carets, shown), gaps);
            }
            start = end + 1;
        }
        return gaps;
    }

    /// Returns what is left of a gap when a range of the text is to be seen.
    public List<Fold> besides(String text, Fold gap, int from, int to) {
        var gaps = new ArrayList<Fold>();
        addGaps(
                text,
                List.of(
                        new Range(gap.start(), gap.start()),
                        new Range(from - around, to + around),
                        new Range(gap.end(), gap.end())),
                gaps);
        return gaps;
    }

    private static int lineEnd(String text, int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }

    /// Returns what is to be shown of a line, in order.
    private List<Range> shown(
            String text, int start, int end, Collection<Integer> carets, Columns columns) {
        var shown = new ArrayList<Range>();
        shown.add(new Range(start, start + edge));
        shown.add(new Range(end - edge, end));
        int first = UnitColumns.at(text, start, end, Math.max(0, columns.first));
        shown.add(new Range(first, UnitColumns.at(text, first, end, columns.last - columns.first)));
        for (int caret : carets) {
            if (caret >= start && caret <= end) {
                shown.add(new Range(caret - around, caret + around));
            }
        }
        shown.sort(Comparator.comparingInt(Range::start));
        return shown;
    }

    private void addGaps(String text, List<Range> shown, List<Fold> gaps) {
        int end = shown.getFirst().end;
        for (var range : shown.subList(1, shown.size())) {
            if (range.start - end >= shortest) {
                addGap(text, end, range.start, gaps);
            }
            end = Math.max(end, range.end);
        }
    }

    /// A gap begins behind a character that is one unit, and parts no other.
    private static void addGap(String text, int from, int to, List<Fold> gaps) {
        int start = from;
        while (start < to && isPart(text, start)) {
            start++;
        }
        int end = to;
        while (end > start && Character.isLowSurrogate(text.charAt(end))) {
            end--;
        }
        if (start > 0 && start < end) {
            gaps.add(Fold.gap(start, end, UnitColumns.of(text, start - 1, end)));
        }
    }

    private static boolean isPart(String text, int at) {
        return at == 0 || Character.isSurrogate(text.charAt(at - 1));
    }
}
