package org.cellist.app.ui.output.table;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A table of values. Immutable.
///
/// @param head rows above the line; a cell may span columns
/// @param body rows of values, each with one text for each column
/// @param headColumns how many columns at the left name their row
/// @param right for each column, whether its values stand at the right
/// @param repeated the places whose value is that of the place above: the table as it came shows
///     it only once
public record DataGrid(
        List<List<HeadCell>> head,
        List<List<String>> body,
        int headColumns,
        List<Boolean> right,
        Set<Place> repeated) {

    /// What pandas writes where it leaves out rows or columns.
    private static final Set<String> LEFT_OUT = Set.of("...", "…");

    public DataGrid {
        head = head.stream().map(List::copyOf).toList();
        body = List.copyOf(body);
        right = List.copyOf(right);
        repeated = Set.copyOf(repeated);
    }

    /// A cell above the line. Immutable.
    ///
    /// @param column where it begins
    /// @param columns how many columns it spans
    public record HeadCell(String text, int column, int columns) {}

    /// Where a value stands. Immutable.
    public record Place(int row, int column) {

        /// A record's own would be the same for thousands of places.
        @Override
        public int hashCode() {
            return 0x9E3779B1 * row + column;
        }
    }

    public int columns() {
        return right.size();
    }

    /// Returns the row above the line that names this column alone; empty where none does, and
    /// where the column stands for some that were left out.
    Optional<Integer> headRowOf(int column) {
        Optional<Integer> found = Optional.empty();
        for (int row = 0; row < head.size(); row++) {
            for (var cell : head.get(row)) {
                boolean isIts = cell.column() == column && cell.columns() == 1;
                if (isIts && LEFT_OUT.contains(cell.text())) {
                    return Optional.empty();
                }
                if (isIts && (!cell.text().isEmpty() || found.isEmpty())) {
                    found = Optional.of(row);
                }
            }
        }
        return found;
    }

    /// Returns the names above a column, the outermost first.
    List<String> namesOf(int column) {
        return head.stream()
                .flatMap(List::stream)
                .filter(cell -> cell.column() <= column)
                .filter(cell -> column < cell.column() + cell.columns())
                .map(HeadCell::text)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /// Returns whether a row stands for some that were left out.
    boolean isLeftOut(int row) {
        var values = body.get(row);
        return headColumns < columns()
                && values.subList(headColumns, columns()).stream().allMatch(LEFT_OUT::contains);
    }

    /// Returns the value at a place as the table shows it as it came.
    String shownAt(int row, int column) {
        return !repeated.isEmpty() && repeated.contains(new Place(row, column))
                ? ""
                : body.get(row).get(column);
    }
}
