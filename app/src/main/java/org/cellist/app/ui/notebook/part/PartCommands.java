package org.cellist.app.ui.notebook.part;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.NotebookEdit.SetCellView;
import org.cellist.app.notebook.outline.CellParts;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;

/// What a person can do with the parts of code cells. Of several cells all become alike: hidden if
/// any of them is shown, else shown.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
public final class PartCommands {

    private final NotebookStore store;
    private final Supplier<List<CellId>> selected;

    /// @param selected the cells that commands act on
    public PartCommands(NotebookStore store, Supplier<List<CellId>> selected) {
        this.store = store;
        this.selected = selected;
    }

    /// Collapses the sources of the selected cells, or shows them.
    public void toggleSources() {
        toggle(codeOf(selected.get()), CellParts::hidesSource, CellParts::withSourceHidden);
    }

    /// Shows a source that is collapsed, because somebody writes in it.
    public void showSource(CellId cell) {
        set(codeOf(List.of(cell)), false, CellParts::withSourceHidden);
    }

    /// Collapses the outputs of the selected cells, or shows them.
    public void toggleOutputs() {
        toggle(codeOf(selected.get()), CellParts::hidesOutputs, CellParts::withOutputsHidden);
    }

    /// Limits the height of the selected cells' outputs, or shows them in full.
    public void toggleLimits() {
        toggle(codeOf(selected.get()), CellParts::limitsOutputs, CellParts::withOutputsLimited);
    }

    /// Collapses the outputs of all cells that have some.
    public void collapseAllOutputs() {
        var cells = allCode().stream().filter(cell -> !cell.outputs().items().isEmpty()).toList();
        set(cells, true, CellParts::withOutputsHidden);
    }

    /// Shows the outputs of all cells.
    public void expandAllOutputs() {
        set(allCode(), false, CellParts::withOutputsHidden);
    }

    private void toggle(
            List<CodeCell> cells,
            Predicate<JsonObject> isHidden,
            BiFunction<JsonObject, Boolean, JsonObject> with) {
        set(cells, !cells.stream().allMatch(cell -> isHidden.test(cell.metadata())), with);
    }

    private void set(
            List<CodeCell> cells,
            boolean hidden,
            BiFunction<JsonObject, Boolean, JsonObject> with) {
        for (var cell : cells) {
            var metadata = with.apply(cell.metadata(), hidden);
            if (!metadata.equals(cell.metadata())) {
                store.apply(new SetCellView(cell.id(), metadata));
            }
        }
    }

    private List<CodeCell> allCode() {
        return store.notebook().cells().stream()
                .filter(CodeCell.class::isInstance)
                .map(CodeCell.class::cast)
                .toList();
    }

    private List<CodeCell> codeOf(List<CellId> ids) {
        return ids.stream()
                .flatMap(id -> store.notebook().cell(id).stream())
                .filter(CodeCell.class::isInstance)
                .map(CodeCell.class::cast)
                .toList();
    }
}
