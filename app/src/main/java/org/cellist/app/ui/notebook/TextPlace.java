package org.cellist.app.ui.notebook;

import org.cellist.app.ui.cell.CellRow;

/// Where a person stands in a cell's source, in UTF-16 units. Immutable.
///
/// @param caret before which character the caret stands
/// @param start of the selection; the caret where nothing is selected
/// @param end of the selection, behind its last character
record TextPlace(int caret, int start, int end) {

    static TextPlace of(CellRow row) {
        var range = row.selection();
        return new TextPlace(row.caret(), range.getStart(), range.getEnd());
    }

    boolean hasSelection() {
        return end > start;
    }

    /// Returns the line of the caret, which then stands where the next line that is not blank
    /// begins behind its indentation; at the end of this one when there is none.
    TextPlace line(String source) {
        int first = source.lastIndexOf('\n', caret - 1) + 1;
        int last = source.indexOf('\n', caret);
        if (last < 0) {
            return new TextPlace(source.length(), first, source.length());
        }
        int next = last;
        while (next < source.length() && Character.isWhitespace(source.charAt(next))) {
            next++;
        }
        return new TextPlace(next == source.length() ? last : next, first, last);
    }
}
