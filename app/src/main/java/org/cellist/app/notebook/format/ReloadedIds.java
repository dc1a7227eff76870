package org.cellist.app.notebook.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.Notebook;
import org.jspecify.annotations.Nullable;

/// Finds the cells of a notebook again after its file was read anew.
///
/// A cell that the file names keeps that name. The others, whose ids were made up in memory, are
/// matched by content: first those whose type and source did not change, in their order; then,
/// between two matched cells, as many as came in the place of as many, each of the same type. A
/// cell that was not read from a file keeps the id it has.
///
/// Confined to one thread; used once.
public final class ReloadedIds {

    private final List<Cell> before;
    private final List<Cell> after;
    private final Set<CellId> known = new HashSet<>();
    private final Set<CellId> taken = new HashSet<>();
    private final Map<Integer, Integer> matches = new HashMap<>();

    private ReloadedIds(Notebook before, Notebook after) {
        this.before = before.cells();
        this.after = after.cells();
    }

    /// Returns the notebook as read anew, with the ids its cells had before.
    ///
    /// @param after what [NotebookReader] made
    public static Notebook carriedOver(Notebook before, Notebook after) {
        return after.withCells(new ReloadedIds(before, after).cells());
    }

    private List<Cell> cells() {
        after.stream().filter(ReloadedIds::isNamed).forEach(cell -> taken.add(cell.id()));
        before.forEach(cell -> known.add(cell.id()));
        matchNames();
        matchContents();
        matchBetween();
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < after.size(); i++) {
            cells.add(named(after.get(i), matches.get(i)));
        }
        return cells;
    }

    private Cell named(Cell cell, @Nullable Integer match) {
        if (!(cell.origin() instanceof CellSpan span) || span.hasFileId()) {
            return cell;
        }
        var id = match == null ? unknown(cell.id()) : before.get(match).id();
        return taken.add(id) ? span.cellNamed(id) : cell;
    }

    /// The reader made up an id without knowing those of the notebook that is open.
    private CellId unknown(CellId madeUp) {
        var id = madeUp;
        while (known.contains(id)) {
            id = CellId.random();
        }
        return id;
    }

    private static boolean isNamed(Cell cell) {
        return cell.origin() instanceof CellSpan span && span.hasFileId();
    }

    /// Named cells are fixed points for what lies between them.
    private void matchNames() {
        var places = new HashMap<CellId, Integer>();
        for (int i = 0; i < before.size(); i++) {
            places.put(before.get(i).id(), i);
        }
        for (int i = 0; i < after.size(); i++) {
            var place = places.get(after.get(i).id());
            if (isNamed(after.get(i)) && place != null) {
                matches.put(i, place);
            }
        }
    }

    private record Content(Class<?> type, String source) {

        static Content of(Cell cell) {
            return new Content(cell.getClass(), cell.source());
        }
    }

    private void matchContents() {
        Map<Content, Deque<Integer>> places = new HashMap<>();
        for (int i = 0; i < before.size(); i++) {
            if (!taken.contains(before.get(i).id())) {
                places.computeIfAbsent(Content.of(before.get(i)), _ -> new ArrayDeque<>()).add(i);
            }
        }
        for (int i = 0; i < after.size(); i++) {
            var same = places.get(Content.of(after.get(i)));
            if (!isNamed(after.get(i)) && same != null && !same.isEmpty()) {
                matches.put(i, same.remove());
            }
        }
    }

    private void matchBetween() {
        int lastAfter = -1;
        int lastBefore = -1;
        var found = Map.copyOf(matches);
        var used = Set.copyOf(found.values());
        for (int i = 0; i <= after.size(); i++) {
            int place = i == after.size() ? before.size() : found.getOrDefault(i, -1);
            if (place < 0) {
                continue;
            }
            int length = i - lastAfter - 1;
            if (length > 0 && length == place - lastBefore - 1) {
                for (int k = 1; k <= length; k++) {
                    boolean isFree = !used.contains(lastBefore + k);
                    if (isFree && isSameType(lastBefore + k, lastAfter + k)) {
                        matches.put(lastAfter + k, lastBefore + k);
                    }
                }
            }
            lastAfter = i;
            lastBefore = place;
        }
    }

    private boolean isSameType(int was, int is) {
        return before.get(was).getClass().equals(after.get(is).getClass());
    }
}
