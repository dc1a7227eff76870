package org.cellist.app.notebook.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.model.NotebookChange;
import org.cellist.app.notebook.model.NotebookEdit;
import org.cellist.app.notebook.model.NotebookEdit.BeginRun;
import org.cellist.app.notebook.model.NotebookEdit.ClearOutputs;
import org.cellist.app.notebook.model.NotebookEdit.Group;
import org.cellist.app.notebook.model.NotebookEdit.ReplaceNotebook;
import org.cellist.app.notebook.model.NotebookEdit.ReplaceOutputs;
import org.cellist.app.notebook.store.Applied.Inverse;
import org.cellist.kernel.protocol.DisplayId;
import org.cellist.kernel.protocol.MessageId;
import org.cellist.kernel.protocol.MimeBundle;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;

/// Holds one open notebook. Every change, whoever wants it, is an edit given to [#apply].
///
/// What leaves is immutable: the present [#notebook()], and a [NotebookChange] for each change,
/// told
/// after it was made. A follower may apply another edit; its changes come after the present ones.
///
/// Confined to the notebook's owner thread. In the window that is JavaFX's.
public final class NotebookStore {

    private final UndoHistory history;
    private final List<Consumer<NotebookChange>> followers = new CopyOnWriteArrayList<>();
    private final List<NotebookChange> untold = new ArrayList<>();
    private final Map<CellId, MessageId> runs = new HashMap<>();
    private final Set<CellId> ranSinceEdit = new HashSet<>();
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

    /// Returns how many edits have changed it.
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
            case NotebookEdit.DescribeLanguage(var info) -> describeLanguage(info);
            case ReplaceNotebook(var replacement) -> {
                history.clear();
                runs.clear();
                take(replacement, List.of(new NotebookChange.NotebookReplaced()));
            }
            default -> applyUndoable(edit);
        }
    }

    public boolean canUndo() {
        return history.canUndo();
    }

    public boolean canRedo() {
        return history.canRedo();
    }

    /// Takes the last step back.
    ///
    /// @return the cell where something changed, for the window to show; empty if nothing did
    public Optional<CellId> undo() {
        return history.takeUndo()
                .flatMap(
                        step -> {
                            var changes = new ArrayList<NotebookChange>();
                            history.undone(replay(step, changes));
                            return told(changes);
                        });
    }

    /// Makes the last step that was taken back again.
    ///
    /// @return the cell where something changed, for the window to show; empty if nothing did
    public Optional<CellId> redo() {
        return history.takeRedo()
                .flatMap(
                        step -> {
                            var changes = new ArrayList<NotebookChange>();
                            history.redone(replay(step, changes));
                            return told(changes);
                        });
    }

    private void applyUndoable(NotebookEdit edit) {
        var applied = Editing.apply(notebook, edit);
        if (applied.isNothing()) {
            return;
        }
        forgetRuns(edit);
        history.made(edit, applied.inverse());
        take(applied.notebook(), applied.changes());
    }

    /// Outputs that a person cleared stay cleared: what the run still says is not wanted any
    /// more.
    private void forgetRuns(NotebookEdit edit) {
        switch (edit) {
            case ClearOutputs(var cells) -> {
                cells.forEach(runs::remove);
                ranSinceEdit.removeAll(cells);
            }
            case NotebookEdit.ChangeCellType(var cell, _) -> {
                runs.remove(cell);
                ranSinceEdit.remove(cell);
            }
            case Group(var edits) -> edits.forEach(this::forgetRuns);
            default -> {
                // Leaves the runs alone.
            }
        }
    }

    /// Applies the steps of one undo or redo and returns what reverses them.
    private List<Inverse> replay(List<Inverse> steps, List<NotebookChange> changes) {
        var reverse = new ArrayList<Inverse>();
        for (var step : steps) {
            var applied =
                    switch (step) {
                        case Inverse.Edit(var edit) -> Editing.apply(notebook, edit);
                        case Inverse.Restore(var cell) ->
                                Editing.restore(notebook, cell, ranSinceEdit.contains(cell.id()));
                        case Inverse.Order order -> Editing.reorder(notebook, order);
                    };
            notebook = applied.notebook();
            changes.addAll(applied.changes());
            reverse.addAll(0, applied.inverse());
        }
        return reverse;
    }

    private Optional<CellId> told(List<NotebookChange> changes) {
        var place = changes.stream().flatMap(change -> cellOf(change).stream()).reduce((_, b) -> b);
        if (!changes.isEmpty()) {
            take(notebook, changes);
        }
        return place;
    }

    private static Optional<CellId> cellOf(NotebookChange change) {
        return switch (change) {
            case NotebookChange.SourceChanged(var cell, _, _, _, _) -> Optional.of(cell);
            case NotebookChange.CellsInserted(_, var cells) -> Optional.of(cells.getFirst());
            case NotebookChange.CellsMoved(var cells) -> cells.stream().findFirst();
            case NotebookChange.CellTypeChanged(var cell) -> Optional.of(cell);
            case NotebookChange.CellMetadataChanged(var cell) -> Optional.of(cell);
            case NotebookChange.OutputsChanged(var cell) -> Optional.of(cell);
            case NotebookChange.CellsRemoved _,
                    NotebookChange.NotebookMetadataChanged _,
                    NotebookChange.NotebookReplaced _ ->
                    Optional.empty();
        };
    }

    private void beginRun(CellId id, MessageId request) {
        if (notebook.cell(id).orElse(null) instanceof CodeCell cell) {
            runs.put(id, request);
            ranSinceEdit.add(id);
            take(
                    Editing.with(notebook, cell.withOutputs(null, CellOutputs.NONE)),
                    List.of(new NotebookChange.OutputsChanged(id)));
        }
    }

    private void replaceOutputs(ReplaceOutputs edit) {
        if (edit.request().equals(runs.get(edit.cell()))
                && notebook.cell(edit.cell()).orElse(null) instanceof CodeCell cell) {
            take(
                    Editing.with(notebook, cell.withOutputs(edit.executionCount(), edit.outputs())),
                    List.of(new NotebookChange.OutputsChanged(edit.cell())));
        }
    }

    private void describeLanguage(JsonObject languageInfo) {
        if (notebook.metadata().get("language_info") == null) {
            take(
                    notebook.withMetadata(notebook.metadata().with("language_info", languageInfo)),
                    List.of(new NotebookChange.NotebookMetadataChanged()));
        }
    }

    private void updateDisplay(DisplayId displayId, MimeBundle data) {
        for (var each : notebook.cells()) {
            if (each instanceof CodeCell cell) {
                var updated = cell.outputs().updated(displayId, data);
                if (!updated.equals(cell.outputs())) {
                    take(
                            Editing.with(
                                    notebook, cell.withOutputs(cell.executionCount(), updated)),
                            List.of(new NotebookChange.OutputsChanged(cell.id())));
                }
            }
        }
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
