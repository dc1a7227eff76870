package org.cellist.app.ui.editor.markdown;

import java.util.List;
import java.util.function.UnaryOperator;

/// Changes the whole lines that a selection touches; the selection stays on its words. Pure.
///
/// A selection that ends at the start of a line does not touch that line.
///
/// Immutable.
final class LineChange {

    private LineChange() {}

    /// @param marks from the lines to as many others
    static TextChange of(String text, int anchor, int caret, UnaryOperator<List<String>> marks) {
        int from = Math.min(anchor, caret);
        int to = Math.max(anchor, caret);
        int last = to > from && text.charAt(to - 1) == '\n' ? to - 1 : to;
        int start = text.lastIndexOf('\n', from - 1) + 1;
        int end = text.indexOf('\n', last) < 0 ? text.length() : text.indexOf('\n', last);
        var before = List.of(text.substring(start, end).split("\n", -1));
        var after = marks.apply(before);
        return new TextChange(
                start,
                end,
                String.join("\n", after),
                moved(anchor, start, before, after),
                moved(caret, start, before, after));
    }

    private static int moved(int place, int start, List<String> before, List<String> after) {
        int line = 0;
        int lineStart = start;
        int newStart = start;
        while (line < before.size() && place > lineStart + before.get(line).length()) {
            lineStart += before.get(line).length() + 1;
            newStart += after.get(line).length() + 1;
            line++;
        }
        if (line == before.size()) {
            return newStart + place - lineStart;
        }
        int change = after.get(line).length() - before.get(line).length();
        int column = place - lineStart + change;
        return newStart + Math.clamp(column, 0, after.get(line).length());
    }
}
