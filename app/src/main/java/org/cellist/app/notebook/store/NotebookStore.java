package org.cellist.app.notebook.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.cellist.app.notebook.format.ReloadedIds;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.model.NotebookChange;
import org.cellist.app.notebook.model.NotebookEdit;
import org.cellist.app.notebook.model.NotebookEdit.BeginRun;
import org.cellist.app.notebook.model.NotebookEdit.ChangeCellType;
import org.cellist.app.notebook.model.NotebookEdit.ClearOutputs;
import org.cellist.app.notebook.model.NotebookEdit.EditSource;
import org.cellist.app.notebook.model.NotebookEdit.Group;
import org.cellist.app.notebook.model.NotebookEdit.InsertCells;
import org.cellist.app.notebook.model.NotebookEdit.ReplaceNotebook;
import org.cellist.app.notebook.model.NotebookEdit.ReplaceOutputs;
import org.cellist.app.notebook.store.Applied.Inverse;
import org.cellist.kernel.protocol.DisplayId;
import org.cellist.kernel.protocol.MessageId;
import org.cellist.kernel.protocol.MimeBundle;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.jspecify.annotations.Nullable;

/// Holds one open notebook. Every change, whoever wants it, is an edit given to [#apply].
///
/// What leaves is immutable: the present [#notebook()], and a [NotebookChange] for each change,
/// told after it was made. A follower may apply another edit; its changes come after the
/// present ones.
///
/// Confined to the notebook's owner thread. In the window that is JavaFX's.
public final class NotebookStore {

    private final UndoHistory history;
    private final List<Consumer<NotebookChange>> followers = new CopyOnWriteArrayList<>();
    private final List<NotebookChange> untold = new ArrayList<>();
    private final CellRuns runs = new CellRuns();
    private Notebook notebook;
    private long version;
    private boolean telling;

    /// @param clock tells pauses in typing
    public NotebookStore(Notebook notebook, Clock clock) {
        this.notebook = notebook;
        this.history = new UndoHistory(clock);
    }

    /// Returns the notebook as it is now; safe to hand to any thread.
    public Notebook notebook() {
        return notebook;
    }

    /// Returns how many edits, undos and redos have changed it.
    public long version() {
        return version;
    }

    /// Calls back after each change.
    ///
    /// @return ends the calls
    public Runnable follow(Consumer<NotebookChange> follower) {
        followers.add(follower);
        return () -> followers.remove(follower);
    }

    /// Makes the change. An edit that no longer fits the notebook does nothing.
    public void apply(NotebookEdit edit) {
        switch (edit) {
            case BeginRun(var cell, var request) -> beginRun(cell, request);
            case ReplaceOutputs replace -> replaceOutputs(replace);
            case NotebookEdit.UpdateDisplay(var displayId, var data) ->
                    updateDisplay(displayId, data);
            case NotebookEdit.NameKernelspec(var kernelspec) ->
                    setMetadata("kernelspec", kernelspec);
            case NotebookEdit.SetCellView(var cell, var metadata) -> setView(cell, metadata);
            case NotebookEdit.SetNotebookView(var metadata) ->
                    take(
                            notebook.withMetadata(metadata),
                            List.of(new NotebookChange.NotebookMetadataChanged()));
            case NotebookEdit.DescribeLanguage(var info) -> describeLanguage(info);
            case ReplaceNotebook replace -> replaceNotebook(replace);
            case EditSource _,
                    InsertCells _,
                    NotebookEdit.RemoveCells _,
                    NotebookEdit.MoveCells _,
                    ChangeCellType _,
                    NotebookEdit.SetCellMetadata _,
                    NotebookEdit.SetAttachments _,
                    NotebookEdit.SetNotebookMetadata _,
                    ClearOutputs _,
                    Group _ ->
                    applyUndoable(edit);
        }
    }

    public boolean canUndo() {
        return history.canUndo();
    }

    public boolean canRedo() {
        return history.canRedo();
    }

    /// Returns the number of the step that [#undo] would take back; 0 if there is none.
    ///
    /// A step keeps it when it grows, is taken back and is made again; no other ever has it.
    public long lastStep() {
        return history.newest();
    }

    /// Takes the last step back.
    ///
    /// @return where, for the window to show; empty if nothing was changed in a cell
    public Optional<EditPlace> undo() {
        return history.takeUndo().flatMap(step -> replay(step, true));
    }

    /// Makes the last step that was taken back again.
    ///
    /// @return where, for the window to show; empty if nothing was changed in a cell
    public Optional<EditPlace> redo() {
        return history.takeRedo().flatMap(step -> replay(step, false));
    }

    private void applyUndoable(NotebookEdit edit) {
        var applied = Editing.apply(notebook, edit);
        if (!applied.isNothing()) {
            noteClearing(edit);
            history.made(edit, applied.inverse());
            take(applied.notebook(), applied.changes());
        }
    }

    /// Outputs that a person cleared stay cleared: what the run still says is not wanted any
    /// more.
    private void noteClearing(NotebookEdit edit) {
        switch (edit) {
            case ClearOutputs(var cells) -> cells.forEach(runs::clear);
            case ChangeCellType(var cell, _) -> runs.clear(cell);
            case Group(var edits) -> edits.forEach(this::noteClearing);
            default -> {
                // Leaves the runs alone.
            }
        }
    }

    private Optional<EditPlace> replay(UndoHistory.Step step, boolean isBack) {
        var before = notebook;
        var changes = new ArrayList<NotebookChange>();
        var reverse = new ArrayList<Inverse>();
        for (var inverse : step.inverse()) {
            var applied = replay(inverse);
            notebook = applied.notebook();
            changes.addAll(applied.changes());
            reverse.addAll(0, applied.inverse());
        }
        history.replayed(new UndoHistory.Step(step.number(), reverse), isBack);
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        var place = Places.of(changes, before, notebook, new EditPlace.Step(step.number(), isBack));
        take(notebook, changes);
        return place;
    }

    private Applied replay(Inverse step) {
        return switch (step) {
            case Inverse.Edit(InsertCells insert) -> Editing.apply(notebook, caughtUp(insert));
            case Inverse.Edit(var edit) -> {
                noteClearing(edit);
                yield Editing.apply(notebook, edit);
            }
            case Inverse.Restore(var cell) -> Editing.restore(notebook, caughtUp(cell));
            case Inverse.Order order -> CellList.reorder(notebook, order);
            case Inverse.Replace(var was) ->
                    new Applied(
                            was.withCells(was.cells().stream().map(this::caughtUp).toList()),
                            new NotebookChange.NotebookReplaced(),
                            new Inverse.Replace(notebook));
            case Inverse.Metadata metadata -> Editing.restore(notebook, metadata);
            case Inverse.CellMetadata metadata -> Editing.restore(notebook, metadata);
        };
    }

    /// Returns removed cells with what their runs have written meanwhile.
    private InsertCells caughtUp(InsertCells insert) {
        var cells =
                insert.cells().stream()
                        .map(cell -> cell instanceof CodeCell code ? runs.caughtUp(code) : cell)
                        .toList();
        return new InsertCells(insert.index(), cells);
    }

    /// Returns what a cell is put back to: as it was, but that newer outputs stay.
    private Cell caughtUp(Cell was) {
        if (!(was instanceof CodeCell code)) {
            runs.clear(was.id());
            return was;
        }
        boolean isNewer = runs.isShown(was.id());
        return isNewer && notebook.cell(was.id()).orElse(null) instanceof CodeCell now
                ? code.withOutputs(now.executionCount(), now.outputs())
                : runs.uncleared(code);
    }

    private void beginRun(CellId id, MessageId request) {
        if (notebook.cell(id).orElse(null) instanceof CodeCell cell) {
            runs.begin(id, request);
            setOutputs(cell, null, CellOutputs.NONE);
        }
    }

    private void replaceOutputs(ReplaceOutputs edit) {
        var cell = notebook.cell(edit.cell()).orElse(null);
        if (runs.takes(edit, cell instanceof CodeCell) && cell instanceof CodeCell code) {
            setOutputs(code, edit.executionCount(), edit.outputs());
        }
    }

    private void setOutputs(CodeCell cell, @Nullable Integer count, CellOutputs outputs) {
        take(
                CellList.with(notebook, cell.withOutputs(count, outputs)),
                List.of(new NotebookChange.OutputsChanged(cell.id())));
    }

    private void updateDisplay(DisplayId displayId, MimeBundle data) {
        for (var each : notebook.cells()) {
            if (each instanceof CodeCell cell
                    && !cell.outputs().updated(displayId, data).equals(cell.outputs())) {
                setOutputs(cell, cell.executionCount(), cell.outputs().updated(displayId, data));
            }
        }
    }

    private void describeLanguage(JsonObject languageInfo) {
        if (notebook.metadata().get("language_info") == null) {
            setMetadata("language_info", languageInfo);
        }
    }

    private void setView(CellId id, JsonObject metadata) {
        notebook.cell(id)
                .ifPresent(
                        cell ->
                                take(
                                        CellList.with(notebook, cell.withMetadata(metadata)),
                                        List.of(new NotebookChange.CellMetadataChanged(id))));
    }

    private void setMetadata(String name, JsonObject value) {
        if (!value.equals(notebook.metadata().get(name))) {
            take(
                    notebook.withMetadata(notebook.metadata().with(name, value)),
                    List.of(new NotebookChange.NotebookMetadataChanged()));
        }
    }

    private void replaceNotebook(ReplaceNotebook edit) {
        if (edit.isStep()) {
            history.made(edit, List.of(new Inverse.Replace(notebook)));
        } else {
            history.clear();
        }
        var recognised = ReloadedIds.carriedOver(notebook, edit.notebook());
        runs.keepOnly(edit.running());
        take(recognised, List.of(new NotebookChange.NotebookReplaced()));
    }

    private void take(Notebook changed, List<NotebookChange> changes) {
        notebook = changed;
        version++;
        untold.addAll(changes);
        if (telling) {
            return;
        }
        telling = true;
        try {
            while (!untold.isEmpty()) {
                var next = untold.removeFirst();
                followers.forEach(follower -> follower.accept(next));
            }
        } finally {
            telling = false;
        }
    }
}
