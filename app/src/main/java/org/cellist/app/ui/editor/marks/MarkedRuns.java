package org.cellist.app.ui.editor.marks;

import java.util.ArrayList;
import java.util.List;
import org.cellist.app.ui.editor.marks.Marks.Mark;
import org.cellist.app.ui.editor.marks.StyleRuns.Run;

/// Lays marks over the runs of a highlight: a run is cut where a mark begins and ends.
///
/// Immutable.
public final class MarkedRuns {

    private MarkedRuns() {}

    /// Returns the runs with the marks' style classes after their own.
    ///
    /// @param start where the first run begins
    public static List<Run> of(List<Run> runs, Marks marks, int start) {
        if (marks.isEmpty()) {
            return runs;
        }
        var cut = new ArrayList<Run>();
        int next = firstEndingAfter(marks.all(), start);
        int at = start;
        for (var run : runs) {
            int end = at + run.length();
            while (at < end) {
                while (next < marks.all().size() && marks.all().get(next).end() <= at) {
                    next++;
                }
                int to = end;
                var style = run.style();
                if (next < marks.all().size()) {
                    var mark = marks.all().get(next);
                    boolean isMarked = mark.start() <= at;
                    to = Math.min(end, isMarked ? mark.end() : mark.start());
                    style = isMarked ? marked(style, mark) : style;
                }
                cut.add(new Run(to - at, style));
                at = to;
            }
        }
        return cut;
    }

    /// Marks are many in a long source, and lines are asked for one by one.
    private static int firstEndingAfter(List<Mark> marks, int offset) {
        int low = 0;
        int high = marks.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (marks.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static List<String> marked(List<String> style, Mark mark) {
        var classes = new ArrayList<>(style);
        classes.add(mark.look().styleClass());
        return List.copyOf(classes);
    }
}
