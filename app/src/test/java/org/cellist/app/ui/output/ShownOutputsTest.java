package org.cellist.app.ui.output;

import static org.cellist.app.ui.output.OutputSamples.stdout;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cellist.app.notebook.model.CellOutput;
import org.junit.jupiter.api.Test;

class ShownOutputsTest {

    @Test
    void errorsInBetweenAreShown() {
        var items = new ArrayList<>(Collections.nCopies(200, stdout("x")));
        items.set(100, new CellOutput.Failed("E", "e", List.of()));

        var shown = ShownOutputs.of(items, 0);

        assertTrue(shown.last().contains(100), shown::toString);
        assertEquals(200 - ShownOutputs.MOST - 1, shown.hidden());
    }

    @Property
    void theFirstAndTheLastAreShownInOrderAndAllAreCounted(
            @ForAll @IntRange(max = 300) int size, @ForAll @IntRange(max = 300) int opened) {
        var shown = ShownOutputs.of(Collections.nCopies(size, stdout("x")), opened);

        var places = new ArrayList<>(shown.first());
        places.addAll(shown.last());
        assertEquals(places.stream().sorted().distinct().toList(), places);
        assertEquals(size, places.size() + shown.hidden());
        int most = Math.min(size, ShownOutputs.MOST + opened);
        assertEquals(most, places.size());
        assertTrue(places.containsAll(atEnd(size)), places::toString);
    }

    private static List<Integer> atEnd(int size) {
        return IntStream.range(Math.max(0, size - ShownOutputs.AT_END), size).boxed().toList();
    }
}
