package org.cellist.app.notebook.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.cellist.app.notebook.diff.SequenceDiff.Hunk;
import org.cellist.app.notebook.diff.TextLine.Kind;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.MarkdownCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.junit.jupiter.api.Test;

class SequenceDiffTest {

    /// Generous: what is quadratic takes minutes.
    private static final Duration QUICK = Duration.ofSeconds(30);

    @Property
    void whatIsOutsideTheHunksIsTheSame(
            @ForAll @Size(max = 60) List<@IntRange(max = 5) Integer> before,
            @ForAll @Size(max = 60) List<@IntRange(max = 5) Integer> after) {
        assertRight(before, after);
    }

    @Property(tries = 40)
    void soItIsWhereTheListsAreTooLongForOneGo(@ForAll long seed) {
        var random = new Random(seed);
        var before = random.ints(3_000, 0, 2_500).boxed().toList();
        var after = new ArrayList<>(before);
        for (int i = 0; i < 800; i++) {
            after.set(random.nextInt(after.size()), random.nextInt(2_500));
            after.subList(i, i + 1).clear();
        }

        assertRight(before, after);
    }

    private static void assertRight(List<Integer> before, List<Integer> after) {
        int a = 0;
        int b = 0;
        for (var hunk : SequenceDiff.between(before, after)) {
            assertEquals(before.subList(a, hunk.beforeFrom()), after.subList(b, hunk.afterFrom()));
            assertTrue(hunk.beforeFrom() > a || a == 0, "two hunks touch");
            a = hunk.beforeTo();
            b = hunk.afterTo();
        }
        assertEquals(before.subList(a, before.size()), after.subList(b, after.size()));
    }

    @Test
    void oneLineOfManyIsFoundByItself() {
        var before = numbers(0, 20_000);
        var after = new ArrayList<>(before);
        after.set(7_000, -1);
        after.add(15_000, -2);

        assertEquals(
                List.of(
                        new Hunk(7_000, 7_001, 7_000, 7_001),
                        new Hunk(15_000, 15_000, 15_000, 15_001)),
                SequenceDiff.between(before, after));
    }

    @Test
    void aSourceOfManyOtherLinesIsComparedQuickly() {
        var before = lines("old ", 100_000);
        var after = lines("new ", 100_000);
        var mixed = lines("old ", 50_000) + lines("same\nline\n", 10_000);

        assertTimeoutPreemptively(QUICK, () -> TextDiff.between(before, after));
        assertTimeoutPreemptively(QUICK, () -> TextDiff.between(before, mixed));
    }

    @Test
    void aLineOfAHundredThousandCharactersIsComparedQuickly() {
        var before = "word, ".repeat(17_000);
        var after = IntStream.range(0, 17_000).mapToObj(i -> i + ", ").toList();

        var diff =
                assertTimeoutPreemptively(
                        QUICK, () -> TextDiff.between(before, String.join("", after)));

        assertEquals(
                List.of(Kind.REMOVED, Kind.ADDED),
                diff.lines().stream().map(TextLine::kind).toList());
    }

    @Test
    void fiveThousandRenamedCellsAreAlignedQuickly() {
        var before = cells("alpha beta gamma delta ", 5_000);
        var after = cells("epsilon beta gamma delta ", 5_000);

        var alignment = assertTimeoutPreemptively(QUICK, () -> CellAlignment.of(before, after));

        assertEquals(4_999, alignment.beforeOf(4_999));
    }

    private static List<Integer> numbers(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    private static String lines(String word, int count) {
        return String.join("\n", IntStream.range(0, count).mapToObj(i -> word + i).toList());
    }

    private static List<Cell> cells(String words, int count) {
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < count; i++) {
            var id = new CellId(words.charAt(0) + "-" + i);
            cells.add(new MarkdownCell(id, words.repeat(20) + i, JsonObject.EMPTY, Map.of(), null));
        }
        return cells;
    }
}
