package org.cellist.app.ui.editor.fold;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.cellist.app.ui.editor.text.UnitColumns;

/// What is left out of very long lines that scroll: all that is far from their ends, from the
/// carets and from the window. JavaFX lays out a line as a whole, with each key in it.
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
public record LineGaps(int longest, int edge, int around, int near, int shortest)
        implements TextGaps {

    public static final LineGaps USUAL = new LineGaps(5000, 250, 600, 200, 1000);

    @Override
    public SeenColumns shown(SeenColumns seen) {
        return new SeenColumns(seen.first() - around, seen.last() + around);
    }

    @Override
    public boolean isShown(SeenColumns seen, SeenColumns shown) {
        return new SeenColumns(Math.max(0, seen.first() - near), seen.last() + near)
                .isWithin(shown);
    }

    @Override
    public boolean isLong(CharSequence line) {
        return line.length() > longest;
    }

    @Override
    public boolean isAnyLong(String text) {
        for (int start = 0; text.length() - start > longest; ) {
            int end = lineEnd(text, start);
            if (end - start > longest) {
                return true;
            }
            start = end + 1;
        }
        return false;
    }

    @Override
    public List<Fold> in(String text, Collection<Integer> carets, SeenColumns shown) {
        var gaps = new ArrayList<Fold>();
        for (int start = 0; text.length() - start > longest; ) {
            int end = lineEnd(text, start);
            if (end - start > longest) {
                addGaps(text, shown(text, start, end, carets, shown), gaps);
            }
            start = end + 1;
        }
        return gaps;
    }

    @Override
    public List<Fold> besides(String text, Fold gap, int from, int to) {
        var gaps = new ArrayList<Fold>();
        var shown = new ShownRanges();
        shown.add(gap.start(), gap.start());
        shown.add(from - around, to + around);
        shown.add(gap.end(), gap.end());
        addGaps(text, shown, gaps);
        return gaps;
    }

    private static int lineEnd(String text, int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }

    private ShownRanges shown(
            String text, int start, int end, Collection<Integer> carets, SeenColumns columns) {
        var shown = new ShownRanges();
        shown.add(start, start + edge);
        shown.add(end - edge, end);
        int first = UnitColumns.at(text, start, end, Math.max(0, columns.first()));
        shown.add(first, UnitColumns.at(text, first, end, columns.last() - columns.first()));
        for (int caret : carets) {
            if (caret >= start && caret <= end) {
                shown.add(caret - around, caret + around);
            }
        }
        return shown;
    }

    private void addGaps(String text, ShownRanges shown, List<Fold> gaps) {
        shown.addGaps(
                text,
                shortest,
                (start, end) -> Fold.gap(start, end, UnitColumns.of(text, start - 1, end)),
                gaps);
    }
}
