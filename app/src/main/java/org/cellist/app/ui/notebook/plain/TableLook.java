package org.cellist.app.ui.notebook.plain;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.output.rows.RowNumbers;
import org.cellist.app.ui.output.work.RenderWorker;
import org.jspecify.annotations.Nullable;

/// Delimited text as a table. Rows are cut on another thread; only those in sight have nodes.
///
/// Confined to the JavaFX Application Thread.
final class TableLook implements OtherLook {

    private static final double ROW = 28;
    private static final double LETTER = 8;
    private static final double SIDES = 32;
    private static final double NARROWEST = 72;
    private static final double WIDEST = 320;
    private static final int SAMPLE = 100;
    private static final int FIRST_WIDE = 0x1100;
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    /// Columns are nodes, whether in sight or not.
    private static final int MOST_COLUMNS = 200;

    private final Texts texts = Texts.of("plain");
    private final RenderWorker worker;
    private final RowNumbers numbers = new RowNumbers();
    private final TableView<Integer> table = new TableView<>(numbers);
    private final Label size = new Label();
    private final VBox node = new VBox(table, size);
    private RenderWorker.@Nullable Job job;
    private @Nullable String shown;
    private @Nullable DelimitedRows rows;
    private List<String> names = List.of();

    TableLook(RenderWorker worker) {
        this.worker = worker;
        table.getStyleClass().add("data-table");
        table.setFixedCellSize(ROW);
        table.setPlaceholder(new Label(texts.get("table.reading")));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        VBox.setVgrow(table, Priority.ALWAYS);
        size.getStyleClass().add("plain-size");
        node.getStyleClass().add("plain-table");
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void show(String text) {
        if (text.equals(shown)) {
            return;
        }
        shown = text;
        cancel();
        job = worker.submit(() -> DelimitedRows.of(text), this::take);
    }

    @Override
    public void focus() {
        table.requestFocus();
    }

    @Override
    public void parked() {
        cancel();
        shown = null;
        rows = null;
        numbers.setSize(0);
    }

    private void cancel() {
        if (job != null) {
            job.cancel();
            job = null;
        }
    }

    private void take(@Nullable DelimitedRows read) {
        if (read == null) {
            return;
        }
        rows = read;
        var now = new ArrayList<String>();
        for (int i = 0; i < Math.min(read.columns(), MOST_COLUMNS); i++) {
            now.add(read.name(i));
        }
        if (!now.equals(names)) {
            names = List.copyOf(now);
            table.getColumns().setAll(columns(read));
        }
        numbers.setSize(read.count());
        table.setPlaceholder(new Label(texts.get("table.empty")));
        table.refresh();
        size.setText(
                read.columns() > MOST_COLUMNS
                        ? texts.get("table.cut", read.count(), read.columns(), MOST_COLUMNS)
                        : texts.get("table.size", read.count(), read.columns()));
    }

    private List<TableColumn<Integer, ?>> columns(DelimitedRows read) {
        var sample = new ArrayList<List<String>>();
        for (int i = 0; i < Math.min(SAMPLE, read.count()); i++) {
            sample.add(read.row(i));
        }
        var made = new ArrayList<TableColumn<Integer, ?>>();
        int digits = String.valueOf(read.count()).length();
        made.add(column("", -1, false, SIDES + digits * LETTER));
        for (int i = 0; i < names.size(); i++) {
            int place = i;
            var values =
                    sample.stream()
                            .filter(row -> place < row.size() && !row.get(place).isBlank())
                            .map(row -> row.get(place))
                            .toList();
            boolean isNumber =
                    !values.isEmpty() && values.stream().allMatch(DelimitedRows::isNumber);
            int letters = values.stream().mapToInt(TableLook::letters).max().orElse(0);
            double width = SIDES + LETTER * Math.max(letters, letters(names.get(i)));
            made.add(column(names.get(i), i, isNumber, Math.clamp(width, NARROWEST, WIDEST)));
        }
        return made;
    }

    /// How wide a value is; a syllable of Hangul takes two letters.
    private static int letters(String value) {
        return value.length() + (int) value.chars().filter(c -> c >= FIRST_WIDE).count();
    }

    private TableColumn<Integer, Integer> column(
            String name, int place, boolean isNumber, double width) {
        var column = new TableColumn<Integer, Integer>(name);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new Cell(place, isNumber));
        column.setPrefWidth(width);
        column.setReorderable(false);
        column.setSortable(false);
        column.setStyle(isNumber ? "-fx-alignment: center-right;" : "");
        return column;
    }

    /// Copies the rows that are selected, with tabs between values, as spreadsheets take them.
    private void key(KeyEvent event) {
        var read = rows;
        if (!COPY.match(event) || read == null) {
            return;
        }
        var lines =
                table.getSelectionModel().getSelectedIndices().stream()
                        .map(index -> String.join("\t", read.row(index)))
                        .toList();
        var content = new ClipboardContent();
        content.putString(String.join("\n", lines));
        Clipboard.getSystemClipboard().setContent(content);
        event.consume();
    }

    /// One value, or the number of its row.
    private final class Cell extends TableCell<Integer, Integer> {

        private final int place;

        Cell(int place, boolean isNumber) {
            this.place = place;
            getStyleClass().add(place < 0 ? "table-label" : "table-value");
            setAlignment(isNumber || place < 0 ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(@Nullable Integer index, boolean empty) {
            super.updateItem(index, empty);
            var read = rows;
            if (empty || index == null || read == null || index >= read.count()) {
                setText(null);
            } else if (place < 0) {
                setText(String.valueOf(index + 1));
            } else {
                var row = read.row(index);
                setText(place < row.size() ? row.get(place) : "");
            }
        }
    }
}
