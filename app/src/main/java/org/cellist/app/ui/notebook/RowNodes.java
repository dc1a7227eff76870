package org.cellist.app.ui.notebook;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.layout.Region;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.ui.cell.CellContext;
import org.cellist.app.ui.cell.CellRow;
import org.cellist.app.ui.notebook.column.ItemNodes;

/// Makes the rows of the page, and recycles those of cells: an editor is dear to build.
///
/// Confined to the JavaFX Application Thread.
final class RowNodes implements ItemNodes<RowKey> {

    private static final int MOST_SPARE = 12;

    private final NotebookViewModel model;
    private final CellContext context;
    private final Consumer<Region> leaves;
    private final Map<CellType, Deque<CellRow>> spare = new EnumMap<>(CellType.class);

    /// @param leaves is told of each row that goes, while it still is as it was shown
    RowNodes(NotebookViewModel model, CellContext context, Consumer<Region> leaves) {
        this.model = model;
        this.context = context;
        this.leaves = leaves;
    }

    @Override
    public Region show(RowKey row) {
        return switch (row) {
            case RowKey.OfCell(var id) -> {
                var shown = model.shown(id);
                var waiting = spare.get(shown.type());
                var node =
                        waiting == null || waiting.isEmpty()
                                ? new CellRow(context, shown.type())
                                : waiting.pop();
                node.show(shown);
                yield node;
            }
            case RowKey.End() -> new EndRow(model.commands(), model.cells().isEmpty());
        };
    }

    @Override
    public void release(RowKey row, Region node) {
        leaves.accept(node);
        if (row instanceof RowKey.OfCell(var id) && node instanceof CellRow cell) {
            cell.park();
            model.hidden(id);
            var waiting = spare.computeIfAbsent(cell.type(), _ -> new ArrayDeque<>());
            if (waiting.size() < MOST_SPARE) {
                waiting.push(cell);
            }
        }
    }

    @Override
    public double estimate(RowKey row, double width) {
        return switch (row) {
            case RowKey.OfCell(var id) ->
                    CellRow.estimatedHeight(model.cell(id), context.folded().of(id), width);
            case RowKey.End() -> EndRow.HEIGHT;
        };
    }
}
