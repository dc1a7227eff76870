package org.cellist.app.ui.output.table;

import java.util.List;

/// A table of values. Immutable.
///
/// @param head rows above the line; a cell may span columns
/// @param body rows of values, each with one text for each column
/// @param headColumns how many columns at the left name their row
/// @param right for each column, whether its values stand at the right
public record DataGrid(
        List<List<HeadCell>> head, List<List<String>> body, int headColumns, List<Boolean> right) {

    public DataGrid {
        head = head.stream().map(List::copyOf).toList();
        body = List.copyOf(body);
        right = List.copyOf(right);
    }

    /// A cell above the line. Immutable.
    ///
    /// @param column where it begins
    /// @param columns how many columns it spans
    public record HeadCell(String text, int column, int columns) {}

    public int columns() {
        return right.size();
    }
}
