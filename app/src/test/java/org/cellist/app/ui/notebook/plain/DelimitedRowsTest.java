package org.cellist.app.ui.notebook.plain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DelimitedRowsTest {

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void whatStandsBetweenValuesIsFound(String delimiter) {
        var rows = DelimitedRows.of("name,age\nKim,31\nLee,28\n".replace(",", delimiter));

        assertEquals("age", rows.name(1));
        assertEquals(2, rows.count());
        assertEquals(List.of("Kim", "31"), rows.row(0));
        assertEquals(List.of("Lee", "28"), rows.row(1));
    }

    @Test
    void quotedValuesMayHoldEverything() {
        var rows = DelimitedRows.of("a,b\r\n\"x, \"\"y\"\"\r\nz\",2\r\n\"\",\r\n");

        assertEquals(List.of("x, \"y\"\r\nz", "2"), rows.row(0));
        assertEquals(List.of("", ""), rows.row(1));
        assertEquals(2, rows.count());
    }

    @Test
    void aSemicolonCutsThoughNumbersHaveCommas() {
        var rows = DelimitedRows.of("city;value\nSeoul;1,5\nBusan;2,25\n");

        assertEquals(List.of("Seoul", "1,5"), rows.row(0));
    }

    @Test
    void aFirstRowWithNumbersHasNoNames() {
        var rows = DelimitedRows.of("1,2\n3,4");

        assertEquals(2, rows.count());
        assertEquals("1", rows.name(0));
        assertEquals(List.of("1", "2"), rows.row(0));
    }

    @Test
    void anEmptyTextHasNoRows() {
        assertEquals(0, DelimitedRows.of("").count());
        assertEquals(0, DelimitedRows.of("").columns());
    }

    @Test
    void aQuoteThatIsNeverClosedEndsWithTheText() {
        var rows = DelimitedRows.of("a,b\n\"x,1\ny,2");

        assertEquals(List.of("x,1\ny,2"), rows.row(0));
    }
}
