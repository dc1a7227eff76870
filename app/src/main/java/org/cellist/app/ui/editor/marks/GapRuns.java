package org.cellist.app.ui.editor.marks;

import java.util.ArrayList;
import java.util.List;
import org.cellist.app.ui.editor.fold.Fold;
import org.cellist.app.ui.editor.fold.Folds;
import org.cellist.app.ui.editor.marks.StyleRuns.Run;
import org.cellist.app.ui.editor.text.LineGap;
import org.cellist.app.ui.editor.text.WordCut;

/// Cuts the character before each gap in a line out of its run: it becomes the space of the gap,
/// or the chip of a cut.
///
/// Immutable.
public final class GapRuns {

    private GapRuns() {}

    /// Returns the runs with the style class of a gap at the character before it.
    ///
    /// @param start where the first run begins in what is shown
    public static List<Run> of(List<Run> runs, Folds folds, int start) {
        int length = runs.stream().mapToInt(Run::length).sum();
        var gaps = folds.between(start + 1, start + length).stream().filter(Fold::isGap).toList();
        if (gaps.isEmpty()) {
            return runs;
        }
        var cut = new ArrayList<Run>();
        int next = 0;
        int at = start;
        for (var run : runs) {
            int end = at + run.length();
            while (at < end) {
                var gap = next < gaps.size() ? gaps.get(next) : null;
                int before = gap == null ? end : folds.toShown(gap.start()) - 1;
                if (gap != null && before == at) {
                    cut.add(new Run(1, List.of(style(gap))));
                    at++;
                    next++;
                } else {
                    int to = Math.min(end, before);
                    cut.add(new Run(to - at, run.style()));
                    at = to;
                }
            }
        }
        return cut;
    }

    private static String style(Fold gap) {
        return gap.columns() > 0
                ? LineGap.styleClass(gap.columns())
                : WordCut.styleClass(gap.length());
    }
}
