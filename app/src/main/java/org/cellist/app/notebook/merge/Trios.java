package org.cellist.app.notebook.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cellist.app.notebook.diff.CellAlignment;
import org.cellist.app.notebook.model.Cell;
import org.jspecify.annotations.Nullable;

/// Which cells of three notebooks belong together, and which of them were moved.
///
/// Trios have numbers from 0.
///
/// Immutable.
final class Trios {

    private final List<Cell> local;
    private final List<Cell> remote;
    private final CellAlignment toLocal;
    private final CellAlignment toRemote;
    private final List<Trio> trios = new ArrayList<>();
    private final List<Integer> inLocal = new ArrayList<>();
    private final List<Integer> inRemote = new ArrayList<>();

    Trios(List<Cell> base, List<Cell> local, List<Cell> remote) {
        this.local = local;
        this.remote = remote;
        toLocal = CellAlignment.of(base, local);
        toRemote = CellAlignment.of(base, remote);
        for (int i = 0; i < base.size(); i++) {
            trios.add(
                    new Trio(
                            base.get(i),
                            at(local, toLocal.afterOf(i)),
                            at(remote, toRemote.afterOf(i))));
        }
        addNew();
    }

    private static @Nullable Cell at(List<Cell> cells, int place) {
        return place < 0 ? null : cells.get(place);
    }

    private void addNew() {
        var partners = NewCells.of(local, toLocal).partners(NewCells.of(remote, toRemote));
        Map<Integer, Integer> ofBoth = new HashMap<>();
        for (int i = 0; i < local.size(); i++) {
            int before = toLocal.beforeOf(i);
            inLocal.add(before < 0 ? trios.size() : before);
            if (before < 0) {
                var there = partners.get(i);
                if (there != null) {
                    ofBoth.put(there, trios.size());
                }
                trios.add(new Trio(null, local.get(i), there == null ? null : remote.get(there)));
            }
        }
        for (int i = 0; i < remote.size(); i++) {
            int before = toRemote.beforeOf(i);
            var known = before >= 0 ? Integer.valueOf(before) : ofBoth.get(i);
            inRemote.add(known == null ? trios.size() : known);
            if (known == null) {
                trios.add(new Trio(null, null, remote.get(i)));
            }
        }
    }

    Trio get(int trio) {
        return trios.get(trio);
    }

    int size() {
        return trios.size();
    }

    /// The trios of the local side's cells, in its order.
    List<Integer> inLocal() {
        return inLocal;
    }

    /// The trios of the remote side's cells, in its order.
    List<Integer> inRemote() {
        return inRemote;
    }

    /// Returns whether a side moved the cell to another place among those of the base.
    boolean isMovedBy(Side side, int trio) {
        if (trios.get(trio).base() == null) {
            return false;
        }
        var alignment = side == Side.LOCAL ? toLocal : toRemote;
        int place = alignment.afterOf(trio);
        return place >= 0 && alignment.isMoved(place);
    }

    /// Returns whether both sides moved the cell, and not to one place.
    boolean isMovedApart(int trio) {
        return isMovedBy(Side.LOCAL, trio)
                && isMovedBy(Side.REMOTE, trio)
                && !Objects.equals(
                        predecessor(inLocal, trio, inRemote), predecessor(inRemote, trio, inLocal));
    }

    /// Returns the last trio before one that the other side has too; -1 for none.
    private static Integer predecessor(List<Integer> side, int trio, List<Integer> other) {
        int at = side.indexOf(trio) - 1;
        while (at >= 0 && !other.contains(side.get(at))) {
            at--;
        }
        return at < 0 ? -1 : side.get(at);
    }
}
