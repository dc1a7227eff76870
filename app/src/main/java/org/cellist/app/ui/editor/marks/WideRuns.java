package org.cellist.app.ui.editor.marks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.cellist.app.ui.editor.marks.StyleRuns.Run;
import org.cellist.app.ui.theme.ChosenType;

/// Cuts runs where letters of two columns begin and end, for a family that has none of that width:
/// those get the style class `wide`, and with it another font.
///
/// A space between two of them is as wide in that font, and stays with them.
///
/// Immutable.
public final class WideRuns {

    /// The style class of letters of two columns.
    public static final String WIDE = "wide";

    /// The time in which a line is laid out grows with the square of its runs.
    private static final int MOST_CUTS = 250;

    private WideRuns() {}

    /// Returns the style of a text that takes the place of one with that style, as it is until it
    /// has its colours: what is composed has two columns for each letter from its first step on.
    public static Collection<String> styled(Collection<String> style, String text) {
        if (!ChosenType.code().hasOtherWide()) {
            return style;
        }
        var classes = new ArrayList<>(style);
        classes.remove(WIDE);
        if (text.chars().allMatch(WideRuns::isWide)) {
            classes.add(WIDE);
        }
        return List.copyOf(classes);
    }

    /// Returns the runs with the class after their own where letters are wide.
    ///
    /// @param start where the first run begins in the text
    public static List<Run> of(List<Run> runs, String text, int start) {
        var cut = new ArrayList<Run>(runs.size());
        int at = start;
        for (var run : runs) {
            int end = at + run.length();
            while (at < end) {
                boolean isWide = isWide(text.charAt(at));
                int to = cut.size() - runs.size() < MOST_CUTS ? endOf(isWide, text, at, end) : end;
                cut.add(new Run(to - at, isWide ? wide(run.style()) : run.style()));
                at = to;
            }
        }
        return cut;
    }

    private static int endOf(boolean isWide, String text, int from, int end) {
        int to = from + 1;
        while (to < end) {
            char c = text.charAt(to);
            boolean isGap = isWide && c == ' ' && to + 1 < end && isWide(text.charAt(to + 1));
            if (!isGap && isWide(c) != isWide) {
                return to;
            }
            to++;
        }
        return end;
    }

    /// Tells whether a unit is of Hangul, Hanja or Kana, or of the signs made for them.
    public static boolean isWide(int c) {
        return c >= 0x1100
                && (c <= 0x115f
                        || (c >= 0x2e80 && c <= 0xd7a3)
                        || (c >= 0xf900 && c <= 0xfaff)
                        || (c >= 0xff00 && c <= 0xff60));
    }

    private static List<String> wide(List<String> style) {
        var classes = new ArrayList<>(style);
        classes.add(WIDE);
        return List.copyOf(classes);
    }
}
