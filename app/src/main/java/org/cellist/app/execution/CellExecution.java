package org.cellist.app.execution;

import java.time.Duration;
import java.time.Instant;

/// How far the run of a cell is. Immutable.
public sealed interface CellExecution {

    /// Not since the notebook was opened, or taken off the queue again.
    record NotRun() implements CellExecution {}

    /// Waits behind other cells.
    record Queued() implements CellExecution {}

    record Running(Instant since) implements CellExecution {}

    record Done(Duration took) implements CellExecution {}

    /// A part of the cell ran: lines of it that were selected.
    record PartDone(Duration took) implements CellExecution {}

    record Failed(Duration took) implements CellExecution {}
}
