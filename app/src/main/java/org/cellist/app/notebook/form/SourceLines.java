package org.cellist.app.notebook.form;

import java.util.ArrayList;
import java.util.List;

/// Finds the lines of a source that are not part of a text over several lines.
///
/// Confined to one reading.
final class SourceLines {

    /// A line, without its end. Immutable.
    ///
    /// @param number how many lines are before it
    record Line(int number, int start, int end) {}

    private final String source;
    private final List<Line> lines = new ArrayList<>();
    private boolean hasOpenText;

    private SourceLines(String source) {
        this.source = source;
    }

    static List<Line> of(String source) {
        var found = new SourceLines(source);
        found.find();
        return found.lines;
    }

    private void find() {
        int start = 0;
        int number = 0;
        while (start <= source.length()) {
            int end = lineEnd(start);
            int last = lastEnd(start, end);
            if (last == end) {
                lines.add(new Line(number, start, end));
            }
            start = last + 1;
            number++;
        }
    }

    private int lineEnd(int from) {
        int i = from;
        while (i < source.length() && !CodeScan.isLineEnd(source.charAt(i))) {
            i++;
        }
        return i;
    }

    /// Returns the end of the line where the last text ends that begins in this line. A text that
    /// never ends is being written: it counts as nothing, or all fields below would go at a key.
    private int lastEnd(int start, int end) {
        int first = CodeScan.afterSpace(source, start, end);
        if (hasOpenText || (first < end && "!%".indexOf(source.charAt(first)) >= 0)) {
            return end;
        }
        int i = first;
        int last = end;
        while (i < last && source.charAt(i) != '#') {
            if (!CodeScan.isQuote(source.charAt(i))) {
                i++;
                continue;
            }
            boolean isLong = CodeScan.quotes(source, i).length() > 1;
            int close = CodeScan.stringEnd(source, i, isLong ? source.length() : last);
            if (close < 0) {
                hasOpenText |= isLong;
                return last;
            }
            i = close;
            last = close > last ? lineEnd(close) : last;
        }
        return last;
    }
}
