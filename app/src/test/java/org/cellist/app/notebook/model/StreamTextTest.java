package org.cellist.app.notebook.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.RawJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamTextTest {

    @Test
    void chunksBecomeOneText() {
        var text = StreamText.of("a").plus("b\nc").plus("").plus("d\n");

        assertEquals("ab\ncd\n", text.text());
        assertEquals(6, text.length());
        assertEquals("ab\ncd\n", String.join("", text.chunks()));
    }

    @Test
    void anOlderVersionKeepsItsTextWhenTheNewerGrows() {
        var first = StreamText.of("one\n");
        var second = first.plus("two\n");
        var branch = first.plus("three\n");

        assertEquals("one\n", first.text());
        assertEquals("one\ntwo\n", second.text());
        assertEquals("one\nthree\n", branch.text());
        assertTrue(second.continues(first));
        assertFalse(branch.continues(second));
    }

    @Test
    void branchesAreRightAcrossManyBlocks() {
        var random = new Random(7);
        var text = StreamText.of("");
        var expected = new StringBuilder();
        for (int i = 0; i < 4000; i++) {
            var line = "line " + random.nextLong() + " 한글\n";
            if (i % 997 == 0) {
                assertEquals(expected + "aside\n", text.plus("aside\n").text());
            }
            text = text.plus(line);
            expected.append(line);
        }

        assertEquals(expected.toString(), text.text());
        assertEquals(expected.length(), text.length());
        assertEquals(expected.substring(70_000), text.from(70_000));
        assertEquals(expected.substring(expected.length() - 500), text.tail(500));
    }

    @Test
    void aLineWithoutEndIsKeptAsOne() {
        var text = StreamText.of("");
        for (int i = 0; i < 100_000; i++) {
            text = text.plus(".");
        }

        assertEquals(".".repeat(100_000), text.text());
    }

    @Test
    void theTailCutsNoSurrogatePair() {
        var text = StreamText.of("ab😀c");

        assertEquals("c", text.tail(2));
        assertEquals("😀c", text.tail(3));
        assertEquals("ab😀c", text.tail(99));
        assertEquals("", text.tail(0));
    }

    @Test
    void aTextFromAFileCanGrow() throws JsonSyntaxException {
        var json = "[\"a\\n\", \"b\"]".getBytes(StandardCharsets.UTF_8);
        var text = StreamText.ofRaw(RawJson.parse(json)).plus("c\nd");

        assertEquals("a\nbc\nd", text.text());
        assertEquals(List.of("a\nb", "c\n", "d"), text.chunks());
        assertEquals("nbc\nd".substring(1), text.from(2));
    }

    @Test
    void textsAreEqualWhateverTheirChunks() {
        var one = StreamText.of("a\nb\n");
        var two = StreamText.of("a\n").plus("b").plus("\n");

        assertEquals(one, two);
        assertEquals(one.hashCode(), two.hashCode());
        assertNotEquals(one, two.plus("c"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "44%│██  │~45%│██▎ │      | 45%│██▎ │",
                "10/100~9/100             | 10/100~9/100",
                "10/100~9/100~12/100      | 12/100",
                "a~b§                     | b§",
                "done~§                   | done~§",
                "^[31mred~blue            | ^[31mred~blue",
                "^[31mred^[0m~blue        | blue",
                "long line~^[Kx           | ^[Kx",
                "up^[A~down               | up^[A~down",
                "한글~ab                  | 한글~ab",
                "한글~abcd                | abcd",
                "tab^Ix~yyyyyyyyyyyyyyyyy | tab^Ix~yyyyyyyyyyyyyyyyy",
                "a~~~b                    | b",
            })
    void whatACarriageReturnSurelyCoversIsDropped(String written, String kept) {
        assertEquals(control(kept), StreamText.of(control(written)).text());
    }

    @Test
    void aProgressBarOfManyStepsStaysOneLine() {
        var text = StreamText.of("start\n");
        for (int i = 0; i <= 100_000; i++) {
            text = text.plus("\r").plus("step %6d of 100000".formatted(i));
        }

        assertEquals("start\nstep 100000 of 100000", text.plus("").text());
    }

    private static String control(String readable) {
        return readable.replace('~', '\r')
                .replace('§', '\n')
                .replace("^[", "\u001b[")
                .replace("^I", "\t");
    }
}
