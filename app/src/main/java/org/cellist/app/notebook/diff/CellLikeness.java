package org.cellist.app.notebook.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.cellist.app.notebook.format.CellNames;
import org.cellist.app.notebook.model.Cell;

/// Pairs cells whose sources are alike, keeping their order, so that the pairs are as much alike
/// as they can be.
///
/// How much two sources are alike is the part of their words that both have, whatever the order.
/// That is a number from 0 to 1, found in one pass. Of more than 10,000 pairs not all are tried:
/// long stretches are halved on both sides first.
///
/// Confined to one thread.
final class CellLikeness {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+|[^\\s]");
    private static final int MOST_PAIRS = 10_000;

    /// The beginning of a source is enough to know it by.
    private static final int MOST_CHARACTERS = 8_000;

    private static final double LEAST = 0.5;

    /// A source that went into a longer one whole, if it is not of a few words.
    private static final double INSIDE = 0.7;

    private static final int FEW_WORDS = 5;

    /// A cell whose type was changed and nothing else.
    private static final double OTHER_TYPE = 0.9;

    private final List<Cell> before;
    private final List<Cell> after;
    private final Map<Integer, Words> wordsBefore = new HashMap<>();
    private final Map<Integer, Words> wordsAfter = new HashMap<>();

    CellLikeness(List<Cell> before, List<Cell> after) {
        this.before = before;
        this.after = after;
    }

    /// How often each word stands in a source.
    private record Words(Map<String, Integer> counts, int sum) {

        static Words of(Cell cell) {
            var source = cell.source();
            var part = source.substring(0, Math.min(source.length(), MOST_CHARACTERS));
            var counts = new HashMap<String, Integer>();
            var matcher = WORD.matcher(part);
            int sum = 0;
            while (matcher.find()) {
                counts.merge(matcher.group(), 1, Integer::sum);
                sum++;
            }
            return new Words(counts, sum);
        }

        double likeness(Words other) {
            int common = 0;
            for (var entry : counts.entrySet()) {
                var there = other.counts.get(entry.getKey());
                common += there == null ? 0 : Math.min(entry.getValue(), there);
            }
            int least = Math.min(sum, other.sum);
            double inside = least < FEW_WORDS ? 0 : INSIDE * common / least;
            return least == 0 ? 0 : Math.max(inside, 2.0 * common / (sum + other.sum));
        }
    }

    /// Returns the pairs, in order.
    List<int[]> pairs(List<Integer> left, List<Integer> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return List.of();
        }
        if (left.size() == 1 && right.size() == 1) {
            return theOnlyPair(left.getFirst(), right.getFirst());
        }
        if ((long) left.size() * right.size() <= MOST_PAIRS) {
            return bestPairs(left, right);
        }
        int a = left.size() / 2;
        int b = right.size() / 2;
        var pairs = new ArrayList<>(pairs(left.subList(0, a), right.subList(0, b)));
        pairs.addAll(pairs(left.subList(a, left.size()), right.subList(b, right.size())));
        return pairs;
    }

    private List<int[]> theOnlyPair(int was, int is) {
        var one = before.get(was);
        var other = after.get(is);
        boolean isEdited =
                one.type() == other.type()
                        && !(CellNames.isNamed(one) && CellNames.isNamed(other))
                        && !one.source().isBlank()
                        && !other.source().isBlank();
        return likeness(was, is) > 0 || isEdited ? List.of(new int[] {was, is}) : List.of();
    }

    /// Returns a number from 0 for cells that do not belong together to 1.
    private double likeness(int was, int is) {
        var one = before.get(was);
        var other = after.get(is);
        if (one.type() != other.type()) {
            boolean isSame = one.source().equals(other.source()) && !one.source().isBlank();
            return isSame ? OTHER_TYPE : 0;
        }
        var words = wordsBefore.computeIfAbsent(was, place -> Words.of(before.get(place)));
        double alike =
                words.likeness(wordsAfter.computeIfAbsent(is, place -> Words.of(after.get(place))));
        return alike >= LEAST ? alike : 0;
    }

    /// The heaviest common subsequence.
    private List<int[]> bestPairs(List<Integer> left, List<Integer> right) {
        int rows = left.size();
        int columns = right.size();
        double[][] alike = new double[rows][columns];
        double[][] best = new double[rows + 1][columns + 1];
        for (int i = rows - 1; i >= 0; i--) {
            for (int j = columns - 1; j >= 0; j--) {
                alike[i][j] = likeness(left.get(i), right.get(j));
                double together = alike[i][j] == 0 ? 0 : alike[i][j] + best[i + 1][j + 1];
                best[i][j] = Math.max(together, Math.max(best[i + 1][j], best[i][j + 1]));
            }
        }
        var pairs = new ArrayList<int[]>();
        int i = 0;
        int j = 0;
        while (i < rows && j < columns) {
            boolean isPair = alike[i][j] > 0 && best[i][j] == alike[i][j] + best[i + 1][j + 1];
            if (isPair) {
                pairs.add(new int[] {left.get(i++), right.get(j++)});
            } else if (best[i][j] == best[i + 1][j]) {
                i++;
            } else {
                j++;
            }
        }
        return pairs;
    }
}
