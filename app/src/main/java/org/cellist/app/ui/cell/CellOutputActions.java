package org.cellist.app.ui.cell;

import java.util.List;
import org.cellist.app.notebook.model.NotebookEdit.ClearOutputs;
import org.cellist.app.notebook.model.NotebookEdit.SetCellView;
import org.cellist.app.notebook.outline.CellParts;
import org.cellist.app.ui.output.OutputActions;

/// Makes edits of what a person does with the outputs of a cell.
///
/// Confined to the JavaFX Application Thread.
///
/// @param model the cell's
record CellOutputActions(CellViewModel model) implements OutputActions {

    @Override
    public void open(int index) {
        model.actions().openOutputs(model.id(), index);
    }

    @Override
    public void clear() {
        model.actions().apply(new ClearOutputs(List.of(model.id())));
    }

    @Override
    public void collapse() {
        var metadata = CellParts.withOutputsHidden(model.cell().metadata(), true);
        model.actions().apply(new SetCellView(model.id(), metadata));
    }

    @Override
    public void limit(boolean isLimited) {
        var metadata = CellParts.withOutputsLimited(model.cell().metadata(), isLimited);
        model.actions().apply(new SetCellView(model.id(), metadata));
    }
}
