package org.cellist.app.notebook.merge;

import java.util.Objects;
import org.cellist.app.notebook.diff.CellChanges;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.jspecify.annotations.Nullable;

/// One cell in the three notebooks, null where it is not. Immutable.
record Trio(@Nullable Cell base, @Nullable Cell local, @Nullable Cell remote) {

    /// The local cell of a cell that both sides have.
    Cell theLocal() {
        return Objects.requireNonNull(local, "not a cell of the local side");
    }

    /// The remote cell of a cell that both sides have.
    Cell theRemote() {
        return Objects.requireNonNull(remote, "not a cell of the remote side");
    }

    String baseSource() {
        return base == null ? "" : base.source();
    }

    JsonObject baseMetadata() {
        return base == null ? JsonObject.EMPTY : base.metadata();
    }

    CellOutputs baseOutputs() {
        return base == null ? CellOutputs.NONE : CellChanges.outputs(base);
    }

    /// Returns whether the number of the local side's run is the one to keep, if the outputs do
    /// not say which.
    boolean isRunLocally() {
        var before = base == null ? null : CellChanges.count(base);
        var ours = local == null ? null : CellChanges.count(local);
        var theirs = remote == null ? null : CellChanges.count(remote);
        return !Objects.equals(ours, before) || Objects.equals(theirs, before);
    }

    /// Returns the one side that changed the source, null if both did or none.
    @Nullable Side onlyWriter() {
        boolean isLocal = !theLocal().source().equals(baseSource());
        boolean isRemote = !theRemote().source().equals(baseSource());
        if (isLocal == isRemote) {
            return null;
        }
        return isLocal ? Side.LOCAL : Side.REMOTE;
    }

    /// Returns the side that deleted the cell while the other one kept it, else null.
    @Nullable Side deletedBy() {
        if (base == null || (local == null) == (remote == null)) {
            return null;
        }
        return local == null ? Side.LOCAL : Side.REMOTE;
    }

    /// Returns whether the cell is in the result: not when it was deleted, unless the other side
    /// changed more of it than the number of its run.
    boolean isKept() {
        if (local != null && remote != null) {
            return true;
        }
        var only = local == null ? remote : local;
        return only != null && differs(only);
    }

    private boolean differs(Cell cell) {
        return base == null || !CellChanges.between(base, cell).isOnlyNumber();
    }
}
