package org.cellist.app.notebook.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.Cell.MarkdownCell;
import org.cellist.app.notebook.model.Cell.RawCell;
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
import org.cellist.app.notebook.store.Applied.Inverse;
import org.cellist.kernel.protocol.MimeBundle;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;

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

    private static Applied editSource(Notebook notebook, EditSource edit) {
        var cell = notebook.cell(edit.cell()).orElse(null);
        int from = edit.offset();
        int to = from + edit.removedLength();
        if (cell == null || from < 0 || to < from || to > cell.source().length()) {
            return Applied.nothing(notebook);
        }
        var source = cell.source();
        var removed = source.substring(from, to);
        if (removed.equals(edit.inserted())) {
            return Applied.nothing(notebook);
        }
        var edited = source.substring(0, from) + edit.inserted() + source.substring(to);
        return new Applied(
                CellList.with(notebook, cell.withSource(edited)),
                new SourceChanged(
                        edit.cell(), from, edit.removedLength(), edit.inserted(), edit.editor()),
                new Inverse.Edit(
                        new EditSource(
                                edit.cell(), from, edit.inserted().length(), removed, null)));
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
        if (cell == null || cell.metadata().equals(edit.metadata())) {
            return Applied.nothing(notebook);
        }
        return new Applied(
                CellList.with(notebook, cell.withMetadata(edit.metadata())),
                new CellMetadataChanged(edit.cell()),
                new Inverse.Edit(new SetCellMetadata(edit.cell(), cell.metadata())));
    }

    private static Applied setMetadata(Notebook notebook, JsonObject metadata) {
        var before = notebook.metadata();
        return before.equals(metadata)
                ? Applied.nothing(notebook)
                : new Applied(
                        notebook.withMetadata(metadata),
                        new NotebookMetadataChanged(),
                        new Inverse.Metadata(before, metadata));
    }

    /// Takes back one edit of the notebook's metadata. A kernelspec or a language that was
    /// written since stays: neither is an undo step.
    static Applied restore(Notebook notebook, Inverse.Metadata back) {
        var now = notebook.metadata();
        var restored = now.equals(back.after()) ? back.before() : merged(now, back);
        return setMetadata(notebook, restored);
    }

    private static JsonObject merged(JsonObject now, Inverse.Metadata back) {
        var names = new LinkedHashSet<>(back.before().members().keySet());
        names.addAll(back.after().members().keySet());
        var merged = now;
        for (var name : names) {
            var before = back.before().get(name);
            if (!Objects.equals(before, back.after().get(name))) {
                merged = before == null ? merged.without(name) : merged.with(name, before);
            }
        }
        return merged;
    }
}
