package org.cellist.app.notebook.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverwrittenLinesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "44%│██  │~45%│██▎ │      | 45%│██▎ │",
                "10/100~9/100             | 10/100~9/100",
                "10/100~9/100~12/100      | 12/100",
                "a~b§                     | b§",
                "done~§                   | done~§",
                "a~b~                     | b~",
                "^[31mred~blue            | ^[31mred~blue",
                "^[31mred^[0m~blue        | blue",
                "long line~^[Kx           | ^[Kx",
                "up^[A~down               | up^[A~down",
                "한글~ab                  | 한글~ab",
                "한글~abcd                | abcd",
                "tab^Ix~yyyyyyyyyyyyyyyyy | tab^Ix~yyyyyyyyyyyyyyyyy",
                "a~~~b                    | b",
                "one§two~2§three          | one§two~2§three",
            })
    void whatACarriageReturnSurelyCoversIsDropped(String written, String kept) {
        assertEquals(control(kept), OverwrittenLines.dropped(control(written)));
    }

    private static String control(String readable) {
        return readable.replace('~', '\r')
                .replace('§', '\n')
                .replace("^[", "\u001b[")
                .replace("^I", "\t");
    }
}
