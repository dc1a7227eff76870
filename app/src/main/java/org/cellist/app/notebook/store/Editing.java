package org.cellist.app.notebook.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.Cell.MarkdownCell;
import org.cellist.app.notebook.model.Cell.RawCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.model.NotebookChange;
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

/// What each undoable edit does to a notebook, as a pure function.
///
/// An edit that names a cell that is gone, or a range outside its source, does nothing: it was
/// made
/// against an older notebook.
///
/// Immutable.
final class Editing {

    private Editing() {}

    static Applied apply(Notebook notebook, NotebookEdit edit) {
        return switch (edit) {
            case EditSource source -> editSource(notebook, source);
            case InsertCells insert -> insert(notebook, insert);
            case RemoveCells remove -> remove(notebook, remove);
            case MoveCells move -> move(notebook, move);
            case ChangeCellType type -> changeType(notebook, type);
            case SetCellMetadata(var id, var metadata) ->
                    replace(
                            notebook,
                            id,
                            cell -> cell.withMetadata(metadata),
                            new NotebookChange.CellMetadataChanged(id));
            case SetNotebookMetadata(var metadata) ->
                    notebook.metadata().equals(metadata)
                            ? Applied.nothing(notebook)
                            : new Applied(
                                    notebook.withMetadata(metadata),
                                    List.of(new NotebookChange.NotebookMetadataChanged()),
                                    List.of(
                                            new Inverse.Edit(
                                                    new SetNotebookMetadata(notebook.metadata()))));
            case ClearOutputs clear -> clear(notebook, clear);
            case NotebookEdit.Group(var edits) -> group(notebook, edits);
            case NotebookEdit.BeginRun _,
                    NotebookEdit.ReplaceOutputs _,
                    NotebookEdit.UpdateDisplay _,
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
        int end = edit.offset() + edit.removedLength();
        if (cell == null || edit.offset() < 0 || end > cell.source().length()) {
            return Applied.nothing(notebook);
        }
        var removed = cell.source().substring(edit.offset(), end);
        if (removed.equals(edit.inserted())) {
            return Applied.nothing(notebook);
        }
        var source =
                cell.source().substring(0, edit.offset())
                        + edit.inserted()
                        + cell.source().substring(end);
        var back =
                new EditSource(edit.cell(), edit.offset(), edit.inserted().length(), removed, null);
        return new Applied(
                with(notebook, cell.withSource(source)),
                List.of(
                        new NotebookChange.SourceChanged(
                                edit.cell(),
                                edit.offset(),
                                edit.removedLength(),
                                edit.inserted(),
                                edit.editor())),
                List.of(new Inverse.Edit(back)));
    }

    private static Applied insert(Notebook notebook, InsertCells edit) {
        var taken = new HashSet<CellId>();
        notebook.cells().forEach(cell -> taken.add(cell.id()));
        if (edit.cells().isEmpty()
                || edit.index() < 0
                || edit.index() > notebook.cells().size()
                || !edit.cells().stream().allMatch(cell -> taken.add(cell.id()))) {
            return Applied.nothing(notebook);
        }
        var cells = new ArrayList<>(notebook.cells());
        cells.addAll(edit.index(), edit.cells());
        var ids = edit.cells().stream().map(Cell::id).toList();
        return new Applied(
                notebook.withCells(cells),
                List.of(new NotebookChange.CellsInserted(edit.index(), ids)),
                List.of(new Inverse.Edit(new RemoveCells(ids))));
    }

    private static Applied remove(Notebook notebook, RemoveCells edit) {
        var gone = new HashSet<>(edit.cells());
        var left = new ArrayList<Cell>();
        var inverse = new ArrayList<Inverse>();
        var ids = new ArrayList<CellId>();
        for (int i = 0; i < notebook.cells().size(); i++) {
            var cell = notebook.cells().get(i);
            if (gone.contains(cell.id())) {
                ids.add(cell.id());
                // Applied in this order, each index is that of the list as it grows again.
                inverse.add(new Inverse.Edit(new InsertCells(i, List.of(cell))));
            } else {
                left.add(cell);
            }
        }
        return ids.isEmpty()
                ? Applied.nothing(notebook)
                : new Applied(
                        notebook.withCells(left),
                        List.of(new NotebookChange.CellsRemoved(ids)),
                        inverse);
    }

    private static Applied move(Notebook notebook, MoveCells edit) {
        var wanted = new HashSet<>(edit.cells());
        var moved = notebook.cells().stream().filter(cell -> wanted.contains(cell.id())).toList();
        var rest = new ArrayList<>(notebook.cells());
        rest.removeAll(moved);
        if (moved.isEmpty() || edit.index() < 0 || edit.index() > rest.size()) {
            return Applied.nothing(notebook);
        }
        rest.addAll(edit.index(), moved);
        if (rest.equals(notebook.cells())) {
            return Applied.nothing(notebook);
        }
        var ids = moved.stream().map(Cell::id).toList();
        var order = notebook.cells().stream().map(Cell::id).toList();
        return new Applied(
                notebook.withCells(rest),
                List.of(new NotebookChange.CellsMoved(ids)),
                List.of(new Inverse.Order(order, ids)));
    }

    /// Puts the cells in that order again; cells that are not named stay behind their neighbour.
    static Applied reorder(Notebook notebook, Inverse.Order back) {
        var place = new HashMap<CellId, Integer>();
        back.order().forEach(id -> place.put(id, place.size()));
        var known =
                notebook.cells().stream()
                        .filter(cell -> place.containsKey(cell.id()))
                        .sorted(Comparator.comparing(cell -> place.getOrDefault(cell.id(), 0)))
                        .iterator();
        var cells = new ArrayList<Cell>();
        for (var cell : notebook.cells()) {
            cells.add(place.containsKey(cell.id()) ? known.next() : cell);
        }
        var order = notebook.cells().stream().map(Cell::id).toList();
        return new Applied(
                notebook.withCells(cells),
                List.of(new NotebookChange.CellsMoved(back.moved())),
                List.of(new Inverse.Order(order, back.moved())));
    }

    private static Applied changeType(Notebook notebook, ChangeCellType edit) {
        var cell = notebook.cell(edit.cell()).orElse(null);
        if (cell == null || type(cell) == edit.type()) {
            return Applied.nothing(notebook);
        }
        Map<String, MimeBundle> attachments =
                switch (cell) {
                    case MarkdownCell markdown -> markdown.attachments();
                    case RawCell raw -> raw.attachments();
                    case CodeCell _ -> Map.of();
                };
        var changed =
                switch (edit.type()) {
                    case CODE ->
                            new CodeCell(
                                    cell.id(),
                                    cell.source(),
                                    cell.metadata(),
                                    null,
                                    CellOutputs.NONE,
                                    cell.origin());
                    case MARKDOWN ->
                            new MarkdownCell(
                                    cell.id(),
                                    cell.source(),
                                    cell.metadata(),
                                    attachments,
                                    cell.origin());
                    case RAW ->
                            new RawCell(
                                    cell.id(),
                                    cell.source(),
                                    cell.metadata(),
                                    attachments,
                                    cell.origin());
                };
        return new Applied(
                with(notebook, changed),
                List.of(new NotebookChange.CellTypeChanged(edit.cell())),
                List.of(new Inverse.Restore(cell)));
    }

    static CellType type(Cell cell) {
        return switch (cell) {
            case CodeCell _ -> CellType.CODE;
            case MarkdownCell _ -> CellType.MARKDOWN;
            case RawCell _ -> CellType.RAW;
        };
    }

    private static Applied clear(Notebook notebook, ClearOutputs edit) {
        var now = notebook;
        var changes = new ArrayList<NotebookChange>();
        var inverse = new ArrayList<Inverse>();
        for (var id : edit.cells()) {
            if (now.cell(id).orElse(null) instanceof CodeCell cell
                    && (!cell.outputs().items().isEmpty() || cell.executionCount() != null)) {
                now = with(now, cell.withOutputs(null, CellOutputs.NONE));
                changes.add(new NotebookChange.OutputsChanged(id));
                inverse.addFirst(new Inverse.Restore(cell));
            }
        }
        return new Applied(now, changes, inverse);
    }

    /// Puts a cell back. Outputs that a kernel has written since stay: they are newer than the
    /// step.
    static Applied restore(Notebook notebook, Cell cell, boolean hasRunSince) {
        var now = notebook.cell(cell.id()).orElse(null);
        if (now == null) {
            return Applied.nothing(notebook);
        }
        var restored = cell.withSource(now.source());
        if (hasRunSince && now instanceof CodeCell run && restored instanceof CodeCell code) {
            restored = code.withOutputs(run.executionCount(), run.outputs());
        }
        boolean sameType = type(now) == type(cell);
        NotebookChange change =
                sameType
                        ? new NotebookChange.OutputsChanged(cell.id())
                        : new NotebookChange.CellTypeChanged(cell.id());
        return new Applied(
                with(notebook, restored), List.of(change), List.of(new Inverse.Restore(now)));
    }

    private static Applied replace(
            Notebook notebook, CellId id, UnaryOperator<Cell> change, NotebookChange told) {
        var cell = notebook.cell(id).orElse(null);
        if (cell == null || change.apply(cell).equals(cell)) {
            return Applied.nothing(notebook);
        }
        return new Applied(
                with(notebook, change.apply(cell)),
                List.of(told),
                List.of(new Inverse.Edit(new SetCellMetadata(id, cell.metadata()))));
    }

    static Notebook with(Notebook notebook, Cell cell) {
        var cells = new ArrayList<>(notebook.cells());
        cells.set(notebook.indexOf(cell.id()), cell);
        return notebook.withCells(cells);
    }
}
