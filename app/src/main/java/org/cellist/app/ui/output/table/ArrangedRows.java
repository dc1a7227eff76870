package org.cellist.app.ui.output.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// The rows of a table in a wanted order, without those that are not wanted. A row that stands for
/// some that were left out has a place only in the table as it came.
///
/// Confined to one thread.
final class ArrangedRows {

    private final DataGrid grid;
    private final Map<Integer, ColumnValues> columns = new HashMap<>();
    private Arrangement arrangement = Arrangement.AS_IT_CAME;
    private int[] rows;

    ArrangedRows(DataGrid grid) {
        this.grid = grid;
        this.rows = all();
    }

    Arrangement arrangement() {
        return arrangement;
    }

    void arrange(Arrangement wanted) {
        arrangement = wanted;
        var words = wanted.words().strip();
        rows = wanted.isSorted() || wanted.isNarrowed() ? chosen(wanted, words) : all();
        if (wanted.isSorted()) {
            sort(values(wanted.sorted()), wanted.ascending());
        }
    }

    private int[] all() {
        return IntStream.range(0, grid.body().size()).toArray();
    }

    private int[] chosen(Arrangement wanted, String words) {
        return IntStream.range(0, grid.body().size())
                .filter(row -> !grid.isLeftOut(row))
                .filter(row -> words.isEmpty() || hasWords(row, words))
                .filter(row -> wanted.conditions().stream().allMatch(each -> allows(each, row)))
                .toArray();
    }

    private boolean hasWords(int row, String words) {
        for (var value : grid.body().get(row)) {
            if (AnyCase.contains(value, words)) {
                return true;
            }
        }
        return false;
    }

    private boolean allows(Condition condition, int row) {
        int column = condition.column();
        return condition.allows(values(column), row, grid.body().get(row).get(column));
    }

    private void sort(ColumnValues values, boolean ascending) {
        Comparator<Integer> order = values::compare;
        var inOrder = ascending ? order : order.reversed();
        Comparator<Integer> missingLast = Comparator.comparing(values::isMissing);
        var boxed = IntStream.of(rows).boxed().toArray(Integer[]::new);
        Arrays.sort(
                boxed,
                missingLast.thenComparing(
                        (row, other) -> values.isMissing(row) ? 0 : inOrder.compare(row, other)));
        rows = Arrays.stream(boxed).mapToInt(row -> row).toArray();
    }

    /// Returns the values of a column as what they are.
    ColumnValues values(int column) {
        return columns.computeIfAbsent(
                column,
                at -> {
                    List<String> texts = new ArrayList<>(grid.body().size());
                    for (int row = 0; row < grid.body().size(); row++) {
                        texts.add(grid.isLeftOut(row) ? "" : grid.body().get(row).get(at));
                    }
                    return ColumnValues.of(texts);
                });
    }

    int count() {
        return rows.length;
    }

    /// Returns how many rows there are, without those that stand for others.
    int total() {
        return (int) IntStream.range(0, grid.body().size()).filter(r -> !grid.isLeftOut(r)).count();
    }

    /// Returns whether rows were left out before the table came.
    boolean isPart() {
        return total() < grid.body().size();
    }

    /// Returns the value at a place of the rows as they are shown. A name that stands for several
    /// rows is told once as long as these are together.
    String valueAt(int at, int column) {
        int row = rows[at];
        boolean isTogether = !arrangement.isSorted() && at > 0 && rows[at - 1] == row - 1;
        return isTogether ? grid.shownAt(row, column) : grid.body().get(row).get(column);
    }

    /// Returns the wanted part of the table as one of its own.
    DataGrid part(int firstRow, int endRow, int firstColumn, int endColumn) {
        var body = new ArrayList<List<String>>();
        for (int at = firstRow; at < endRow; at++) {
            body.add(grid.body().get(rows[at]).subList(firstColumn, endColumn));
        }
        var head = grid.head().stream().map(row -> cut(row, firstColumn, endColumn)).toList();
        int names = Math.clamp(grid.headColumns() - firstColumn, 0, endColumn - firstColumn);
        return new DataGrid(
                head, body, names, grid.right().subList(firstColumn, endColumn), Set.of());
    }

    private static List<DataGrid.HeadCell> cut(
            List<DataGrid.HeadCell> row, int firstColumn, int endColumn) {
        var cells = new ArrayList<DataGrid.HeadCell>();
        for (var cell : row) {
            int from = Math.max(firstColumn, cell.column());
            int to = Math.min(endColumn, cell.column() + cell.columns());
            if (from < to) {
                cells.add(new DataGrid.HeadCell(cell.text(), from - firstColumn, to - from));
            }
        }
        return cells;
    }
}
