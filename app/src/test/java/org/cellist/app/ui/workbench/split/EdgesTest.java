package org.cellist.app.ui.workbench.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import javafx.geometry.BoundingBox;
import javafx.geometry.Side;
import org.junit.jupiter.api.Test;

class EdgesTest {

    private static final BoundingBox PLACE = new BoundingBox(100, 50, 200, 100);

    @Test
    void theNearestSideCountsAndNoneInTheMiddle() {
        assertEquals(Side.LEFT, Edges.sideAt(PLACE, 110, 100));
        assertEquals(Side.RIGHT, Edges.sideAt(PLACE, 290, 100));
        assertEquals(Side.TOP, Edges.sideAt(PLACE, 200, 55));
        assertEquals(Side.BOTTOM, Edges.sideAt(PLACE, 200, 145));
        assertNull(Edges.sideAt(PLACE, 200, 100));
    }

    @Test
    void aSideHasHalfOfThePlace() {
        assertEquals(new BoundingBox(100, 50, 100, 100), Edges.half(PLACE, Side.LEFT));
        assertEquals(new BoundingBox(200, 50, 100, 100), Edges.half(PLACE, Side.RIGHT));
        assertEquals(new BoundingBox(100, 50, 200, 50), Edges.half(PLACE, Side.TOP));
        assertEquals(new BoundingBox(100, 100, 200, 50), Edges.half(PLACE, Side.BOTTOM));
    }
}
