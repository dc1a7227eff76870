package org.cellist.app.notebook.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cellist.app.notebook.format.CellNames;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellType;

/// Which cells of two notebooks belong together.
///
/// First those whose files give them one name, wherever they stand. The longest part of these that
/// kept its order holds still, the others have moved. Between two cells that hold still, the rest
/// is matched in order: cells of one type and source, then those whose sources are alike.
///
/// Immutable.
public final class CellAlignment {

    private final List<Cell> before;
    private final List<Cell> after;
    private final int[] afterOf;
    private final int[] beforeOf;
    private final boolean[] isMoved;

    private CellAlignment(List<Cell> before, List<Cell> after) {
        this.before = before;
        this.after = after;
        this.afterOf = new int[before.size()];
        this.beforeOf = new int[after.size()];
        this.isMoved = new boolean[after.size()];
        Arrays.fill(afterOf, -1);
        Arrays.fill(beforeOf, -1);
    }

    /// Finds which cells belong together.
    public static CellAlignment of(List<Cell> before, List<Cell> after) {
        var alignment = new CellAlignment(before, after);
        alignment.matchNames();
        alignment.findMoved();
        alignment.matchBetween();
        return alignment;
    }

    /// Returns where a cell stands after, or -1.
    public int afterOf(int place) {
        return afterOf[place];
    }

    /// Returns where a cell stood before, or -1.
    public int beforeOf(int place) {
        return beforeOf[place];
    }

    /// Returns whether the cell at a place after stood elsewhere among the others.
    public boolean isMoved(int place) {
        return isMoved[place];
    }

    private void match(int was, int is) {
        afterOf[was] = is;
        beforeOf[is] = was;
    }

    private void matchNames() {
        Map<CellId, Integer> places = new HashMap<>();
        for (int i = 0; i < before.size(); i++) {
            if (CellNames.isNamed(before.get(i))) {
                places.put(before.get(i).id(), i);
            }
        }
        for (int i = 0; i < after.size(); i++) {
            var was = CellNames.isNamed(after.get(i)) ? places.get(after.get(i).id()) : null;
            if (was != null && afterOf[was] < 0) {
                match(was, i);
            }
        }
    }

    private void findMoved() {
        int[] matched = matchedAfter();
        int[] places = Arrays.stream(matched).map(is -> beforeOf[is]).toArray();
        for (int is : matched) {
            isMoved[is] = true;
        }
        for (int i : LongestRise.of(places)) {
            isMoved[matched[i]] = false;
        }
    }

    private int[] matchedAfter() {
        var matched = new ArrayList<Integer>();
        for (int i = 0; i < after.size(); i++) {
            if (beforeOf[i] >= 0) {
                matched.add(i);
            }
        }
        return matched.stream().mapToInt(Integer::intValue).toArray();
    }

    private void matchBetween() {
        var gap = new Gap();
        int a = 0;
        int b = 0;
        for (int is : matchedAfter()) {
            if (!isMoved[is]) {
                gap.match(a, beforeOf[is], b, is);
                a = beforeOf[is] + 1;
                b = is + 1;
            }
        }
        gap.match(a, before.size(), b, after.size());
    }

    private record Content(CellType type, String source) {}

    /// The cells without a partner between two that hold still.
    private final class Gap {

        private final CellLikeness likeness = new CellLikeness(before, after);

        void match(int fromA, int toA, int fromB, int toB) {
            var left = free(afterOf, fromA, toA);
            var right = free(beforeOf, fromB, toB);
            if (left.isEmpty() || right.isEmpty()) {
                return;
            }
            int a = 0;
            int b = 0;
            for (var hunk : SequenceDiff.between(contents(before, left), contents(after, right))) {
                matchEqual(left.subList(a, hunk.beforeFrom()), right.subList(b, hunk.afterFrom()));
                matchAlike(
                        left.subList(hunk.beforeFrom(), hunk.beforeTo()),
                        right.subList(hunk.afterFrom(), hunk.afterTo()));
                a = hunk.beforeTo();
                b = hunk.afterTo();
            }
            matchEqual(left.subList(a, left.size()), right.subList(b, right.size()));
        }

        private List<Integer> free(int[] partners, int from, int to) {
            var free = new ArrayList<Integer>();
            for (int i = from; i < to; i++) {
                if (partners[i] < 0) {
                    free.add(i);
                }
            }
            return free;
        }

        private List<Content> contents(List<Cell> cells, List<Integer> places) {
            return places.stream()
                    .map(cells::get)
                    .map(cell -> new Content(cell.type(), cell.source()))
                    .toList();
        }

        private void matchEqual(List<Integer> left, List<Integer> right) {
            for (int i = 0; i < left.size(); i++) {
                CellAlignment.this.match(left.get(i), right.get(i));
            }
        }

        private void matchAlike(List<Integer> left, List<Integer> right) {
            likeness.pairs(left, right).forEach(pair -> CellAlignment.this.match(pair[0], pair[1]));
        }
    }
}
