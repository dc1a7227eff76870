package org.cellist.app.ui.output.rich;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.cellist.app.ui.output.rich.Block.Side;
import org.cellist.app.ui.output.table.DataGrid;
import org.cellist.app.ui.output.table.DataGrid.HeadCell;
import org.cellist.app.ui.output.table.DataGrid.Place;

/// Turns tables of plain cells into grids of values. Immutable.
public final class PlainTables {

    private static final int MOST_COLUMNS = 2000;

    /// Values that spans repeat. No table of pandas has more of them; a page that wants to fill the
    /// memory has, and shows what exceeds them again and again.
    private static final int MOST_REPEATED = 100_000;

    private PlainTables() {}

    /// Returns the one table among blocks as values; empty when there is none, or more than one.
    public static Optional<DataGrid> only(List<Block> blocks) {
        var grids = new ArrayList<DataGrid>();
        for (var block : blocks) {
            if (block instanceof Block.Values(var grid)) {
                grids.add(grid);
            } else if (block instanceof Block.Tabular(var table)) {
                grids.add(grid(table));
            }
        }
        return grids.size() == 1 ? Optional.of(grids.getFirst()) : Optional.empty();
    }

    static DataGrid grid(Table table) {
        int columns = columns(table);
        var head = new ArrayList<List<HeadCell>>();
        var taken = new int[columns];
        for (var row : table.head()) {
            head.add(headRow(row, taken, columns));
        }
        var body = new ArrayList<List<String>>();
        Arrays.fill(taken, 0);
        var repeated = new HashSet<Place>();
        for (var row : table.body()) {
            var above = body.isEmpty() ? List.<String>of() : body.getLast();
            for (int column = 0; column < columns; column++) {
                if (taken[column] > 0 && repeated.size() < MOST_REPEATED) {
                    repeated.add(new Place(body.size(), column));
                }
            }
            body.add(bodyRow(row, taken, above, columns));
        }
        return new DataGrid(head, body, headColumns(table), sides(table, columns), repeated);
    }

    private static int columns(Table table) {
        int most = 1;
        for (var rows : List.of(table.head(), table.body())) {
            for (var row : rows) {
                int columns = row.cells().stream().mapToInt(Table.Cell::columns).sum();
                most = Math.max(most, columns);
            }
        }
        return Math.min(MOST_COLUMNS, most);
    }

    private static List<HeadCell> headRow(Table.Row row, int[] taken, int columns) {
        var cells = new ArrayList<HeadCell>();
        int column = 0;
        for (var cell : row.cells()) {
            while (column < columns && taken[column] > 0) {
                taken[column++]--;
            }
            int span = Math.min(cell.columns(), columns - column);
            if (span <= 0) {
                break;
            }
            cells.add(new HeadCell(cell.text().strip(), column, span));
            Arrays.fill(taken, column, column + span, cell.rows() - 1);
            column += span;
        }
        return cells;
    }

    /// A value that spans rows is the value of each of them.
    private static List<String> bodyRow(
            Table.Row row, int[] taken, List<String> above, int columns) {
        var values = new String[columns];
        Arrays.fill(values, "");
        int column = 0;
        for (var cell : row.cells()) {
            while (column < columns && taken[column] > 0) {
                values[column] = above.get(column);
                taken[column++]--;
            }
            if (column >= columns) {
                break;
            }
            values[column] = cell.text().strip();
            taken[column] = cell.rows() - 1;
            column++;
        }
        while (column < columns && taken[column] > 0) {
            values[column] = above.get(column);
            taken[column++]--;
        }
        return List.of(values);
    }

    /// The columns at the left that are heads in the first row.
    private static int headColumns(Table table) {
        int count = 0;
        if (!table.body().isEmpty()) {
            for (var cell : table.body().getFirst().cells()) {
                if (!cell.isHead()) {
                    break;
                }
                count++;
            }
        }
        return count;
    }

    /// A column's side is that of its first value.
    private static List<Boolean> sides(Table table, int columns) {
        var right = new Boolean[columns];
        Arrays.fill(right, table.isData());
        if (!table.isData() && !table.body().isEmpty()) {
            var cells = table.body().getFirst().cells();
            for (int i = 0; i < Math.min(columns, cells.size()); i++) {
                right[i] = cells.get(i).side() == Side.RIGHT;
            }
        }
        return List.of(right);
    }
}
