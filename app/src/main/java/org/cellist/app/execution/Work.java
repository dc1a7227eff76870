package org.cellist.app.execution;

import java.time.Duration;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.kernel.protocol.Reply.ExecuteReply;
import org.cellist.kernel.protocol.Reply.Status;
import org.jspecify.annotations.Nullable;

/// What one request is to run: a whole cell, whose source is read when its turn comes, or a part of
/// one, which stays as it was when a person asked for it.
///
/// Immutable.
///
/// @param part the code of the part; null for the whole cell
record Work(CellId cell, @Nullable String part) {

    static Work whole(CellId cell) {
        return new Work(cell, null);
    }

    boolean isPart() {
        return part != null;
    }

    /// Returns the code that is sent now.
    String code(CodeCell now) {
        return part == null ? now.source() : part;
    }

    CellExecution outcome(ExecuteReply reply, Duration took) {
        if (!(reply.status() instanceof Status.Ok)) {
            return new CellExecution.Failed(took);
        }
        return isPart() ? new CellExecution.PartDone(took) : new CellExecution.Done(took);
    }
}
