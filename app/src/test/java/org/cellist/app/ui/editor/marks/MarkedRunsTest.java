package org.cellist.app.ui.editor.marks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.cellist.app.ui.editor.marks.Marks.Mark;
import org.cellist.app.ui.editor.marks.StyleRuns.Run;
import org.junit.jupiter.api.Test;

class MarkedRunsTest {

    @Test
    void withoutMarksTheRunsAreTheSame() {
        var runs = List.of(new Run(4, List.of("keyword")));

        assertSame(runs, MarkedRuns.of(runs, Marks.NONE, 0));
    }

    @Test
    void aRunIsCutWhereAMarkBeginsAndEnds() {
        var runs = List.of(new Run(4, List.of("keyword")), new Run(4, List.of()));
        var marks = new Marks(List.of(new Mark(11, 13, false), new Mark(13, 16, true)));

        assertEquals(
                List.of(
                        new Run(1, List.of("keyword")),
                        new Run(2, List.of("keyword", "found")),
                        new Run(1, List.of("keyword", "found-current")),
                        new Run(2, List.of("found-current")),
                        new Run(2, List.of())),
                MarkedRuns.of(runs, marks, 10));
    }

    @Test
    void marksMoveWithTheTextAndTheOneThatIsEditedGoes() {
        var marks =
                new Marks(
                        List.of(
                                new Mark(0, 2, false),
                                new Mark(4, 6, true),
                                new Mark(8, 9, false)));

        assertEquals(
                new Marks(List.of(new Mark(0, 2, false), new Mark(10, 11, false))),
                marks.after(5, 1, 3));
        assertEquals(3, marks.after(2, 0, 1).all().size());
    }

    @Property
    void everyUnitKeepsItsStyleAndIsMarkedWhereAMarkIs(
            @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 5) Integer> lengths,
            @ForAll @Size(max = 8) List<@IntRange(min = 1, max = 4) Integer> steps,
            @ForAll @IntRange(max = 20) int start) {
        var runs = new ArrayList<Run>();
        lengths.forEach(length -> runs.add(new Run(length, List.of("s" + runs.size()))));
        var marks = new ArrayList<Mark>();
        int at = 0;
        for (int step : steps) {
            marks.add(new Mark(at + step / 2, at + step, step % 2 == 0));
            at += step;
        }
        marks.removeIf(mark -> mark.start() == mark.end());

        var cut = MarkedRuns.of(runs, new Marks(marks), start);

        var before = units(runs);
        var after = units(cut);
        assertEquals(before.size(), after.size());
        for (int i = 0; i < after.size(); i++) {
            int unit = start + i;
            boolean isMarked =
                    marks.stream().anyMatch(mark -> mark.start() <= unit && unit < mark.end());
            assertEquals(before.get(i).getFirst(), after.get(i).getFirst());
            assertEquals(isMarked ? 2 : 1, after.get(i).size());
        }
    }

    private static List<List<String>> units(List<Run> runs) {
        var units = new ArrayList<List<String>>();
        for (var run : runs) {
            for (int i = 0; i < run.length(); i++) {
                units.add(run.style());
            }
        }
        return units;
    }
}
