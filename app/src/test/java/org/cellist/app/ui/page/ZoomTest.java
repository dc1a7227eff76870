package org.cellist.app.ui.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZoomTest {

    @Test
    void stepsLeadFromTheSmallestToTheLargestAndBack() {
        var up = new ArrayList<Integer>();
        for (var zoom = new Zoom(50); up.isEmpty() || zoom.percent() > up.getLast(); ) {
            up.add(zoom.percent());
            zoom = zoom.larger();
        }
        var down = new ArrayList<Integer>();
        for (var zoom = new Zoom(300); down.isEmpty() || zoom.percent() < down.getLast(); ) {
            down.add(zoom.percent());
            zoom = zoom.smaller();
        }

        assertEquals(List.of(50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300), up);
        assertEquals(up.reversed(), down);
    }

    @Test
    void aNumberFromElsewhereIsBroughtIntoRangeAndStepsFromThere() {
        assertEquals(List.of(50, 300), List.of(new Zoom(3).percent(), new Zoom(9000).percent()));
        assertEquals(
                List.of(125, 110),
                List.of(new Zoom(117).larger().percent(), new Zoom(117).smaller().percent()));
    }
}
