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
        assertTrue(text.length() - text.completeLength() < 70_000);
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
        assertEquals(List.of("a\nb", "c\nd"), text.chunks());
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

    @Test
    void aProgressBarStaysAsItWasWritten() {
        var text = StreamText.of("start\n");
        for (int i = 0; i <= 100; i++) {
            text = text.plus("\r").plus("%3d%%".formatted(i));
        }

        assertTrue(text.text().startsWith("start\n\r  0%\r  1%\r  2%"));
        assertEquals("start\n\r100%".length() + 100 * 5, text.length());
    }

    @Test
    void aProgressBarOfAMillionStepsStaysShort() {
        var text = StreamText.of("start\n");
        var early = text;
        for (int i = 0; i < 1_000_000; i++) {
            text = text.plus("\r").plus("step " + (1_000_000 + i));
            early = i == 500 ? text : early;
        }

        assertTrue(text.length() < 70_000, text::toString);
        assertEquals("start\nstep 1999999", OverwrittenLines.dropped(text.text()));
        assertTrue(text.continues(early));
        assertEquals(6, text.completeLength());
        assertEquals("start\nstep 1000500", OverwrittenLines.dropped(early.text()));
    }

    @Test
    void aVersionFromBeforeALineWasShortenedCanGrowByItself() {
        var bar = "\r" + "x".repeat(999);
        var before = StreamText.of("start\n").plus(bar.repeat(65));
        var shortened = before.plus(bar);
        var aside = before.plus("\nelse\n");

        assertEquals("start\n" + bar.repeat(65) + "\nelse\n", aside.text());
        assertTrue(shortened.length() < 2_000);
        assertFalse(aside.continues(shortened.plus("\n\n")));
    }

    @Test
    void aLongLineThatCannotBeShortenedIsKept() {
        var line = "\tx\ry".repeat(50_000);
        var text = StreamText.of("").plus(line).plus("\rz");

        assertEquals(line + "\rz", text.text());
    }

    @Test
    void linesAreCountedUpToALimitWhereverTheTextCameFrom() throws JsonSyntaxException {
        var file = RawJson.parse("[\"a\\n\",\"b\\n\"]".getBytes(StandardCharsets.UTF_8));

        assertEquals(1, StreamText.of("").lines(30));
        assertEquals(1, StreamText.of("a\n").lines(30));
        assertEquals(2, StreamText.ofRaw(file).lines(30));
        assertEquals(4, StreamText.ofRaw(file).plus("c\nd\n").lines(30));
        assertEquals(30, StreamText.of("line\n".repeat(1_000)).lines(30));
    }
}
