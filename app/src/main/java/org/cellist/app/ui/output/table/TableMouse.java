package org.cellist.app.ui.output.table;

import java.util.function.Function;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.output.menu.MenuPlace;
import org.cellist.app.ui.output.rows.RowsView;
import org.cellist.app.ui.output.table.DataGrid.Place;

/// Selecting and copying cells of a table: drag, Shift to extend, arrows once something is
/// selected; the shortcuts of any text; Alt and the arrow down for the menu of a column.
///
/// Confined to the JavaFX Application Thread.
final class TableMouse {

    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination ALL =
            new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN);

    private final DataTable table;
    private final RowsView<?> rows;
    private final GridSelection selection;
    private boolean dragging;

    TableMouse(DataTable table, RowsView<?> rows, GridSelection selection) {
        this.table = table;
        this.rows = rows;
        this.selection = selection;
    }

    void install() {
        rows.setFocusTraversable(true);
        rows.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        rows.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        rows.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> dragging = false);
        rows.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        rows.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
        rows.focusVisibleProperty().subscribe(this::begin);
    }

    /// Arrows need a cell to go on from; a click says which.
    private void begin(boolean isReachedByKeys) {
        if (isReachedByKeys && selection.isEmpty()) {
            selection.begin(table.inside(new Place(0, 0)));
            table.selectionChanged();
        }
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        rows.requestFocus();
        var place = table.placeAt(event.getX(), event.getY());
        dragging = place != null;
        if (place == null) {
            selection.clear();
        } else if (event.isShiftDown()) {
            selection.extend(place);
        } else {
            selection.begin(place);
        }
        table.selectionChanged();
    }

    private void dragged(MouseEvent event) {
        var place = dragging ? table.nearestTo(event.getX(), event.getY()) : null;
        if (place != null) {
            selection.extend(place);
            table.reveal(place);
            table.selectionChanged();
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        boolean isKnown = true;
        if (COPY.match(event)) {
            copy(table.selectionIsEmpty() ? DelimitedText::tabs : DelimitedText::tabsOfBody);
        } else if (ALL.match(event)) {
            table.selectAll();
        } else if (event.getCode() == KeyCode.DOWN && event.isAltDown()) {
            isKnown = openHeadingMenu();
        } else if (event.getCode() == KeyCode.ESCAPE && !selection.isEmpty()) {
            selection.clear();
            table.selectionChanged();
        } else {
            isKnown = moves(event);
        }
        if (isKnown) {
            event.consume();
        }
    }

    private boolean moves(KeyEvent event) {
        begin(rows.isFocusVisible() && event.getCode().isArrowKey());
        var from = selection.head();
        if (from == null || event.isShortcutDown() || event.isAltDown()) {
            return false;
        }
        var to =
                switch (event.getCode()) {
                    case UP -> new Place(from.row() - 1, from.column());
                    case DOWN -> new Place(from.row() + 1, from.column());
                    case LEFT -> new Place(from.row(), from.column() - 1);
                    case RIGHT -> new Place(from.row(), from.column() + 1);
                    default -> null;
                };
        if (to == null) {
            return false;
        }
        var inside = table.inside(to);
        if (event.isShiftDown()) {
            selection.extend(inside);
        } else {
            selection.begin(inside);
        }
        table.reveal(inside);
        table.selectionChanged();
        return true;
    }

    /// The key that opens the list of a column in spreadsheets.
    private boolean openHeadingMenu() {
        var head = selection.head();
        if (head != null) {
            table.openMenu(head.column());
        }
        return head != null;
    }

    private void menu(ContextMenuEvent event) {
        boolean isAll = table.selectionIsEmpty();
        var filter = new MenuItem(Texts.of("output").get("filterRows"));
        filter.setOnAction(_ -> table.openBar());
        MenuPlace.show(
                rows,
                event,
                item(
                        isAll ? "copyTable" : "copyCells",
                        isAll ? DelimitedText::tabs : DelimitedText::tabsOfBody),
                item("copyCsv", DelimitedText::commas),
                item("copyMarkdown", DelimitedText::markdown),
                new SeparatorMenuItem(),
                filter);
    }

    private MenuItem item(String key, Function<DataGrid, String> form) {
        var item = new MenuItem(Texts.of("output").get(key));
        item.setOnAction(_ -> copy(form));
        return item;
    }

    private void copy(Function<DataGrid, String> form) {
        var content = new ClipboardContent();
        content.putString(form.apply(table.chosen()));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
