package org.cellist.app.execution;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.kernel.client.Execution;
import org.cellist.kernel.client.ExecutionListener;
import org.cellist.kernel.client.RunAdopter;
import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.IopubContent.ExecuteInput;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.MessageId;
import org.jspecify.annotations.Nullable;

/// The runs of a queue from the point of view of a program that comes later: which of them it need
/// not know any more, and how it takes over the others.
///
/// A run that is taken over is shown from its beginning, with all that it has said so far: what
/// the file has of its outputs gives way to them.
///
/// Confined to the notebook's owner, but for what [#adopter] returns, which is thread-safe.
public final class Resumption {

    private final ExecutionQueue queue;
    private final NotebookStore store;
    private final SharedKernel kernel;

    Resumption(ExecutionQueue queue, NotebookStore store, SharedKernel kernel) {
        this.queue = queue;
        this.store = store;
        this.kernel = kernel;
    }

    /// Returns the runs that have ended and whose outputs the notebook has, but perhaps no file.
    public Set<MessageId> ended() {
        return kernel.runs().ended();
    }

    /// A file has the outputs of these runs.
    public void settled(Set<MessageId> runs) {
        kernel.runs().settled(runs);
    }

    /// Returns what takes over the runs that an earlier program began for cells of the notebook as
    /// it is now.
    public RunAdopter adopter() {
        var notebook = store.notebook();
        return (run, input) -> adopt(notebook, run, input);
    }

    private @Nullable ExecutionListener adopt(
            Notebook notebook, Execution run, Message<IopubContent> input) {
        var mark = run.id().mark();
        if (mark == null || !(input.content() instanceof ExecuteInput(var code, _))) {
            return null;
        }
        var cell = cell(notebook, mark, code);
        if (cell.isEmpty()) {
            return null; // it was deleted
        }
        var resumed = new CellRun(Work.whole(cell.get()), queue, kernel);
        resumed.resume(run, code, store);
        var since = time(input.header().date());
        kernel.owner().execute(() -> queue.resumed(resumed, since.orElseGet(kernel::now)));
        return resumed;
    }

    /// Returns the cell of that identity. Cells of old files have one only while they are open:
    /// they are known by their code.
    private static Optional<CellId> cell(Notebook notebook, String id, String code) {
        var known = notebook.cell(new CellId(id));
        if (known.isPresent()) {
            return known.filter(CodeCell.class::isInstance).map(Cell::id);
        }
        var alike =
                notebook.cells().stream()
                        .filter(CodeCell.class::isInstance)
                        .filter(cell -> cell.source().equals(code))
                        .toList();
        return alike.size() == 1 ? Optional.of(alike.getFirst().id()) : Optional.empty();
    }

    private static Optional<Instant> time(@Nullable String date) {
        try {
            return date == null
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(date).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty(); // some kernels name no zone
        }
    }
}
