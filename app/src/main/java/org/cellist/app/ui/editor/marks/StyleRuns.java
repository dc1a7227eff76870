package org.cellist.app.ui.editor.marks;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cellist.app.ui.editor.highlight.Highlight;
import org.cellist.app.ui.editor.highlight.TokenStyle;

/// Cuts a highlight into as few runs as look the same: each becomes a node of the area.
///
/// Spaces between two styled runs of a line take the style of the first, which does not show. The
/// rest of a line of very many runs is plain: the time in which JavaFX lays a line out grows with
/// the square of their number, and a line of data of 100,000 characters would stop the window.
///
/// Immutable.
public final class StyleRuns {

    /// Runs of a line that have colours.
    public static final int MOST_IN_LINE = 250;

    /// The same for a line that has gaps: it is written with every key.
    public static final int MOST_BESIDE_GAPS = 80;

    private static final Map<TokenStyle, List<String>> CLASSES = classes();

    private StyleRuns() {}

    /// So many units with these style classes. Immutable.
    public record Run(int length, List<String> style) {}

    /// Returns the runs from `start` to before `end`.
    public static List<Run> of(Highlight highlight, int start, int end) {
        return of(highlight, start, end, MOST_IN_LINE);
    }

    /// Returns the same with at most so many in a line that have colours.
    public static List<Run> of(Highlight highlight, int start, int end, int mostInLine) {
        var runs = new ArrayList<Run>();
        int from = start;
        int inLine = 0;
        while (from < end) {
            if (inLine == mostInLine) {
                int rest = lineEnd(highlight.text(), from, end);
                if (rest > from) {
                    runs.add(new Run(rest - from, List.of()));
                }
                from = rest;
                inLine = 0;
                continue;
            }
            var style = highlight.styleAt(from);
            int to = highlight.endOfRun(from, end);
            while (style != TokenStyle.PLAIN && to < end && isGap(highlight, to, end)) {
                int next = highlight.endOfRun(to, end);
                to = highlight.styleAt(next) == style ? highlight.endOfRun(next, end) : next;
            }
            runs.add(new Run(to - from, Objects.requireNonNull(CLASSES.get(style))));
            inLine = countAfter(highlight.text(), from, to, inLine);
            from = to;
        }
        return runs;
    }

    private static int lineEnd(String text, int from, int end) {
        int at = text.indexOf('\n', from);
        return at < 0 || at > end ? end : at;
    }

    /// Returns how many runs there are in the line in which one from `from` to `to` ends.
    private static int countAfter(String text, int from, int to, int before) {
        for (int i = to - 1; i >= from; i--) {
            if (text.charAt(i) == '\n') {
                return i == to - 1 ? 0 : 1;
            }
        }
        return before + 1;
    }

    /// Tells whether a run of spaces begins at `at` that ends before something styled.
    private static boolean isGap(Highlight highlight, int at, int end) {
        int next = highlight.endOfRun(at, end);
        if (highlight.styleAt(at) != TokenStyle.PLAIN || next == end) {
            return false;
        }
        for (int i = at; i < next; i++) {
            if (highlight.text().charAt(i) != ' ') {
                return false;
            }
        }
        return true;
    }

    private static Map<TokenStyle, List<String>> classes() {
        var classes = new EnumMap<TokenStyle, List<String>>(TokenStyle.class);
        for (var style : TokenStyle.values()) {
            classes.put(style, style == TokenStyle.PLAIN ? List.of() : List.of(style.styleClass()));
        }
        return classes;
    }
}
