package org.cellist.app.ui.notebook;

import java.util.function.IntUnaryOperator;
import org.cellist.app.ui.cell.CellRow;

/// Where a person stands in a cell's source, in UTF-16 units. Immutable.
///
/// @param caret before which character the caret stands
/// @param start of the selection; the caret where nothing is selected
/// @param end of the selection, behind its last character and what is folded to that
/// @param withFolded returns where a line ends with what is folded to it
record TextPlace(int caret, int start, int end, IntUnaryOperator withFolded) {

    static TextPlace of(CellRow row) {
        var range = row.selection();
        boolean isEmpty = range.getLength() == 0;
        int end = isEmpty ? range.getEnd() : row.withFolded(range.getEnd());
        return new TextPlace(row.caret(), range.getStart(), end, row::withFolded);
    }

    boolean hasSelection() {
        return end > start;
    }

    /// Returns the line of the caret with what is folded to it. The caret then stands where the
    /// next line that is not blank begins behind its indentation; at the end of this one when
    /// there is none.
    TextPlace line(String source) {
        int first = source.lastIndexOf('\n', caret - 1) + 1;
        int last = withFolded.applyAsInt(lineEnd(source));
        if (last == source.length()) {
            return new TextPlace(source.length(), first, source.length(), withFolded);
        }
        int next = last;
        while (next < source.length() && Character.isWhitespace(source.charAt(next))) {
            next++;
        }
        return new TextPlace(next == source.length() ? last : next, first, last, withFolded);
    }

    private int lineEnd(String source) {
        int at = source.indexOf('\n', caret);
        int end = at < 0 ? source.length() : at;
        return end > caret && source.charAt(end - 1) == '\r' ? end - 1 : end;
    }
}
