package org.cellist.app.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.NotebookChange.SourceChanged;
import org.cellist.app.notebook.model.TextChange;
import org.cellist.app.notebook.store.NotebookStore;
import org.jspecify.annotations.Nullable;

/// The problems that are known of a notebook, at the places where they are now.
///
/// Each method that changes them returns whether there are others than before.
///
/// Confined to the notebook's owner.
final class NotebookProblems {

    private final NotebookStore store;
    private final Program.Kind kind;
    private List<Problem> all = List.of();

    NotebookProblems(NotebookStore store, Program.Kind kind) {
        this.store = store;
        this.kind = kind;
    }

    /// Returns them in the order of the notebook.
    List<Problem> all() {
        return all;
    }

    boolean clear() {
        return take(List.of());
    }

    /// Cells came, went or moved.
    boolean cellsChanged() {
        return take(all);
    }

    /// A person typed: what stands behind moves, and what was touched is no longer known.
    boolean edited(SourceChanged edit) {
        if (all.isEmpty()) {
            return false;
        }
        int inserted = edit.inserted().length();
        var moved =
                all.stream()
                        .map(
                                problem ->
                                        problem.cell().equals(edit.cell())
                                                ? problem.after(
                                                        edit.offset(),
                                                        edit.removedLength(),
                                                        inserted)
                                                : problem)
                        .filter(Objects::nonNull)
                        .toList();
        return set(moved); // in the same order
    }

    /// A server found these in a program, which may be older than the notebook.
    boolean found(VirtualDocument document, List<Problem> told) {
        var here = new ArrayList<Problem>();
        Map<CellId, TextChange> changes = new HashMap<>();
        for (var problem : told) {
            var cell = problem.cell();
            var source = store.notebook().cell(cell).map(Cell::source).orElse(null);
            if (source != null) {
                var change =
                        changes.computeIfAbsent(
                                cell,
                                _ -> TextChange.between(document.source(cell).orElse(""), source));
                var now = moved(problem, change);
                if (now != null) {
                    here.add(now);
                }
            }
        }
        return take(here);
    }

    private static @Nullable Problem moved(Problem problem, TextChange change) {
        int removed = change.oldEnd() - change.start();
        boolean isSame = removed == 0 && change.inserted().isEmpty();
        return isSame
                ? problem
                : problem.after(change.start(), removed, change.inserted().length());
    }

    private boolean take(List<Problem> found) {
        return set(ordered(found));
    }

    private boolean set(List<Problem> ordered) {
        boolean areOthers = !ordered.equals(all);
        all = ordered;
        return areOthers;
    }

    /// Without those of cells that are gone.
    private List<Problem> ordered(List<Problem> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Map<CellId, Integer> order = new HashMap<>();
        for (var cell : store.notebook().cells()) {
            if (kind.hasCode(cell)) {
                order.put(cell.id(), order.size());
            }
        }
        return found.stream()
                .filter(problem -> order.containsKey(problem.cell()))
                .sorted(
                        Comparator.comparingInt((Problem it) -> order.getOrDefault(it.cell(), 0))
                                .thenComparingInt(Problem::start)
                                .thenComparingInt(Problem::end))
                .toList();
    }
}
