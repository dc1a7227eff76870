package org.cellist.app.ui.editor.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnaskedPlacesTest {

    @ParameterizedTest
    @CsvSource({
        "pr, true",
        "x = pr, true",
        "한글, true",
        "a., true",
        "a().,true",
        "p, false",
        "x = 12, false",
        "1., false",
        "1e5, false",
        "..., false",
        "'', false",
        "'%matplot', false",
        "'  !ls no', false",
        "'x % no', true",
        "'!ls\nno', true",
    })
    void suggestionsComeBehindNamesAndDots(String code, boolean allowed) {
        assertEquals(allowed, UnaskedPlaces.allow(code, code.length()));
    }

    @Test
    void inAVeryLongCellOrLineTheyComeOnlyWhenAskedFor() {
        var lines = "x = 1\n".repeat(20_000) + "pr";
        var line = "x".repeat(60_000) + " pr";

        assertEquals(false, UnaskedPlaces.allow(lines, lines.length()));
        assertEquals(false, UnaskedPlaces.allow(line, line.length()));
    }
}
