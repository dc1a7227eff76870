package org.cellist.app.ui.workbench.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.ui.page.PagePlace;
import org.junit.jupiter.api.Test;

class TrailTest {

    private final Trail trail = new Trail();

    private static Stop at(int offset) {
        return new Stop(null, Path.of("a.py"), () -> new PagePlace(new CellId("a"), offset));
    }

    private static Optional<Integer> offset(Optional<Stop> stop) {
        return stop.map(Stop::place).map(PagePlace::offset);
    }

    @Test
    void theWayBackEndsWhereItBeganAndLeadsForwardAgain() {
        trail.leave(at(1));
        trail.leave(at(2));

        assertEquals(Optional.of(2), offset(trail.back(at(3))));
        assertEquals(Optional.of(1), offset(trail.back(at(2))));
        assertEquals(Optional.empty(), trail.back(at(1)));
        assertEquals(Optional.of(2), offset(trail.forward(at(1))));
        assertEquals(Optional.of(3), offset(trail.forward(at(2))));
        assertEquals(Optional.empty(), trail.forward(at(3)));
    }

    @Test
    void aJumpFromThereForgetsTheWayForward() {
        trail.leave(at(1));
        trail.back(at(2));

        trail.leave(at(1));

        assertFalse(trail.hasAheadProperty().get());
        assertTrue(trail.hasBehindProperty().get());
        assertEquals(Optional.empty(), trail.forward(at(5)));
    }

    @Test
    void nobodyIsSentToWhereTheyStand() {
        trail.leave(at(1));
        trail.leave(at(2));
        trail.leave(at(2));

        assertEquals(Optional.of(1), offset(trail.back(at(2))));
        assertFalse(trail.hasBehindProperty().get());
    }

    @Test
    void placesOfADeletedCellArePassedOverUntilItComesBack() {
        var cells = new HashSet<>(List.of("a", "b"));
        Function<String, Stop> in =
                cell ->
                        new Stop(
                                null,
                                Path.of("a.ipynb"),
                                () ->
                                        cells.contains(cell)
                                                ? new PagePlace(new CellId(cell), 5)
                                                : null);
        trail.leave(in.apply("a"));
        trail.leave(in.apply("b"));
        cells.remove("b");

        assertEquals("a", cell(trail.back(in.apply("c"))));
        cells.add("b");
        assertEquals("b", cell(trail.forward(in.apply("a"))));
        cells.remove("b");
        cells.remove("a");
        assertEquals(Optional.empty(), trail.back(in.apply("d")));
        cells.add("a");
        assertEquals("a", cell(trail.back(in.apply("d"))));
    }

    private static String cell(Optional<Stop> stop) {
        return stop.map(Stop::place).map(PagePlace::cell).map(CellId::value).orElse("");
    }

    @Test
    void thePageOfAPlaceThatIsGoneIsAPlaceForWhoIsElsewhere() {
        trail.leave(new Stop(null, Path.of("a.ipynb"), () -> null));

        var back = trail.back(at(1)).orElseThrow();

        assertEquals(Path.of("a.ipynb"), back.file());
        assertNull(back.place());
    }

    @Test
    void onlySoManyPlacesAreKept() {
        for (int i = 0; i < Trail.MOST + 5; i++) {
            trail.leave(at(i));
        }

        int kept = 0;
        while (trail.back(null).isPresent()) {
            kept++;
        }

        assertEquals(Trail.MOST, kept);
    }
}
