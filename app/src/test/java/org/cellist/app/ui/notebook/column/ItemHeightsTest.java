package org.cellist.app.ui.notebook.column;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ItemHeightsTest {

    @Property
    void topIsTheSumOfTheHeightsBefore(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 500) Integer> estimates,
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 500) Integer> measured) {
        var heights = new ItemHeights();
        heights.reset(estimates.size(), estimates::get);
        var expected = estimates.stream().mapToDouble(Integer::doubleValue).toArray();

        for (int i = 0; i < Math.min(measured.size(), expected.length); i++) {
            heights.measured(i, measured.get(i));
            expected[i] = measured.get(i);
        }

        double sum = 0;
        for (int i = 0; i < expected.length; i++) {
            assertEquals(sum, heights.top(i), 1e-6);
            sum += expected[i];
        }
        assertEquals(sum, heights.total(), 1e-6);
    }

    @Property
    void theItemAtAHeightCoversIt(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 1, max = 500) Integer> estimates,
            @ForAll @IntRange(min = 0, max = 30_000) int y) {
        var heights = new ItemHeights();
        heights.reset(estimates.size(), estimates::get);

        int index = heights.indexAt(y);

        if (y < heights.total()) {
            assertEquals(true, heights.top(index) <= y && y < heights.top(index + 1));
        } else {
            assertEquals(estimates.size() - 1, index);
        }
    }

    @Test
    void anEmptyListHasNoHeight() {
        assertEquals(0, new ItemHeights().total());
    }
}
