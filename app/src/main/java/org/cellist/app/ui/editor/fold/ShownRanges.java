package org.cellist.app.ui.editor.fold;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The ranges of a line, or of a word, that are to be shown; what lies between them is left out.
///
/// Not thread-safe.
final class ShownRanges {

    /// Makes a gap of a range that is left out.
    interface Maker {
        Fold gap(int start, int end);
    }

    private record Range(int start, int end) {}

    private final List<Range> ranges = new ArrayList<>();

    void add(int start, int end) {
        ranges.add(new Range(start, end));
    }

    /// Adds the gaps between the ranges.
    ///
    /// @param shortest gaps that are shorter are not worth it
    void addGaps(String text, int shortest, Maker maker, List<Fold> to) {
        ranges.sort(Comparator.comparingInt(Range::start));
        int end = ranges.getFirst().end;
        for (var range : ranges.subList(1, ranges.size())) {
            if (range.start - end >= shortest) {
                addGap(text, end, range.start, maker, to);
            }
            end = Math.max(end, range.end);
        }
    }

    /// A gap begins behind a character that is one unit, and parts no other.
    private static void addGap(String text, int from, int to, Maker maker, List<Fold> gaps) {
        int start = from;
        while (start < to && isPart(text, start)) {
            start++;
        }
        int end = to;
        while (end > start && Character.isLowSurrogate(text.charAt(end))) {
            end--;
        }
        if (start > 0 && start < end) {
            gaps.add(maker.gap(start, end));
        }
    }

    private static boolean isPart(String text, int at) {
        return at == 0 || Character.isSurrogate(text.charAt(at - 1));
    }
}
