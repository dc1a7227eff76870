package org.cellist.app.ui.cell;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import org.cellist.app.notebook.model.NotebookEdit.ClearOutputs;
import org.cellist.app.notebook.model.NotebookEdit.SetCellView;
import org.cellist.app.notebook.outline.CellParts;
import org.cellist.app.ui.output.OutputActions;
import org.cellist.app.ui.output.OutputBox;

/// Makes edits of what a person does with the outputs of a cell.
///
/// Confined to the JavaFX Application Thread.
///
/// @param model the cell's
record CellOutputActions(CellViewModel model) implements OutputActions {

    private static final double AROUND = 60; // in pixels, above and below a match

    @Override
    public void open(int index) {
        model.actions().openOutputs(model.id(), index);
    }

    @Override
    public void reveal(OutputBox box, Bounds place) {
        for (Node each = box; each != null; each = each.getParent()) {
            if (each instanceof CellRow row) {
                var inRow = row.sceneToLocal(box.localToScene(place));
                model.actions()
                        .reveal(model.id(), inRow.getMinY() - AROUND, inRow.getMaxY() + AROUND);
            }
        }
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
