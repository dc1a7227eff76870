package org.cellist.app.notebook.store;

import java.util.HashMap;
import java.util.Map;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.NotebookEdit.ReplaceOutputs;
import org.cellist.kernel.protocol.MessageId;
import org.jspecify.annotations.Nullable;

/// Which run each cell's outputs belong to, and what a run has written that is not shown.
///
/// Outputs of a cell that was cleared or removed are not shown, but the newest are kept: an undo
/// brings the whole of them back, also what came after the cell was cleared or removed.
///
/// Confined to the store's owner.
final class CellRuns {

    private final Map<CellId, Run> runs = new HashMap<>();

    /// The last run of one cell.
    ///
    /// @param isCleared whether a person cleared its outputs
    /// @param unseen its newest outputs, when those are not in the notebook
    private record Run(MessageId request, boolean isCleared, @Nullable ReplaceOutputs unseen) {}

    /// Returns whether the cell's last run is shown: it came after the last clearing.
    boolean isShown(CellId cell) {
        var run = runs.get(cell);
        return run != null && !run.isCleared();
    }

    void begin(CellId cell, MessageId request) {
        runs.put(cell, new Run(request, false, null));
    }

    /// Returns whether the outputs belong into the notebook; keeps them if that may change.
    ///
    /// @param isThere whether the cell is in the notebook, and is code
    boolean takes(ReplaceOutputs outputs, boolean isThere) {
        var run = runs.get(outputs.cell());
        if (run == null || !run.request().equals(outputs.request())) {
            return false;
        }
        boolean isWanted = isThere && !run.isCleared();
        if (!isWanted) {
            runs.put(outputs.cell(), new Run(run.request(), run.isCleared(), outputs));
        }
        return isWanted;
    }

    /// A person does not want to see the outputs of this run.
    void clear(CellId cell) {
        var run = runs.get(cell);
        if (run != null) {
            runs.put(cell, new Run(run.request(), true, run.unseen()));
        }
    }

    /// The outputs are wanted again.
    ///
    /// @return the cell with what its run has written meanwhile
    CodeCell uncleared(CodeCell cell) {
        var run = runs.get(cell.id());
        if (run == null) {
            return cell;
        }
        runs.put(cell.id(), new Run(run.request(), false, null));
        var unseen = run.unseen();
        return unseen == null ? cell : cell.withOutputs(unseen.executionCount(), unseen.outputs());
    }

    /// Returns a cell that comes back, with what its run has written meanwhile.
    CodeCell caughtUp(CodeCell cell) {
        var run = runs.get(cell.id());
        return run == null || run.isCleared() ? cell : uncleared(cell);
    }

    /// Forgets the runs of all other cells, and what is not shown.
    ///
    /// @param cell null to forget all
    void keepOnly(@Nullable CellId cell) {
        runs.keySet().removeIf(each -> !each.equals(cell));
        runs.replaceAll((_, run) -> new Run(run.request(), run.isCleared(), null));
    }
}
