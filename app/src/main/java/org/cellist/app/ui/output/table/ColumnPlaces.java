package org.cellist.app.ui.output.table;

import java.util.List;

/// Where the columns of a table lie. Immutable.
final class ColumnPlaces {

    /// Free space at the left and right of each value, in pixels.
    static final double PADDING = 14;

    /// Longer values are cut short; their row's text is shown on hover.
    private static final double WIDEST = 420;

    /// Rows that are measured; a table has its widest values anywhere, but must not wait for all.
    private static final int MEASURED_ROWS = 400;

    private final double[] starts;

    private ColumnPlaces(double[] starts) {
        this.starts = starts;
    }

    static ColumnPlaces of(DataGrid grid, TextWidths plain, TextWidths bold) {
        var widths = new double[grid.columns()];
        int rows = grid.body().size();
        int step = Math.max(1, rows / MEASURED_ROWS);
        for (int row = 0; row < rows; row += step) {
            var values = grid.body().get(row);
            for (int column = 0; column < widths.length; column++) {
                var font = column < grid.headColumns() ? bold : plain;
                widths[column] = Math.max(widths[column], font.of(values.get(column)));
            }
        }
        for (var row : grid.head()) {
            widenFor(row, widths, bold);
        }
        var starts = new double[widths.length + 1];
        for (int column = 0; column < widths.length; column++) {
            double width = Math.ceil(Math.min(WIDEST, widths[column])) + 2 * PADDING;
            starts[column + 1] = starts[column] + width;
        }
        return new ColumnPlaces(starts);
    }

    /// A name over several columns shares its width among them.
    private static void widenFor(List<DataGrid.HeadCell> row, double[] widths, TextWidths bold) {
        for (var cell : row) {
            double there = (cell.columns() - 1) * 2 * PADDING;
            for (int i = 0; i < cell.columns(); i++) {
                there += widths[cell.column() + i];
            }
            double missing = bold.of(cell.text()) - there;
            for (int i = 0; i < cell.columns() && missing > 0; i++) {
                widths[cell.column() + i] += missing / cell.columns();
            }
        }
    }

    double left(int column) {
        return starts[column];
    }

    double right(int column) {
        return starts[column + 1];
    }

    /// Returns the column at a distance from the table's left edge; -1 where there is none.
    int at(double x) {
        for (int column = 0; column < count(); column++) {
            if (x >= left(column) && x < right(column)) {
                return column;
            }
        }
        return -1;
    }

    double total() {
        return starts[starts.length - 1];
    }

    int count() {
        return starts.length - 1;
    }
}
