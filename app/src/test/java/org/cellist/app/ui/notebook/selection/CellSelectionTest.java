package org.cellist.app.ui.notebook.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.stream.IntStream;
import org.cellist.app.notebook.model.CellId;
import org.junit.jupiter.api.Test;

class CellSelectionTest {

    private final List<CellId> cells =
            IntStream.range(0, 6).mapToObj(i -> new CellId("cell-" + i)).toList();

    @Test
    void cellsArePickedOneByOne() {
        var picked = CellSelection.only(1).toggled(3).toggled(5);

        assertEquals(List.of(1, 3, 5), picked.positions());
        assertEquals(5, picked.lead());
        assertEquals(3, picked.count());
    }

    @Test
    void aCellThatIsPickedAgainIsNoLongerSelectedAndKeepsTheKeys() {
        var picked = CellSelection.range(1, 4).toggled(2);

        assertEquals(List.of(1, 3, 4), picked.positions());
        assertEquals(2, picked.lead());
        assertFalse(picked.contains(2));
    }

    @Test
    void theLastSelectedCellStays() {
        assertEquals(CellSelection.only(2), CellSelection.only(2).toggled(2));
    }

    @Test
    void aRangeIsAddedToWhatWasPickedBefore() {
        var picked = CellSelection.only(0).toggled(3).extendedTo(5);

        assertEquals(List.of(0, 3, 4, 5), picked.positions());
        assertEquals(List.of(0, 3, 4), picked.extendedTo(4).positions());
        assertEquals(List.of(List.of(0), List.of(3, 4, 5)), picked.groups());
    }

    @Test
    void walkingLeavesTheSelectionUntilACellIsPicked() {
        var walked = CellSelection.only(0).ledBy(1).ledBy(2);

        assertEquals(List.of(0), walked.positions());
        assertEquals(2, walked.lead());
        assertEquals(List.of(0, 2), walked.toggled(2).positions());
        assertEquals(List.of(0, 2, 3), walked.extendedTo(3).positions());
    }

    @Test
    void theSameCellsStaySelectedInAnotherOrder() {
        var picked = CellSelection.only(1).toggled(4);
        var now = List.of(cells.get(4), cells.get(0), cells.get(1));

        var carried = picked.carriedOver(cells, now);

        assertEquals(List.of(0, 2), carried.positions());
        assertEquals(0, carried.lead());
    }

    @Test
    void whatStandsInThePlaceOfCellsThatAreGoneIsSelected() {
        var picked = CellSelection.only(1).toggled(4);
        var now = List.of(cells.get(0), cells.get(2), cells.get(3));

        assertEquals(CellSelection.only(1), picked.carriedOver(cells, now));
    }

    @Test
    void cellsThatStandTogetherAreARange() {
        assertEquals(CellSelection.range(2, 4), CellSelection.at(List.of(2, 3, 4), 4));
        assertEquals(CellSelection.range(4, 2), CellSelection.at(List.of(2, 3, 4), 2));
    }
}
