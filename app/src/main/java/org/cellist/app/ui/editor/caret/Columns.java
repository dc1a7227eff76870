package org.cellist.app.ui.editor.caret;

import java.util.ArrayList;
import java.util.List;
import org.cellist.app.ui.editor.markdown.DisplayWidth;

/// Columns as they are seen: a Hangul syllable takes two, a tab goes on to the next eighth. Pure.
///
/// Immutable.
final class Columns {

    private static final int TAB = 8;

    private Columns() {}

    /// Returns the column before the unit at `index` of a line.
    static int at(String line, int index) {
        int column = 0;
        for (int i = 0; i < index; ) {
            int c = line.codePointAt(i);
            column = after(column, c);
            i += Character.charCount(c);
        }
        return column;
    }

    /// Returns the index at a column of a line, at most its end; that before a character of which
    /// the column is the middle.
    static int index(String line, int column) {
        int at = 0;
        int index = 0;
        while (index < line.length()) {
            int c = line.codePointAt(index);
            int next = after(at, c);
            if (next > column) {
                return index;
            }
            at = next;
            index += Character.charCount(c);
        }
        return index;
    }

    private static int after(int column, int character) {
        return character == '\t' ? (column / TAB + 1) * TAB : column + DisplayWidth.of(character);
    }

    /// Returns what a rectangle of columns selects, line by line in the order in which it was
    /// drawn; a shorter line has a caret at its end.
    ///
    /// @param lines from the first line of the rectangle to its last one
    /// @param offset of the first line in the text
    static List<CaretRange> within(List<String> lines, int offset, int anchor, int caret) {
        var ranges = new ArrayList<CaretRange>();
        int start = offset;
        for (var line : lines) {
            ranges.add(new CaretRange(start + index(line, anchor), start + index(line, caret)));
            start += line.length() + 1;
        }
        return ranges;
    }
}
