package org.cellist.app.notebook.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.Cell.MarkdownCell;
import org.cellist.app.notebook.model.Cell.RawCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.model.NotebookChange;
import org.cellist.app.notebook.model.NotebookChange.CellMetadataChanged;
import org.cellist.app.notebook.model.NotebookChange.CellTypeChanged;
import org.cellist.app.notebook.model.NotebookChange.NotebookMetadataChanged;
import org.cellist.app.notebook.model.NotebookChange.OutputsChanged;
import org.cellist.app.notebook.model.NotebookChange.SourceChanged;
import org.cellist.app.notebook.model.NotebookEdit;
import org.cellist.app.notebook.model.NotebookEdit.ChangeCellType;
import org.cellist.app.notebook.model.NotebookEdit.ClearOutputs;
import org.cellist.app.notebook.model.NotebookEdit.EditSource;
import org.cellist.app.notebook.model.NotebookEdit.InsertCells;
import org.cellist.app.notebook.model.NotebookEdit.MoveCells;
import org.cellist.app.notebook.model.NotebookEdit.RemoveCells;
import org.cellist.app.notebook.model.NotebookEdit.SetCellMetadata;
import org.cellist.app.notebook.model.NotebookEdit.SetNotebookMetadata;
import org.cellist.app.notebook.model.Spliced;
import org.cellist.app.notebook.store.Applied.Inverse;
import org.cellist.kernel.protocol.MimeBundle;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.jspecify.annotations.Nullable;

/// What each undoable edit does to a notebook, as a pure function.
///
/// An edit that names a cell that is gone, or a range outside its source, does nothing: it was
/// made against an older notebook.
///
/// Immutable.
final class Editing {

    private Editing() {}

    static Applied apply(Notebook notebook, NotebookEdit edit) {
        return switch (edit) {
            case EditSource source -> editSource(notebook, source);
            case InsertCells insert -> CellList.insert(notebook, insert);
            case RemoveCells remove -> CellList.remove(notebook, remove);
            case MoveCells move -> CellList.move(notebook, move);
            case ChangeCellType type -> changeType(notebook, type);
            case SetCellMetadata cellMetadata -> setMetadata(notebook, cellMetadata);
            case NotebookEdit.SetAttachments attach -> Attaching.apply(notebook, attach);
            case SetNotebookMetadata(var metadata) -> setMetadata(notebook, metadata);
            case ClearOutputs clear -> clear(notebook, clear);
            case NotebookEdit.Group(var edits) -> group(notebook, edits);
            case NotebookEdit.BeginRun _,
                    NotebookEdit.ReplaceOutputs _,
                    NotebookEdit.UpdateDisplay _,
                    NotebookEdit.NameKernelspec _,
                    NotebookEdit.SetCellView _,
                    NotebookEdit.SetNotebookView _,
                    NotebookEdit.DescribeLanguage _,
                    NotebookEdit.ReplaceNotebook _ ->
                    throw new IllegalArgumentException("not undoable: " + edit);
        };
    }

    private static Applied group(Notebook notebook, List<NotebookEdit> edits) {
        if (edits.stream().allMatch(EditSource.class::isInstance)) {
            return editSources(notebook, edits);
        }
        var now = notebook;
        var changes = new ArrayList<NotebookChange>();
        var inverse = new ArrayList<Inverse>();
        for (var edit : edits) {
            var applied = apply(now, edit);
            now = applied.notebook();
            changes.addAll(applied.changes());
            inverse.addAll(0, applied.inverse());
        }
        return new Applied(now, changes, inverse);
    }

    /// Edits many sources on one list of cells: thousands of edits, each on a list of its own,
    /// would take seconds. They are taken back in the same way.
    private static Applied editSources(Notebook notebook, List<NotebookEdit> edits) {
        var cells = new ArrayList<>(notebook.cells());
        var places = new HashMap<CellId, Integer>();
        cells.forEach(cell -> places.put(cell.id(), places.size()));
        var changes = new ArrayList<NotebookChange>();
        var back = new ArrayList<NotebookEdit>();
        for (var edit : edits) {
            if (!(edit instanceof EditSource source)) {
                continue;
            }
            var at = places.get(source.cell());
            var edited = at == null ? null : edited(cells.get(at), source);
            if (at != null && edited != null) {
                back.add(back(cells.get(at), source));
                cells.set(at, edited);
                changes.add(told(source));
            }
        }
        return changes.isEmpty()
                ? Applied.nothing(notebook)
                : new Applied(
                        notebook.withCells(cells),
                        changes,
                        List.of(new Inverse.Edit(new NotebookEdit.Group(back.reversed()))));
    }

    private static Applied editSource(Notebook notebook, EditSource edit) {
        var cell = notebook.cell(edit.cell()).orElse(null);
        var edited = cell == null ? null : edited(cell, edit);
        return cell == null || edited == null
                ? Applied.nothing(notebook)
                : new Applied(
                        CellList.with(notebook, edited),
                        told(edit),
                        new Inverse.Edit(back(cell, edit)));
    }

    /// Returns the cell with the edit made; null when it does not fit or changes nothing.
    private static @Nullable Cell edited(Cell cell, EditSource edit) {
        var source = cell.source();
        int from = edit.offset();
        int to = from + edit.removedLength();
        boolean fits = from >= 0 && to >= from && to <= source.length();
        return !fits || source.substring(from, to).equals(edit.inserted())
                ? null
                : cell.withSource(Spliced.text(source, from, to, edit.inserted()));
    }

    private static SourceChanged told(EditSource edit) {
        return new SourceChanged(
                edit.cell(), edit.offset(), edit.removedLength(), edit.inserted(), edit.editor());
    }

    /// Returns what takes the edit back.
    ///
    /// @param cell as it was before
    private static EditSource back(Cell cell, EditSource edit) {
        int from = edit.offset();
        var removed = cell.source().substring(from, from + edit.removedLength());
        return new EditSource(edit.cell(), from, edit.inserted().length(), removed, null);
    }

    private static Applied changeType(Notebook notebook, ChangeCellType edit) {
        var cell = notebook.cell(edit.cell()).orElse(null);
        if (cell == null || cell.type() == edit.type()) {
            return Applied.nothing(notebook);
        }
        return new Applied(
                CellList.with(notebook, asType(cell, edit.type())),
                new CellTypeChanged(edit.cell()),
                new Inverse.Restore(cell));
    }

    private static Cell asType(Cell cell, CellType type) {
        Map<String, MimeBundle> attachments =
                switch (cell) {
                    case MarkdownCell markdown -> markdown.attachments();
                    case RawCell raw -> raw.attachments();
                    case CodeCell _ -> Map.of();
                };
        var id = cell.id();
        var source = cell.source();
        var metadata = cell.metadata();
        return switch (type) {
            case CODE -> new CodeCell(id, source, metadata, null, CellOutputs.NONE, cell.origin());
            case MARKDOWN -> new MarkdownCell(id, source, metadata, attachments, cell.origin());
            case RAW -> new RawCell(id, source, metadata, attachments, cell.origin());
        };
    }

    private static Applied clear(Notebook notebook, ClearOutputs edit) {
        var now = notebook;
        var changes = new ArrayList<NotebookChange>();
        var inverse = new ArrayList<Inverse>();
        for (var id : edit.cells()) {
            if (now.cell(id).orElse(null) instanceof CodeCell cell
                    && (!cell.outputs().items().isEmpty() || cell.executionCount() != null)) {
                now = CellList.with(now, cell.withOutputs(null, CellOutputs.NONE));
                changes.add(new OutputsChanged(id));
                inverse.addFirst(new Inverse.Restore(cell));
            }
        }
        return new Applied(now, changes, inverse);
    }

    /// Puts a cell back as it was, but for its source and metadata, which have steps of their
    /// own.
    static Applied restore(Notebook notebook, Cell was) {
        var id = was.id();
        var now = notebook.cell(id).orElse(null);
        if (now == null) {
            return Applied.nothing(notebook);
        }
        var restored = was.withSource(now.source()).withMetadata(now.metadata());
        boolean isSameType = now.type() == was.type();
        return new Applied(
                CellList.with(notebook, restored),
                isSameType ? new OutputsChanged(id) : new CellTypeChanged(id),
                isSameType
                        ? new Inverse.Edit(new ClearOutputs(List.of(id)))
                        : new Inverse.Restore(now));
    }

    private static Applied setMetadata(Notebook notebook, SetCellMetadata edit) {
        var cell = notebook.cell(edit.cell()).orElse(null);
        if (cell == null || cell.metadata().isSameInOrder(edit.metadata())) {
            return Applied.nothing(notebook);
        }
        return new Applied(
                CellList.with(notebook, cell.withMetadata(edit.metadata())),
                new CellMetadataChanged(edit.cell()),
                new Inverse.CellMetadata(edit.cell(), cell.metadata(), edit.metadata()));
    }

    private static Applied setMetadata(Notebook notebook, JsonObject metadata) {
        var before = notebook.metadata();
        return before.isSameInOrder(metadata)
                ? Applied.nothing(notebook)
                : new Applied(
                        notebook.withMetadata(metadata),
                        new NotebookMetadataChanged(),
                        new Inverse.Metadata(before, metadata));
    }

    /// Takes back one edit of the notebook's metadata. A kernelspec or a language that was
    /// written since stays: neither is an undo step.
    static Applied restore(Notebook notebook, Inverse.Metadata back) {
        return setMetadata(
                notebook, MetadataUndo.of(notebook.metadata(), back.before(), back.after()));
    }

    /// Takes back one edit of a cell's metadata. What was collapsed since stays so: that is no undo
    /// step.
    static Applied restore(Notebook notebook, Inverse.CellMetadata back) {
        var cell = notebook.cell(back.cell()).orElse(null);
        return cell == null
                ? Applied.nothing(notebook)
                : setMetadata(
                        notebook,
                        new SetCellMetadata(
                                cell.id(),
                                MetadataUndo.of(cell.metadata(), back.before(), back.after())));
    }
}
