package org.cellist.app.session.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cellist.kernel.runtime.MachineLoad;
import org.junit.jupiter.api.Test;

/// A machine of 1,000 bytes that is looked at every three seconds.
class MemoryForecastTest {

    private static final Instant START = Instant.parse("2026-11-30T12:00:00Z");

    private final MemoryForecast forecast = new MemoryForecast();
    private int looks;

    @Test
    void whoHasEnoughIsNotWarned() {
        assertEquals(List.of(), warnings(900, 800, 700, 600, 500, 400, 350));
    }

    @Test
    void littleThatIsLeftIsTold() {
        assertEquals(List.of(59), warnings(62, 61, 60, 59));
    }

    @Test
    void aFallThatEndsWithinAMinuteIsToldBeforeLittleIsLeft() {
        // Ten a second: 250 last 25 s.
        assertEquals(List.of(280), warnings(400, 370, 340, 310, 280, 250));
    }

    @Test
    void aSlowFallIsNotTold() {
        assertEquals(List.of(), warnings(290, 288, 286, 284, 282, 280, 278));
    }

    @Test
    void oneLookIsNoFall() {
        assertEquals(List.of(), warnings(290, 200));
    }

    @Test
    void itIsToldOnceUntilThereWasEnoughInBetween() {
        assertEquals(List.of(50), warnings(50, 40, 200, 30, 20));
        assertEquals(List.of(50), warnings(500, 50));
    }

    @Test
    void whatNobodyKnowsIsNotTold() {
        assertFalse(forecast.warns(new MachineLoad(-1, -1, -1, 5, -1, -1), START));
        assertFalse(forecast.warns(new MachineLoad(-1, -1, 1000, -1, -1, -1), START));
        assertTrue(forecast.warns(new MachineLoad(-1, -1, 1000, 1, -1, -1), START));
    }

    private List<Integer> warnings(int... free) {
        var told = new ArrayList<Integer>();
        for (int bytes : free) {
            var load = new MachineLoad(-1, -1, 1000, bytes, -1, -1);
            if (forecast.warns(load, START.plusSeconds(3L * looks++))) {
                told.add(bytes);
            }
        }
        return told;
    }
}
