package org.cellist.app.notebook.merge;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cellist.app.notebook.diff.CellAlignment;
import org.cellist.app.notebook.format.CellNames;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellType;

/// The cells that one side added. Immutable.
///
/// @param places which of the side's cells these are, and how to know them without a name
record NewCells(List<Cell> cells, Map<Integer, Place> places) {

    /// A cell's content, and the last cell before it that the base has too; -1 for none.
    record Place(int leader, CellType type, String source) {}

    static NewCells of(List<Cell> cells, CellAlignment alignment) {
        var places = new LinkedHashMap<Integer, Place>();
        int leader = -1;
        for (int i = 0; i < cells.size(); i++) {
            if (alignment.beforeOf(i) >= 0) {
                leader = alignment.beforeOf(i);
            } else {
                var cell = cells.get(i);
                places.put(i, new Place(leader, cell.type(), cell.source()));
            }
        }
        return new NewCells(cells, places);
    }

    /// Returns which of these the other side added too: those that their files give one name, and
    /// those of one content in one place.
    Map<Integer, Integer> partners(NewCells other) {
        var partners = new HashMap<Integer, Integer>();
        var names = other.names();
        names().forEach(
                        (name, cell) -> {
                            var there = names.get(name);
                            if (there != null) {
                                partners.put(cell, there);
                            }
                        });
        var alike = other.byPlace(Set.copyOf(partners.values()));
        for (var entry : places.entrySet()) {
            var there = alike.getOrDefault(entry.getValue(), new ArrayDeque<>());
            if (!partners.containsKey(entry.getKey()) && !there.isEmpty()) {
                partners.put(entry.getKey(), there.remove());
            }
        }
        return partners;
    }

    private Map<CellId, Integer> names() {
        var names = new LinkedHashMap<CellId, Integer>();
        for (int i : places.keySet()) {
            if (CellNames.isNamed(cells.get(i))) {
                names.put(cells.get(i).id(), i);
            }
        }
        return names;
    }

    private Map<Place, Deque<Integer>> byPlace(Set<Integer> known) {
        var places = new HashMap<Place, Deque<Integer>>();
        for (var entry : this.places.entrySet()) {
            if (!known.contains(entry.getKey())) {
                places.computeIfAbsent(entry.getValue(), _ -> new ArrayDeque<>())
                        .add(entry.getKey());
            }
        }
        return places;
    }
}
