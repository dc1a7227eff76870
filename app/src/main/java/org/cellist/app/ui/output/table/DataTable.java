package org.cellist.app.ui.output.table;

import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.output.menu.MenuPlace;
import org.cellist.app.ui.output.rows.RowSource;
import org.cellist.app.ui.output.rows.RowsView;
import org.cellist.app.ui.theme.Fonts;

/// Shows a table of values: names in bold, numbers at the right, thin lines.
///
/// Confined to the JavaFX Application Thread.
public final class DataTable extends Region {

    /// From one row to the next, in pixels.
    public static final double ROW_HEIGHT = 26;

    /// Rows in sight at most; more scroll inside.
    public static final int MOST_ROWS = 20;

    private static final double FONT_SIZE = 13;
    private static final double BASELINE = 17.5;

    private final DataGrid grid;
    private final TextWidths plain;
    private final TextWidths bold;
    private final ColumnPlaces places;
    private final DataRow[] headRows;
    private final RowsView<DataRow> rows;

    private DataTable(DataGrid grid) {
        this.grid = grid;
        Fonts.load();
        this.plain = new TextWidths(Font.font(Fonts.INTERFACE, FONT_SIZE));
        this.bold = new TextWidths(Font.font(Fonts.INTERFACE, FontWeight.BOLD, FONT_SIZE));
        this.places = ColumnPlaces.of(grid, plain, bold);
        this.rows = new RowsView<>(new Rows(), ROW_HEIGHT, MOST_ROWS);
        this.headRows = new DataRow[grid.head().size()];
        getStyleClass().add("data-table");
        for (int i = 0; i < headRows.length; i++) {
            headRows[i] = headRow(i);
            getChildren().add(headRows[i]);
        }
        rows.setContentWidth(places.total());
        rows.onSideways(this::requestLayout);
        getChildren().add(rows);
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
    }

    public static DataTable of(DataGrid grid) {
        return new DataTable(grid);
    }

    private DataRow headRow(int index) {
        var row = new DataRow(BASELINE, "head-row");
        for (var cell : grid.head().get(index)) {
            double left = places.left(cell.column());
            double right = places.right(cell.column() + cell.columns() - 1);
            double room = right - left - 2 * ColumnPlaces.PADDING;
            var text = bold.fitted(cell.text(), room);
            boolean atRight = grid.right().get(cell.column()) && cell.columns() == 1;
            double free = atRight ? room - bold.of(text) : 0;
            row.add(text, left + ColumnPlaces.PADDING + free, true);
        }
        row.finish();
        return row;
    }

    private double headHeight() {
        return headRows.length * ROW_HEIGHT;
    }

    @Override
    protected double computePrefWidth(double height) {
        return rows.prefWidth(-1);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return headHeight() + rows.prefHeight(width);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double width = Math.min(getWidth(), rows.prefWidth(-1));
        double inner = Math.min(getWidth(), places.total());
        for (int i = 0; i < headRows.length; i++) {
            headRows[i].resizeRelocate(
                    -rows.sideways(), i * ROW_HEIGHT, places.total(), ROW_HEIGHT);
            var clip = new Rectangle(rows.sideways(), 0, inner, ROW_HEIGHT);
            headRows[i].setClip(clip);
        }
        rows.resizeRelocate(0, headHeight(), width, getHeight() - headHeight());
    }

    private void menu(ContextMenuEvent event) {
        var copy = new MenuItem(Texts.of("output").get("copyTable"));
        copy.setOnAction(_ -> copy());
        MenuPlace.show(this, event, copy);
    }

    /// Copies all values, with tabs between them, as spreadsheets take them.
    private void copy() {
        var content = new ClipboardContent();
        content.putString(asText());
        Clipboard.getSystemClipboard().setContent(content);
    }

    String asText() {
        return DelimitedText.tabs(grid);
    }

    /// The rows of values.
    private final class Rows implements RowSource<DataRow> {

        @Override
        public int count() {
            return grid.body().size();
        }

        @Override
        public DataRow create() {
            return new DataRow(BASELINE, "body-row");
        }

        @Override
        public void fill(DataRow node, int row) {
            double from = rows.sideways();
            double to = from + Math.max(rows.getWidth(), 1);
            node.clear();
            for (int column = 0; column < places.count(); column++) {
                if (places.right(column) >= from && places.left(column) <= to) {
                    put(node, row, column);
                }
            }
            node.finish();
        }

        private void put(DataRow node, int row, int column) {
            boolean isHead = column < grid.headColumns();
            var widths = isHead ? bold : plain;
            double room = places.right(column) - places.left(column) - 2 * ColumnPlaces.PADDING;
            var text = widths.fitted(grid.body().get(row).get(column), room);
            double free = grid.right().get(column) ? room - widths.of(text) : 0;
            node.add(text, places.left(column) + ColumnPlaces.PADDING + free, isHead);
        }
    }
}
