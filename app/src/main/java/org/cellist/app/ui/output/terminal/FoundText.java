package org.cellist.app.ui.output.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.cellist.app.ui.output.ansi.CharColumns;
import org.cellist.app.ui.output.ansi.StyledLine;
import org.cellist.app.ui.output.find.TextMatches;
import org.jspecify.annotations.Nullable;

/// What a search has found in the lines of a screen.
///
/// Confined to the JavaFX Application Thread.
final class FoundText {

    private final List<Hit> hits = new ArrayList<>();
    private final NavigableMap<Long, Integer> firstOfLine = new TreeMap<>(); // in the list
    private int current = -1;

    private record Hit(long line, ColumnRange columns) {}

    /// A match in a row. Immutable.
    ///
    /// @param columns in the row
    record Mark(ColumnRange columns, boolean isCurrent) {}

    /// Looks at all lines. Returns how many matches there are.
    ///
    /// @param dropped how many lines were before the first one
    int find(int lines, IntFunction<StyledLine> line, long dropped, TextMatches matches) {
        hits.clear();
        firstOfLine.clear();
        current = -1;
        for (int index = 0; index < lines; index++) {
            var text = line.apply(index).text();
            for (var range : matches.in(text)) {
                int from = CharColumns.of(text.substring(0, range.start()));
                int to = from + CharColumns.of(text.substring(range.start(), range.end()));
                firstOfLine.putIfAbsent(dropped + index, hits.size());
                hits.add(new Hit(dropped + index, new ColumnRange(from, to)));
            }
        }
        return hits.size();
    }

    /// Lets one match stand out. Returns where it begins; null for none.
    @Nullable TextPlace stand(int index) {
        current = index;
        if (index < 0 || index >= hits.size()) {
            return null;
        }
        var hit = hits.get(index);
        return new TextPlace(hit.line, hit.columns.from());
    }

    /// Returns the matches in a part of a line.
    ///
    /// @param from the part's first column
    /// @param to the column behind it
    List<Mark> in(long line, int from, int to) {
        var first = firstOfLine.get(line);
        if (first == null) {
            return List.of();
        }
        var marks = new ArrayList<Mark>();
        for (int i = first; i < hits.size() && hits.get(i).line == line; i++) {
            var columns = hits.get(i).columns;
            int start = Math.max(from, columns.from());
            int end = Math.min(to, columns.to());
            if (start < end) {
                marks.add(new Mark(new ColumnRange(start - from, end - from), i == current));
            }
        }
        return marks;
    }
}
