package org.cellist.app.ui.output.rich;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A table whose cells are formatted text. As wide as its words, and never wider than its place:
/// then the words wrap.
///
/// Confined to the JavaFX Application Thread.
final class RichTable extends GridPane {

    private static final double WIDEST_COLUMN = 420;

    private final FlowBuilder flows;
    private final Set<List<Integer>> taken = new HashSet<>(); // places under a cell that spans

    RichTable(Table table, FlowBuilder flows) {
        this.flows = flows;
        getStyleClass().add("rich-table");
        int row = 0;
        for (var each : table.head()) {
            addRow(row++, each, "head-row");
        }
        for (var each : table.body()) {
            addRow(row++, each, "body-row");
        }
        for (int i = 0; i < getColumnCount(); i++) {
            var column = new ColumnConstraints();
            column.setHgrow(Priority.SOMETIMES);
            column.setMaxWidth(WIDEST_COLUMN);
            getColumnConstraints().add(column);
        }
        setMaxWidth(Region.USE_PREF_SIZE);
    }

    private void addRow(int row, Table.Row cells, String styleClass) {
        int column = 0;
        for (var cell : cells.cells()) {
            while (taken.contains(List.of(row, column))) {
                column++;
            }
            var words = flows.flow(cell.content(), cell.side(), "table-cell");
            words.getStyleClass().add(styleClass);
            if (cell.isHead()) {
                words.getStyleClass().add("head-cell");
            }
            words.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
            add(words, column, row, cell.columns(), cell.rows());
            take(row, column, cell);
            column += cell.columns();
        }
    }

    private void take(int row, int column, Table.Cell cell) {
        for (int below = 1; below < cell.rows(); below++) {
            for (int right = 0; right < cell.columns(); right++) {
                taken.add(List.of(row + below, column + right));
            }
        }
    }
}
