package org.cellist.app.ui.output.ansi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "a\\nb§a|b",
                "abc\\rx§xbc",
                "abc\\r\\nd§abc|d",
                "abc\\b\\bx§axc",
                "a\\tb§a       b",
                "abc\\e[2Kx§   x",
                "abc\\r\\e[Kx§x",
                "a\\nb\\e[1Ax§ax|b",
                "abc\\e[2D\\e[Px§ax",
                "a\\e]0;title\\u0007b§ab",
                "a\\e]8;;https://x\\u0007b\\e]8;;\\u0007§ab",
                "\\e(Ba§a",
                "a\\u0000\\u0001b§ab",
                "50%\\r100%\\n§100%|",
                "한글\\rab§ab글",
                "\\e[?25la\\e[?25h§a",
                "a\\e[99999999999;1mb§ab",
                "\\e7ab\\e8c§cb",
            })
    void controlsDoWhatATerminalDoes(String text, String lines) {
        assertEquals(lines, String.join("|", lines(screen(decoded(text)))).stripTrailing());
    }

    @Test
    void coloursAndMarksBecomeRuns() {
        var line = screen("a\u001b[1;31mb\u001b[0m\u001b[38;5;208mc\u001b[48;2;1;2;3md").line(0);

        assertEquals("abcd", line.text());
        assertEquals(3, line.runs().size());
        assertTrue(line.runs().getFirst().style().has(TextStyle.BOLD));
        assertEquals(new TextColour.Palette(1), line.runs().getFirst().style().foreground());
        assertEquals(new TextColour.Rgb(0xff8700), line.runs().get(1).style().foreground());
        assertEquals(new TextColour.Rgb(0x010203), line.runs().get(2).style().background());
    }

    @Test
    void textThatMayStillChangeIsTakenBack() {
        var screen = new Screen();
        screen.append("done\n");
        screen.replaceOpen(" 10%|\r 20%|");
        screen.replaceOpen(" 30%|\u001b[31m");

        screen.replaceOpen("over");

        assertEquals(List.of("done", "over"), lines(screen));
        assertTrue(screen.line(1).runs().isEmpty());
    }

    @Test
    void theOldestLinesGoFirst() {
        var screen = new Screen(100, 1000);

        IntStream.range(0, 500).forEach(i -> screen.append("line " + i + "\n"));

        assertTrue(screen.lineCount() <= 100);
        assertEquals("line 499", screen.line(screen.lineCount() - 2).text());
        assertEquals(501, screen.lineCount() + screen.droppedLines());
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "한", "😀", "e\u0301", "\u0301", "\t", "ab\b\b\bab", "\u001b[31m."})
    void aLineThatNeverEndsIsBrokenSoThatWritingCostsTheSame(String piece) {
        var screen = new Screen();
        long first = 0;
        long last = 0;
        for (int i = 0; i < 60; i++) {
            last = bytesFor(() -> screen.append(piece.repeat(20_000)));
            first = i == 9 ? last : first;
        }

        assertTrue(longest(screen) <= 8194, () -> "a line of " + longest(screen));
        assertTrue(units(screen) <= Screen.MOST_UNITS + 8194, () -> units(screen) + " units");
        assertTrue(last < 2 * first + (1 << 20), last + " bytes, after " + first);
    }

    @Test
    void wherePiecesAreCutDoesNotMatterInALineThatIsBroken() {
        var text = "한a😀\bx\tb".repeat(5000);
        var inPieces = new Screen();

        for (int at = 0; at < text.length(); at += 7) {
            inPieces.append(text.substring(at, Math.min(text.length(), at + 7)));
        }

        assertEquals(lines(screen(text)), lines(inPieces));
    }

    private static long bytesFor(Runnable action) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        action.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static int longest(Screen screen) {
        return lengths(screen).max().orElse(0);
    }

    private static long units(Screen screen) {
        return lengths(screen).asLongStream().sum();
    }

    private static IntStream lengths(Screen screen) {
        return IntStream.range(0, screen.lineCount()).map(i -> screen.line(i).text().length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001b[",
                "\u001b]",
                "\u001b[1;",
                "\r",
                "\b",
                "\t",
                "\u001b[A",
                "\u001b[1000B",
                "\u001b[31m",
                "x",
                "\u001b[2K",
                "\u001b[J",
                "\u0300",
                "\ud83d",
                "\u001b[999C x"
            })
    void hostileTextIsReadInTimeAndWithinBounds(String piece) {
        var text = piece.repeat(200_000);

        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertTrue(screen(text).lineCount() <= Screen.MOST_LINES));
    }

    @Property(tries = 300)
    void howATextIsCutIntoPiecesDoesNotMatter(
            @ForAll("terminalText") String text, @ForAll List<Integer> cuts) {
        var screen = new Screen();
        int at = 0;
        for (int cut : cuts) {
            int end = at + Math.floorMod(cut, Math.max(1, text.length() - at + 1));
            screen.append(text.substring(at, end));
            at = end;
        }
        screen.append(text.substring(at));

        assertEquals(lines(screen(text)), lines(screen));
    }

    @Provide
    Arbitrary<String> terminalText() {
        return Arbitraries.of(
                        "a",
                        "한",
                        "😀",
                        "\n",
                        "\r",
                        "\b",
                        "\t",
                        "\u001b[31m",
                        "\u001b[0m",
                        "\u001b[2K",
                        "\u001b[1A",
                        "\u001b[3C",
                        "\u001b]0;t\u0007",
                        "\u001b7",
                        "\u001b8",
                        "\u001b[2P",
                        "e\u0301",
                        " ")
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts));
    }

    private static Screen screen(String text) {
        var screen = new Screen();
        screen.append(text);
        return screen;
    }

    private static List<String> lines(Screen screen) {
        return IntStream.range(0, screen.lineCount())
                .mapToObj(i -> screen.line(i).text().stripTrailing())
                .toList();
    }

    private static String decoded(String text) {
        return text.replace("\\n", "\n")
                .replace("\\r", "\r")
                .replace("\\b", "\b")
                .replace("\\t", "\t")
                .replace("\\u0007", "\u0007")
                .replace("\\u0000", "\u0000")
                .replace("\\u0001", "\u0001")
                .replace("\\e", "\u001b")
                .replace("\\\\", "\\");
    }
}
