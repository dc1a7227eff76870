package org.cellist.app.ui.workbench.variables;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.output.rows.RowNumbers;
import org.cellist.app.ui.theme.OwnWindow;
import org.cellist.app.ui.workbench.variables.TableViewModel.State;
import org.cellist.app.variables.TableOrder;
import org.cellist.app.variables.TablePart;
import org.jspecify.annotations.Nullable;

/// A table of the kernel with its rows and columns, a condition, and a way back into the notebook.
///
/// Confined to the JavaFX Application Thread.
final class TableWindow extends VBox {

    private static final double WIDTH = 920;
    private static final double HEIGHT = 560;
    private static final double ROW = 28;
    private static final double LABELS = 90;
    private static final double LETTER = 8;
    private static final int CELL_SIDES = 4; // in letters
    private static final double NARROWEST = 90;
    private static final double WIDEST = 320;

    private final Texts texts = Texts.of("variables");
    private final TableViewModel model;
    private final RowNumbers rows = new RowNumbers();
    private final TableView<Integer> table = new TableView<>(rows);
    private final TextField where = new TextField();
    private final Label count = new Label();
    private final Label problem = new Label();
    private List<String> columns = List.of();

    /// @param inserts puts code into a new cell
    TableWindow(TableViewModel model, Consumer<String> inserts) {
        this.model = model;
        problem.getStyleClass().add("table-problem");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        problem.managedProperty().bind(problem.visibleProperty());
        problem.setVisible(false);
        table.getStyleClass().add("kernel-table");
        table.setFixedCellSize(ROW);
        table.setPlaceholder(new Label(texts.get("table.waiting")));
        table.setSortPolicy(_ -> sort());
        VBox.setVgrow(table, Priority.ALWAYS);
        var content = new VBox(tools(inserts), problem, table);
        content.getStyleClass().add("table-window");
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().add(content);
        model.stateProperty().subscribe(this::show);
    }

    /// Opens a window with this table.
    ///
    /// @param leader the scene of the program's window
    /// @param closed is called when it is gone
    void open(Scene leader, Runnable closed) {
        var window = new OwnWindow(this, WIDTH, HEIGHT, leader, closed);
        window.setTitle(texts.get("table.title", model.variable().name()));
        window.show();
    }

    private HBox tools(Consumer<String> inserts) {
        var example = model.condition(texts.get("table.where.city"));
        where.setPromptText(texts.get("table.where", example));
        where.getStyleClass().add("variables-filter");
        where.setOnAction(_ -> filter());
        HBox.setHgrow(where, Priority.ALWAYS);
        where.setVisible(!example.isEmpty());
        count.getStyleClass().add("variables-sum");
        count.setMinWidth(Region.USE_PREF_SIZE);
        var insert = new Button(texts.get("table.insert"));
        insert.getStyleClass().addAll("sheet-button", "outlined");
        insert.setMinWidth(Region.USE_PREF_SIZE);
        insert.setVisible(!example.isEmpty());
        insert.setOnAction(_ -> inserts.accept(model.code()));
        var tools = new HBox(where, count, insert);
        tools.getStyleClass().add("table-tools");
        return tools;
    }

    private void filter() {
        var before = model.orderProperty().get();
        model.orderProperty()
                .set(new TableOrder(before.sort(), before.ascending(), where.getText()));
    }

    /// The kernel sorts; the table only shows by which column.
    private boolean sort() {
        var by = table.getSortOrder().isEmpty() ? null : table.getSortOrder().getFirst();
        int column = by == null ? -1 : table.getColumns().indexOf(by) - 1;
        boolean ascending = by == null || by.getSortType() == SortType.ASCENDING;
        var before = model.orderProperty().get();
        model.orderProperty().set(new TableOrder(column, ascending, before.where()));
        return true;
    }

    private void show(State state) {
        problem.setVisible(state instanceof State.Failed || state instanceof State.NoKernel);
        switch (state) {
            case State.Waiting() -> count.setText("");
            case State.NoKernel() -> problem.setText(texts.get("table.nokernel"));
            case State.Failed(var why) -> problem.setText(texts.get("table.failed", why));
            case State.Shown(var part, boolean isBusy) -> showPart(part, isBusy);
        }
    }

    private void showPart(TablePart part, boolean isBusy) {
        if (!columns.equals(part.columns())) {
            columns = part.columns();
            table.getColumns().setAll(columnsOf(part));
        }
        rows.setSize(part.shown());
        table.refresh();
        var counted =
                part.shown() == part.height()
                        ? texts.get("table.size", part.height(), part.width())
                        : texts.get("table.some", part.shown(), part.height(), part.width());
        count.setText(isBusy ? texts.get("table.busy", counted) : counted);
    }

    private List<TableColumn<Integer, ?>> columnsOf(TablePart part) {
        var made = new ArrayList<TableColumn<Integer, ?>>();
        made.add(column("", "index", -1, LABELS));
        for (int i = 0; i < part.columns().size(); i++) {
            made.add(column(part.columns().get(i), part.kinds().get(i), i, widthOf(part, i)));
        }
        return made;
    }

    /// As wide as what the first rows hold, within bounds.
    private static double widthOf(TablePart part, int column) {
        int letters = part.columns().get(column).length() + 4;
        for (var row : part.rows()) {
            var cell = row.cells().get(column);
            letters = Math.max(letters, cell == null ? 0 : cell.length());
        }
        return Math.clamp((letters + CELL_SIDES) * LETTER, NARROWEST, WIDEST);
    }

    private TableColumn<Integer, Integer> column(
            String name, String kind, int place, double width) {
        var column = new TableColumn<Integer, Integer>(name);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new Cell(place, isNumber(kind)));
        column.setPrefWidth(width);
        column.setReorderable(false);
        column.setSortable(place >= 0);
        if (place >= 0) {
            column.setStyle(isNumber(kind) ? "-fx-alignment: center-right;" : "");
        }
        return column;
    }

    private static boolean isNumber(String kind) {
        return Stream.of("int", "uint", "float", "numeric").anyMatch(kind::startsWith);
    }

    /// One value; what is missing is said quietly, what is not there yet is empty.
    private final class Cell extends TableCell<Integer, Integer> {

        private final int place;

        Cell(int place, boolean isNumber) {
            this.place = place;
            getStyleClass().add(place < 0 ? "table-label" : "table-value");
            setAlignment(isNumber ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(@Nullable Integer index, boolean empty) {
            super.updateItem(index, empty);
            getStyleClass().remove("table-missing");
            if (empty || index == null) {
                setText(null);
                return;
            }
            var row = model.row(index);
            if (row == null) {
                setText("…");
                return;
            }
            var text = place < 0 ? row.label() : row.cells().get(place);
            if (text == null) {
                getStyleClass().add("table-missing");
            }
            setText(Objects.requireNonNullElse(text, texts.get("table.missing")));
        }
    }
}
