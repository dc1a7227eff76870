package org.cellist.app.notebook.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.cellist.app.notebook.diff.CellDiff.Added;
import org.cellist.app.notebook.diff.CellDiff.Changed;
import org.cellist.app.notebook.diff.CellDiff.Moved;
import org.cellist.app.notebook.diff.CellDiff.Removed;
import org.cellist.app.notebook.diff.CellDiff.Same;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.NbformatVersion;
import org.cellist.app.notebook.model.Notebook;
import org.jspecify.annotations.Nullable;

/// What differs between two notebooks. Immutable.
///
/// @param version null when it is the same
/// @param metadata of the notebook itself
/// @param cells all cells of both, in the order of the second; removed ones where they stood
public record NotebookDiff(
        @Nullable Change<NbformatVersion> version,
        List<MemberChange> metadata,
        List<CellDiff> cells) {

    public NotebookDiff {
        metadata = List.copyOf(metadata);
        cells = List.copyOf(cells);
    }

    public static NotebookDiff between(Notebook before, Notebook after) {
        return new NotebookDiff(
                Change.between(before.version(), after.version()),
                MemberChange.between(before.metadata(), after.metadata()),
                cells(before.cells(), after.cells()));
    }

    private static List<CellDiff> cells(List<Cell> before, List<Cell> after) {
        var alignment = CellAlignment.of(before, after);
        var diffs = new ArrayList<CellDiff>();
        int a = 0;
        int b = 0;
        for (int end = 0; end <= after.size(); end++) {
            boolean isLast = end == after.size();
            if (!isLast && (alignment.beforeOf(end) < 0 || alignment.isMoved(end))) {
                continue;
            }
            int fixed = isLast ? before.size() : alignment.beforeOf(end);
            for (; a < fixed; a++) {
                if (alignment.afterOf(a) < 0) {
                    diffs.add(new Removed(a, before.get(a), CellChanges.ofNothing(before.get(a))));
                }
            }
            for (; b < (isLast ? end : end + 1); b++) {
                diffs.add(cell(alignment, before, after, b));
            }
            a = fixed + 1;
        }
        return diffs;
    }

    private static CellDiff cell(
            CellAlignment alignment, List<Cell> before, List<Cell> after, int place) {
        var cell = after.get(place);
        int was = alignment.beforeOf(place);
        if (was < 0) {
            return new Added(place, cell, CellChanges.ofAll(cell));
        }
        var changes = CellChanges.between(before.get(was), cell);
        return told(new Changed(was, place, alignment.isMoved(place), cell, changes));
    }

    private static CellDiff told(Changed diff) {
        if (!diff.changes().isEmpty()) {
            return diff;
        }
        return diff.isMoved()
                ? new Moved(diff.before(), diff.after(), diff.cell())
                : new Same(diff.before(), diff.after());
    }

    /// Returns whether nothing differs.
    public boolean isEmpty() {
        return version == null
                && metadata.isEmpty()
                && cells.stream().allMatch(cell -> cell instanceof Same);
    }

    /// Returns the same without outputs and the numbers of runs.
    public NotebookDiff withoutOutputs() {
        return new NotebookDiff(version, metadata, cells(CellChanges::withoutOutputs));
    }

    /// Returns the same without metadata, of the notebook and of cells, and without cells' ids.
    public NotebookDiff withoutMetadata() {
        return new NotebookDiff(version, List.of(), cells(CellChanges::withoutMetadata));
    }

    private List<CellDiff> cells(UnaryOperator<CellChanges> less) {
        var diffs = new ArrayList<CellDiff>();
        for (var diff : cells) {
            diffs.add(
                    switch (diff) {
                        case Changed(var before, var after, var isMoved, var cell, var changes) ->
                                told(
                                        new Changed(
                                                before, after, isMoved, cell, less.apply(changes)));
                        case Added(var after, var cell, var content) ->
                                new Added(after, cell, less.apply(content));
                        case Removed(var before, var cell, var content) ->
                                new Removed(before, cell, less.apply(content));
                        case Same _, Moved _ -> diff;
                    });
        }
        return diffs;
    }
}
