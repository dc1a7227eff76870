package org.cellist.app.ui.output.table;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.output.find.Searchable;
import org.cellist.app.ui.output.find.TextMatches;
import org.cellist.app.ui.output.rows.RowSource;
import org.cellist.app.ui.output.rows.RowsView;
import org.cellist.app.ui.output.table.DataGrid.Place;
import org.cellist.app.ui.theme.Fonts;
import org.jspecify.annotations.Nullable;

/// Shows a table of values: names in bold, numbers at the right, thin lines. A person can sort its
/// rows, narrow them down and copy cells; the document stays as it is.
///
/// Confined to the JavaFX Application Thread.
public final class DataTable extends Region implements Searchable {

    /// From one row to the next, in pixels.
    public static final double ROW_HEIGHT = 26;

    /// Rows in sight at most; more scroll inside.
    public static final int MOST_ROWS = 20;

    private static final double FONT_SIZE = 13;
    private static final double BASELINE = 17.5;
    private static final double PART_GAP = 6;

    private final DataGrid grid;
    private final TableStates.State state;
    private final ArrangedRows arranged;
    private final TextWidths plain;
    private final TextWidths bold;
    private final ColumnPlaces places;
    private final TableHead head;
    private final RowsView<DataRow> rows;
    private final Region edge = new Region();
    private final Label part = new Label(Texts.of("output").get("table.part"));
    private final GridSelection selection = new GridSelection();
    private final FoundCells found = new FoundCells();
    private @Nullable TableBar bar; // while a person arranges the rows

    /// @param state how the table was arranged when it was last seen
    public DataTable(DataGrid grid, TableStates.State state) {
        this.grid = grid;
        this.state = state;
        this.arranged = new ArrangedRows(grid);
        Fonts.load();
        this.plain = new TextWidths(Font.font(Fonts.INTERFACE, FONT_SIZE));
        this.bold = new TextWidths(Font.font(Fonts.INTERFACE, FontWeight.BOLD, FONT_SIZE));
        this.places = ColumnPlaces.of(grid, plain, bold);
        var menus = new HeadingMenu(arranged, this::arrangeAndEnter);
        this.head = new TableHead(grid, places, bold, menus, this::arrange);
        this.rows = new RowsView<>(new Rows(), ROW_HEIGHT, MOST_ROWS);
        getStyleClass().add("data-table");
        edge.getStyleClass().add("index-edge");
        edge.setMouseTransparent(true);
        rows.setContentWidth(places.total());
        rows.onSideways(this::requestLayout);
        part.getStyleClass().add("table-count");
        part.setWrapText(true);
        part.setVisible(false);
        getChildren().addAll(head, rows, edge, part);
        new TableMouse(this, rows, selection).install();
        head.show(Arrangement.AS_IT_CAME);
        if (!state.arrangement().equals(Arrangement.AS_IT_CAME)) {
            arrange(state.arrangement());
        }
    }

    // ---- arranging

    /// Shows the rows as a person wants them.
    void arrange(Arrangement wanted) {
        arranged.arrange(wanted);
        state.keep(wanted);
        selection.clear();
        found.clear();
        head.show(wanted);
        if (bar == null && wanted.isNarrowed()) {
            addBar();
        }
        if (bar != null) {
            bar.show();
        }
        part.setVisible(arranged.isPart() && (wanted.isSorted() || wanted.isNarrowed()));
        rows.rowsChanged(0);
        requestLayout();
    }

    /// A condition that was just added is written in next.
    private void arrangeAndEnter(Arrangement wanted) {
        boolean isAdded = wanted.conditions().size() > arranged.arrangement().conditions().size();
        arrange(wanted);
        if (isAdded && bar != null) {
            bar.enter();
        }
    }

    /// Opens the line in which rows are narrowed down.
    void openBar() {
        var line = bar == null ? addBar() : bar;
        line.show();
        line.enter();
    }

    /// Opens the menu of a column's heading, if rows can be sorted by it.
    void openMenu(int column) {
        head.openMenu(column);
    }

    private TableBar addBar() {
        var made = new TableBar(grid, arranged, this::arrange, this::closeBar);
        bar = made;
        getChildren().add(made);
        requestLayout();
        return made;
    }

    private void closeBar() {
        getChildren().remove(bar);
        bar = null;
        arrange(Arrangement.AS_IT_CAME);
        rows.requestFocus();
    }

    // ---- selecting

    /// Returns the cell at a point of the rows; null where there is none.
    @Nullable Place placeAt(double x, double y) {
        boolean isInside = y >= 0 && y < rows.topOf(arranged.count());
        int column = places.at(x + rows.sideways());
        return isInside && column >= 0 ? new Place(rows.rowAt(y), column) : null;
    }

    /// Returns the cell nearest to a point of the rows; null where there are none.
    @Nullable Place nearestTo(double x, double y) {
        double inTable = Math.clamp(x + rows.sideways(), 0, Math.max(0, places.total() - 1));
        return arranged.count() == 0 ? null : new Place(rows.rowAt(y), places.at(inTable));
    }

    /// Returns the nearest place that has a cell.
    Place inside(Place place) {
        return new Place(
                Math.clamp(place.row(), 0, Math.max(0, arranged.count() - 1)),
                Math.clamp(place.column(), 0, Math.max(0, places.count() - 1)));
    }

    /// Scrolls by as little as shows a cell.
    void reveal(Place place) {
        rows.reveal(place.row());
        rows.revealSideways(places.left(place.column()), places.right(place.column()));
    }

    void selectAll() {
        if (arranged.count() > 0) {
            selection.begin(new Place(0, 0));
            selection.extend(new Place(arranged.count() - 1, places.count() - 1));
            selectionChanged();
        }
    }

    void selectionChanged() {
        rows.rowsChanged(0);
    }

    boolean selectionIsEmpty() {
        return selection.isEmpty();
    }

    /// Returns the selected cells, or all that are shown, as a table.
    DataGrid chosen() {
        var cells = selection.cells();
        if (cells != null) {
            return arranged.part(
                    cells.firstRow(), cells.endRow(), cells.firstColumn(), cells.endColumn());
        }
        return arranged.arrangement().equals(Arrangement.AS_IT_CAME)
                ? grid
                : arranged.part(0, arranged.count(), 0, grid.columns());
    }

    // ---- finding

    @Override
    public int find(TextMatches matches) {
        int count = found.find(arranged, grid.columns(), matches);
        rows.rowsChanged(0);
        return count;
    }

    @Override
    public @Nullable Bounds stand(int index) {
        var place = found.stand(index);
        rows.rowsChanged(0);
        if (place == null) {
            return null;
        }
        reveal(place);
        double x = places.left(place.column()) - rows.sideways();
        double y = rows.getLayoutY() + rows.topOf(place.row());
        return new BoundingBox(
                x, y, places.right(place.column()) - places.left(place.column()), ROW_HEIGHT);
    }

    // ---- places

    private double barHeight(double width) {
        return bar == null ? 0 : Math.ceil(bar.prefHeight(width));
    }

    private double partHeight(double width) {
        return part.isVisible() ? Math.ceil(part.prefHeight(width)) + PART_GAP : 0;
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
        return barHeight(width) + head.prefHeight(-1) + rows.prefHeight(width) + partHeight(width);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double width = Math.min(getWidth(), rows.prefWidth(-1));
        double top = barHeight(getWidth());
        if (bar != null) {
            bar.resizeRelocate(0, 0, getWidth(), top);
        }
        double headHeight = head.prefHeight(-1);
        head.resizeRelocate(0, top, getWidth(), headHeight);
        head.scrollTo(rows.sideways());
        double rowsTop = top + headHeight;
        double partHeight = partHeight(getWidth());
        rows.resizeRelocate(0, rowsTop, width, getHeight() - rowsTop - partHeight);
        part.resizeRelocate(
                0,
                getHeight() - partHeight + PART_GAP,
                getWidth(),
                Math.max(0, partHeight - PART_GAP));
        layoutEdge(top, headHeight + Math.min(MOST_ROWS, arranged.count()) * ROW_HEIGHT);
    }

    /// The line between the names of the rows and their values.
    private void layoutEdge(double top, double height) {
        int last = grid.headColumns() - 1;
        double x = last < 0 ? -1 : places.right(last) - rows.sideways();
        edge.setVisible(x > 0 && x < getWidth() && grid.headColumns() < grid.columns());
        edge.resizeRelocate(Math.max(0, x - 1), top, 1, height);
    }

    /// The rows of values.
    private final class Rows implements RowSource<DataRow> {

        @Override
        public int count() {
            return arranged.count();
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
            var cells = selection.cells();
            if (cells != null && cells.hasRow(row)) {
                double left = places.left(cells.firstColumn());
                node.addBand(left, places.right(cells.endColumn() - 1), "selected-cells");
            }
            for (var each : found.inRow(row)) {
                int column = each.column();
                var style = found.isCurrent(each) ? "found-current" : "found";
                node.addBand(places.left(column), places.right(column), style);
            }
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
            var value = arranged.valueAt(row, column);
            var text = widths.fitted(value, room);
            double free = grid.right().get(column) ? room - widths.of(text) : 0;
            boolean isMissing = !isHead && ColumnValues.isMissing(value);
            var style = isMissing ? "data-missing" : isHead ? "data-head" : "data-value";
            node.add(text, places.left(column) + ColumnPlaces.PADDING + free, style);
        }
    }
}
