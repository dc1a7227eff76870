package org.cellist.app.ui.output.table;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.output.menu.MenuPlace;
import org.cellist.app.ui.theme.Icons;
import org.kordamp.ikonli.feather.Feather;

/// The names above a table, which stay in sight while its rows scroll. A click on one sorts by it;
/// a quiet button in the one under the pointer opens its menu.
///
/// Confined to the JavaFX Application Thread.
final class TableHead extends Region {

    private static final double BASELINE = 17.5;
    private static final double BUTTON = 14;
    private static final double ARROW = 3; // from the column's edge

    private final DataGrid grid;
    private final ColumnPlaces places;
    private final TextWidths bold;
    private final HeadingMenu menus;
    private final Consumer<Arrangement> arranges;
    private final DataRow[] rows;
    private final Button button = new Button("", Icons.of(Feather.CHEVRON_DOWN, Icons.SMALL));
    private final ContextMenu menu = new ContextMenu();
    private Arrangement arrangement = Arrangement.AS_IT_CAME;
    private double sideways;
    private int pointed = -1;

    /// @param arranges takes what a person wants
    TableHead(
            DataGrid grid,
            ColumnPlaces places,
            TextWidths bold,
            HeadingMenu menus,
            Consumer<Arrangement> arranges) {
        this.grid = grid;
        this.places = places;
        this.bold = bold;
        this.menus = menus;
        this.arranges = arranges;
        this.rows = new DataRow[grid.head().size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new DataRow(BASELINE, "head-row");
            getChildren().add(rows[i]);
        }
        button.getStyleClass().setAll("heading-button");
        button.setAccessibleText(Texts.of("output").get("heading.menu"));
        button.setFocusTraversable(false);
        button.setManaged(false);
        button.setVisible(false);
        button.setOnAction(_ -> openMenu());
        menu.setOnHidden(_ -> point(-1));
        getChildren().add(button);
        addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> point(-1));
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menuAsked);
    }

    /// Shows by what the rows are sorted, and which columns have conditions.
    void show(Arrangement now) {
        arrangement = now;
        for (int i = 0; i < rows.length; i++) {
            fill(rows[i], i);
        }
    }

    /// Moves the names with the columns below.
    void scrollTo(double pixels) {
        sideways = pixels;
        requestLayout();
    }

    private void fill(DataRow row, int index) {
        row.clear();
        for (var cell : grid.head().get(index)) {
            double left = places.left(cell.column());
            double right = places.right(cell.column() + cell.columns() - 1);
            double room = right - left - 2 * ColumnPlaces.PADDING;
            var text = bold.fitted(cell.text(), room);
            boolean isOne = cell.columns() == 1;
            boolean atRight = grid.right().get(cell.column()) && isOne;
            double free = atRight ? room - bold.of(text) : 0;
            boolean isNarrowed = isOne && arrangement.narrows(cell.column());
            row.add(
                    text,
                    left + ColumnPlaces.PADDING + free,
                    isNarrowed ? "data-head-narrowed" : "data-head");
            if (isOne && isSortedBy(cell.column(), index)) {
                row.add(arrangement.ascending() ? "▲" : "▼", left + ARROW, "data-sorted");
            }
        }
        row.finish();
    }

    private boolean isSortedBy(int column, int row) {
        return arrangement.sorted() == column && grid.headRowOf(column).equals(Optional.of(row));
    }

    // ---- the pointer

    private void moved(MouseEvent event) {
        if (!menu.isShowing()) {
            point(columnAt(event.getX(), event.getY()));
        }
    }

    /// Returns the column that is named there, alone, and that rows can be sorted by; -1 for none.
    private int columnAt(double x, double y) {
        int row = (int) (y / DataTable.ROW_HEIGHT);
        if (row < 0 || row >= rows.length) {
            return -1;
        }
        int column = places.at(x + sideways);
        boolean isShared =
                grid.head().get(row).stream()
                        .anyMatch(
                                cell ->
                                        cell.columns() > 1
                                                && cell.column() <= column
                                                && column < cell.column() + cell.columns());
        return column < 0 || isShared || grid.headRowOf(column).isEmpty() ? -1 : column;
    }

    private void point(int column) {
        if (menu.isShowing()) {
            return;
        }
        pointed = column;
        setCursor(column < 0 ? null : Cursor.HAND);
        button.setVisible(column >= 0);
        requestLayout();
    }

    private void clicked(MouseEvent event) {
        int column = columnAt(event.getX(), event.getY());
        boolean isClick = event.getButton() == MouseButton.PRIMARY && event.isStillSincePress();
        if (isClick && column >= 0) {
            arranges.accept(arrangement.sortedOnBy(column));
            event.consume();
        }
    }

    /// Opens the menu of a column as if the pointer were there; nothing if it has none.
    void openMenu(int column) {
        if (grid.headRowOf(column).isPresent()) {
            point(column);
            layout();
            openMenu();
        }
    }

    private void openMenu() {
        if (pointed >= 0) {
            menu.getItems().setAll(menus.items(pointed, arrangement));
            menu.show(button, Side.BOTTOM, 0, 2);
        }
    }

    private void menuAsked(ContextMenuEvent event) {
        int column = columnAt(event.getX(), event.getY());
        if (column >= 0) {
            MenuPlace.show(this, event, menus.items(column, arrangement));
        }
    }

    // ---- places

    @Override
    protected double computePrefHeight(double width) {
        return rows.length * DataTable.ROW_HEIGHT;
    }

    @Override
    protected void layoutChildren() {
        double inner = Math.min(getWidth(), places.total());
        for (int i = 0; i < rows.length; i++) {
            rows[i].resizeRelocate(
                    -sideways, i * DataTable.ROW_HEIGHT, places.total(), DataTable.ROW_HEIGHT);
            rows[i].setClip(new Rectangle(sideways, 0, inner, DataTable.ROW_HEIGHT));
        }
        if (pointed >= 0) {
            int row = grid.headRowOf(pointed).orElse(0);
            double x = Math.min(inner, places.right(pointed) - sideways) - BUTTON;
            double y = row * DataTable.ROW_HEIGHT;
            button.resizeRelocate(x, y, BUTTON, DataTable.ROW_HEIGHT - 1);
        }
    }
}
