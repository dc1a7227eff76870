package org.cellist.app.ui.editor.marks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.cellist.app.ui.editor.marks.StyleRuns.Run;
import org.cellist.app.ui.theme.ChosenType;
import org.cellist.app.ui.theme.LetterRuns;

/// Cuts runs where letters of two columns begin and end, for a family that has none of that width:
/// those get a style class, and with it another font or size; see [LetterRuns].
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
        if (text.chars().allMatch(LetterRuns::isWide)) {
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
                var kind = LetterRuns.kindAt(text, at);
                boolean isTooMany = cut.size() - runs.size() >= MOST_CUTS;
                int to = isTooMany ? end : LetterRuns.endOf(kind, text, at, end);
                cut.add(new Run(to - at, styled(run.style(), kind)));
                at = to;
            }
        }
        return cut;
    }

    private static List<String> styled(List<String> style, LetterRuns.Kind kind) {
        var styleClass = kind.styleClass();
        if (styleClass == null) {
            return style;
        }
        var classes = new ArrayList<>(style);
        classes.add(styleClass);
        return List.copyOf(classes);
    }
}
