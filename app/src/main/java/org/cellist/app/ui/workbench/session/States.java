package org.cellist.app.ui.workbench.session;

import org.cellist.app.execution.CellExecution;
import org.cellist.app.execution.ExecutionQueue;
import org.cellist.app.explain.FileProblemWords;
import org.cellist.app.explain.ReadProblemWords;
import org.cellist.app.explain.StartFailureWords;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.session.KernelState;
import org.cellist.app.session.NotebookSession;
import org.cellist.app.session.SaveState;
import org.cellist.app.storage.NotebookFile;
import org.cellist.app.storage.SaveOutcome;
import org.cellist.app.ui.runtime.RuntimeNames;
import org.cellist.app.ui.runtime.RuntimeState;
import org.cellist.app.ui.workbench.port.Document;
import org.cellist.app.ui.workbench.port.Document.CellProgress;
import org.cellist.app.ui.workbench.port.DocumentState;
import org.cellist.app.ui.workbench.port.DocumentState.Access;
import org.cellist.kernel.runtime.KernelRuntime;

/// Puts the states of a session into the window's terms and words.
///
/// Immutable.
final class States {

    private final FileProblemWords files = new FileProblemWords();
    private final ReadProblemWords reading = new ReadProblemWords();
    private final StartFailureWords starting = new StartFailureWords();
    private final RuntimeNames names = new RuntimeNames();

    DocumentState of(NotebookSession session) {
        return new DocumentState(
                save(session),
                access(session.file().access()),
                runtime(session.kernel().state(), session.store().notebook()),
                session.saveState() instanceof SaveState.ChangedOnDisk);
    }

    Document.SaveOutcome of(SaveOutcome outcome) {
        return switch (outcome) {
            case SaveOutcome.Saved(var path) -> new Document.SaveOutcome.Saved(path);
            case SaveOutcome.ChangedOnDisk _ -> new Document.SaveOutcome.ChangedOnDisk();
            case SaveOutcome.NotSaved problem ->
                    new Document.SaveOutcome.Failed(files.explain(problem));
        };
    }

    /// Returns whether a kernel runs, also one that cannot be reached at the moment.
    static boolean isThere(KernelState state) {
        return switch (state) {
            case KernelState.Idle _,
                    KernelState.Busy _,
                    KernelState.Unresponsive _,
                    KernelState.Disconnected _,
                    KernelState.Unheard _ ->
                    true;
            case KernelState.NotChosen _,
                    KernelState.Missing _,
                    KernelState.Ready _,
                    KernelState.Starting _,
                    KernelState.Dead _,
                    KernelState.Failed _ ->
                    false;
        };
    }

    static CellProgress of(CellId cell, ExecutionQueue queue) {
        var whenDone = queue.isStale(cell) ? CellProgress.STALE : CellProgress.DONE;
        return switch (queue.execution(cell)) {
            case CellExecution.NotRun _ -> CellProgress.NOT_RUN;
            case CellExecution.Queued _ -> CellProgress.QUEUED;
            case CellExecution.Running _ -> CellProgress.RUNNING;
            case CellExecution.Done _ -> whenDone;
            case CellExecution.PartDone _ -> queue.hasRun(cell) ? whenDone : CellProgress.NOT_RUN;
            case CellExecution.Failed _ -> CellProgress.FAILED;
        };
    }

    private DocumentState.SaveState save(NotebookSession session) {
        return switch (session.saveState()) {
            case SaveState.Saved _ ->
                    session.file().path() == null
                            ? new DocumentState.SaveState.NoFile()
                            : new DocumentState.SaveState.Saved();
            case SaveState.Unsaved _, SaveState.ChangedOnDisk _ ->
                    session.file().path() == null
                            ? new DocumentState.SaveState.NoFile()
                            : new DocumentState.SaveState.Unsaved();
            case SaveState.Saving _ -> new DocumentState.SaveState.Saving();
            case SaveState.Failed(var why) ->
                    new DocumentState.SaveState.Failed(files.explain(why));
        };
    }

    private Access access(NotebookFile.Access access) {
        return switch (access) {
            case NotebookFile.Access.Writable _ -> new Access.Writable();
            case NotebookFile.Access.ReadOnly(var reason) -> {
                var words = reading.explain(reason);
                yield new Access.ReadOnly((words.happened() + " " + words.meaning()).strip());
            }
            case NotebookFile.Access.Upgraded(var major) ->
                    new Access.ReadOnly(files.upgraded(major));
            case NotebookFile.Access.Library _ -> new Access.Library(files.library());
        };
    }

    private RuntimeState runtime(KernelState state, Notebook notebook) {
        return switch (state) {
            case KernelState.NotChosen _ -> {
                var wanted = Runtimes.displayName(notebook);
                yield wanted == null
                        ? new RuntimeState.NotChosen()
                        : new RuntimeState.Wanted(wanted);
            }
            case KernelState.Missing(var kernelspec, _) -> new RuntimeState.Missing(kernelspec);
            case KernelState.Ready(var spec) -> new RuntimeState.Ready(name(spec));
            case KernelState.Starting(var spec) -> new RuntimeState.Starting(name(spec));
            case KernelState.Idle(var spec) -> new RuntimeState.Idle(name(spec));
            case KernelState.Busy(var spec) -> new RuntimeState.Busy(name(spec));
            case KernelState.Unresponsive(var spec) -> new RuntimeState.Unresponsive(name(spec));
            case KernelState.Disconnected(var spec, var next) ->
                    new RuntimeState.Disconnected(name(spec), next);
            case KernelState.Unheard(var spec, var why, var next) ->
                    new RuntimeState.Unheard(name(spec), why, next);
            case KernelState.Dead(var spec, var exit) ->
                    new RuntimeState.Dead(name(spec), exit.lastWords());
            case KernelState.Failed(var spec, var failure) -> {
                var words = starting.explain(name(spec), failure);
                yield new RuntimeState.Failed(
                        name(spec),
                        words.happened(),
                        (words.meaning() + " " + words.remedy()).strip(),
                        words.details());
            }
        };
    }

    private String name(KernelRuntime runtime) {
        return names.of(runtime);
    }
}
