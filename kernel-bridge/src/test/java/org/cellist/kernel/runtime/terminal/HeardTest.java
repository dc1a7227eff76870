package org.cellist.kernel.runtime.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// Where the new begins in what a server repeats.
class HeardTest {

    private static final int KEPT = 1000;

    /// Pieces that may be too short to tell anything.
    private static final int FEW = 200;

    private static Heard heard(String text) {
        var heard = new Heard();
        heard.add(text);
        return heard;
    }

    @Test
    void aRepetitionFromTheBeginningGoesOnWhereTheHearingEnded() {
        assertEquals(2, heard("$ ").newFrom("$ ls\r\nfile\r\n$ "));
        assertEquals(0, heard("").newFrom("$ "));
        assertEquals(2, heard("$ ").newFrom("$ "));
    }

    @Test
    void aRepetitionWithNothingOfWhatWasHeardIsUnknown() {
        assertEquals(-1, heard("one\r\n".repeat(100)).newFrom("two\r\n".repeat(100)));
    }

    @Test
    void fewLettersThatAreTheSameByChanceTellNothing() {
        assertEquals(-1, heard("something else\r\n$ ").newFrom("$ ls\r\nfile\r\n$ "));
    }

    @Test
    void moreThanIsKeptIsFoundInsideOfWhatIsRepeated() {
        var heard = new Heard();
        var all = new StringBuilder();
        for (int i = 0; i < 200_000; i++) {
            heard.add(i + "\r\n");
            all.append(i).append("\r\n");
        }
        var repeated = all.substring(all.length() - 900_000) + "new";

        assertEquals(900_000, heard.newFrom(repeated));
    }

    @Test
    void whatWasForgottenIsNotFound() {
        var heard = heard("a line\r\n".repeat(100));
        heard.clear();
        heard.add("$ ");

        assertEquals(2, heard.newFrom("$ ls"));
    }

    /// Pieces of four letters, so that much is the same by chance; a server keeps the last of them.
    @Property(tries = 200)
    void whatIsFoundIsExactlyWhatComesNext(
            @ForAll long seed,
            @ForAll @IntRange(max = 1500) int before,
            @ForAll @IntRange(max = 1500) int meanwhile) {
        var random = new Random(seed);
        var pieces = new ArrayList<String>();
        for (int i = 0; i < before + meanwhile; i++) {
            var piece = new StringBuilder();
            for (int n = 1 + random.nextInt(8); n > 0; n--) {
                piece.append("abc\n".charAt(random.nextInt(4)));
            }
            pieces.add(piece.toString());
        }
        var heard = new Heard();
        pieces.subList(0, before).forEach(heard::add);
        var repeated = String.join("", last(pieces));

        int from = heard.newFrom(repeated);

        var wanted = String.join("", pieces.subList(before, pieces.size()));
        assertTrue(from >= 0 || before < FEW || meanwhile > KEPT - FEW, "not found");
        if (from >= 0) {
            assertEquals(wanted, repeated.substring(from));
        }
    }

    private static List<String> last(List<String> all) {
        return all.subList(Math.max(0, all.size() - KEPT), all.size());
    }
}
