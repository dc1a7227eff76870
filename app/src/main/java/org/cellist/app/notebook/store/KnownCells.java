package org.cellist.app.notebook.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.Notebook;
import org.jspecify.annotations.Nullable;

/// Recognises cells when a file is read again whose format gives cells no ids.
///
/// A cell with the type and source of one that is known gets its id, in order of appearance. A
/// cell that was edited between two recognised neighbours gets the id of the one that stood
/// there.
///
/// Confined to one thread; used once.
final class KnownCells {

    private final List<Cell> known;
    private final List<Cell> fresh;
    private final @Nullable CellId[] ids; // null where not recognised yet
    private final Set<CellId> taken = new HashSet<>();

    private KnownCells(Notebook known, Notebook fresh) {
        this.known = known.cells();
        this.fresh = fresh.cells();
        this.ids = new CellId[this.fresh.size()];
    }

    /// Returns the fresh notebook, with ids of the known one where the file has none.
    static Notebook recognised(Notebook known, Notebook fresh) {
        return fresh.version().hasCellIds()
                ? fresh
                : fresh.withCells(new KnownCells(known, fresh).recognised());
    }

    private List<Cell> recognised() {
        keepColabIds();
        matchContents();
        matchNeighbours();
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < ids.length; i++) {
            var cell = fresh.get(i);
            var id = ids[i] == null ? unused(cell.id()) : ids[i];
            cells.add(id.equals(cell.id()) ? cell : cell.withId(id));
        }
        return cells;
    }

    /// The reader made up an id without knowing those of the notebook that is open.
    private CellId unused(CellId madeUp) {
        var id = madeUp;
        while (!taken.add(id)) {
            id = new CellId(UUID.randomUUID().toString());
        }
        return id;
    }

    private void keepColabIds() {
        for (int i = 0; i < ids.length; i++) {
            if (fresh.get(i).metadata().string("id") != null) {
                take(i, fresh.get(i).id());
            }
        }
    }

    private record Content(CellType type, String source) {
        static Content of(Cell cell) {
            return new Content(cell.type(), cell.source());
        }
    }

    private void matchContents() {
        Map<Content, Deque<CellId>> byContent = new HashMap<>();
        for (var cell : known) {
            if (!taken.contains(cell.id())) {
                byContent.computeIfAbsent(Content.of(cell), _ -> new ArrayDeque<>()).add(cell.id());
            }
        }
        for (int i = 0; i < ids.length; i++) {
            var same = byContent.get(Content.of(fresh.get(i)));
            if (ids[i] == null && same != null && !same.isEmpty()) {
                take(i, same.remove());
            }
        }
    }

    /// Goes through both lists in step and gives what lies between recognised cells its place's
    /// id.
    private void matchNeighbours() {
        var places = new HashMap<CellId, Integer>();
        known.forEach(cell -> places.put(cell.id(), places.size()));
        int next = 0;
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] != null) {
                next = places.getOrDefault(ids[i], next - 1) + 1;
            } else if (next < known.size() && isFree(known.get(next), fresh.get(i))) {
                take(i, known.get(next).id());
                next++;
            }
        }
    }

    private boolean isFree(Cell was, Cell now) {
        return !taken.contains(was.id()) && was.type() == now.type();
    }

    private void take(int index, CellId id) {
        ids[index] = id;
        taken.add(id);
    }
}
