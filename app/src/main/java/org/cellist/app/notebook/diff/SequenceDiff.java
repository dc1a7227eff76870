package org.cellist.app.notebook.diff;

import com.github.difflib.DiffUtils;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The differences of two lists, in time that grows about as their lengths.
///
/// # Bounds
///
/// Myers' algorithm takes time and memory that grow as the square of how much differs. So it gets
/// no more than 1,000 items at once. Longer stretches are first cut where a line occurs once on
/// both sides (Bram Cohen's "patience diff"); one that cannot be cut is given as replaced whole.
/// The result is always right, and for long texts with few rare lines not always the shortest.
///
/// Immutable.
public final class SequenceDiff {

    /// How many items, of both sides together, Myers' algorithm gets at once.
    static final int MOST_AT_ONCE = 1_000;

    private static final int MOST_DEPTH = 40;

    private final int[] before;
    private final int[] after;
    private final int kinds;
    private final List<Hunk> hunks = new ArrayList<>();

    /// One stretch that differs: half-open ranges of both lists, one of them perhaps empty.
    public record Hunk(int beforeFrom, int beforeTo, int afterFrom, int afterTo) {}

    private SequenceDiff(int[] before, int[] after, int kinds) {
        this.before = before;
        this.after = after;
        this.kinds = kinds;
    }

    /// Returns what differs, in order; no two hunks touch each other.
    public static <T> List<Hunk> between(List<T> before, List<T> after) {
        Map<T, Integer> numbers = new HashMap<>();
        int[] left = numbered(before, numbers);
        int[] right = numbered(after, numbers);
        var diff = new SequenceDiff(left, right, numbers.size());
        diff.compare(new Hunk(0, left.length, 0, right.length), 0);
        return List.copyOf(diff.hunks);
    }

    private static <T> int[] numbered(List<T> items, Map<T, Integer> numbers) {
        int[] numbered = new int[items.size()];
        int at = 0;
        for (var item : items) {
            var next = numbers.size();
            var known = numbers.putIfAbsent(item, next);
            numbered[at++] = known == null ? next : known;
        }
        return numbered;
    }

    private void compare(Hunk whole, int depth) {
        var rest = trimmed(whole);
        int lengthBefore = rest.beforeTo - rest.beforeFrom;
        int lengthAfter = rest.afterTo - rest.afterFrom;
        if (lengthBefore == 0 || lengthAfter == 0) {
            add(rest);
        } else if (lengthBefore + lengthAfter <= MOST_AT_ONCE) {
            compareSmall(rest);
        } else {
            compareLarge(rest, depth);
        }
    }

    private Hunk trimmed(Hunk hunk) {
        int fromA = hunk.beforeFrom;
        int fromB = hunk.afterFrom;
        while (fromA < hunk.beforeTo && fromB < hunk.afterTo && before[fromA] == after[fromB]) {
            fromA++;
            fromB++;
        }
        int toA = hunk.beforeTo;
        int toB = hunk.afterTo;
        while (toA > fromA && toB > fromB && before[toA - 1] == after[toB - 1]) {
            toA--;
            toB--;
        }
        return new Hunk(fromA, toA, fromB, toB);
    }

    private void compareSmall(Hunk part) {
        var patch =
                DiffUtils.diff(
                        boxed(before, part.beforeFrom, part.beforeTo),
                        boxed(after, part.afterFrom, part.afterTo));
        for (var delta : patch.getDeltas()) {
            int a = part.beforeFrom + delta.getSource().getPosition();
            int b = part.afterFrom + delta.getTarget().getPosition();
            add(new Hunk(a, a + delta.getSource().size(), b, b + delta.getTarget().size()));
        }
    }

    private static List<Integer> boxed(int[] items, int from, int to) {
        return Arrays.stream(items, from, to).boxed().toList();
    }

    private void compareLarge(Hunk part, int depth) {
        var anchors = depth < MOST_DEPTH ? anchors(part) : List.<int[]>of();
        if (anchors.isEmpty()) {
            add(part);
            return;
        }
        int a = part.beforeFrom;
        int b = part.afterFrom;
        for (var anchor : anchors) {
            compare(new Hunk(a, anchor[0], b, anchor[1]), depth + 1);
            a = anchor[0] + 1;
            b = anchor[1] + 1;
        }
        compare(new Hunk(a, part.beforeTo, b, part.afterTo), depth + 1);
    }

    /// Returns pairs of places of items that occur once on both sides, in order on both.
    private List<int[]> anchors(Hunk part) {
        int[] placesBefore = placesOfSingles(before, part.beforeFrom, part.beforeTo);
        int[] placesAfter = placesOfSingles(after, part.afterFrom, part.afterTo);
        var pairs = new ArrayList<int[]>();
        for (int a = part.beforeFrom; a < part.beforeTo; a++) {
            if (placesBefore[before[a]] == a && placesAfter[before[a]] >= 0) {
                pairs.add(new int[] {a, placesAfter[before[a]]});
            }
        }
        int[] targets = pairs.stream().mapToInt(pair -> pair[1]).toArray();
        return Arrays.stream(LongestRise.of(targets)).mapToObj(pairs::get).toList();
    }

    /// Returns for each item where it stands, or a negative number if not exactly once.
    private int[] placesOfSingles(int[] items, int from, int to) {
        int[] places = new int[kinds];
        Arrays.fill(places, -1);
        for (int i = from; i < to; i++) {
            places[items[i]] = places[items[i]] == -1 ? i : -2;
        }
        return places;
    }

    private void add(Hunk hunk) {
        if (hunk.beforeFrom == hunk.beforeTo && hunk.afterFrom == hunk.afterTo) {
            return;
        }
        var last = hunks.isEmpty() ? null : hunks.getLast();
        if (last != null && last.beforeTo == hunk.beforeFrom && last.afterTo == hunk.afterFrom) {
            hunks.removeLast();
            hunks.add(new Hunk(last.beforeFrom, hunk.beforeTo, last.afterFrom, hunk.afterTo));
        } else {
            hunks.add(hunk);
        }
    }
}
