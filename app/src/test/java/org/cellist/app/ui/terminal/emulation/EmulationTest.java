package org.cellist.app.ui.terminal.emulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cellist.app.ui.output.ansi.StyledLine.Run;
import org.cellist.app.ui.output.ansi.TextColour;
import org.cellist.app.ui.output.ansi.TextStyle;
import org.cellist.app.ui.terminal.emulation.ScreenShot.CursorForm;
import org.cellist.app.ui.terminal.emulation.ScreenShot.CursorPlace;
import org.cellist.app.ui.terminal.emulation.ScreenShot.Place;
import org.cellist.kernel.runtime.terminal.TerminalEnd;
import org.cellist.kernel.runtime.terminal.TerminalSize;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a terminal shows of what its program writes, and what the program hears.
class EmulationTest {

    private static final long PATIENCE_SECONDS = 20;
    private static final int ARROW_UP = 0x26;

    private final FakeTerminal program = new FakeTerminal();
    private final Object pictures = new Object();
    private final AtomicInteger told = new AtomicInteger();
    private final Emulation emulation =
            new Emulation(program, new TerminalSize(20, 5), this::changed);

    EmulationTest() {
        emulation.start("test-terminal");
    }

    @AfterEach
    void close() {
        emulation.close();
    }

    private void changed() {
        synchronized (pictures) {
            told.incrementAndGet();
            pictures.notifyAll();
        }
    }

    @Test
    void textAndColoursAreShownWithTheCursorBehindThem() throws Exception {
        program.write("plain \u001b[1;31mred\u001b[0m\r\n\u001b[38;2;1;2;3mrgb");

        var shot = await(it -> text(it, 1).equals("rgb"));

        var red = new TextStyle(new TextColour.Palette(1), TextColour.DEFAULT, TextStyle.BOLD);
        var rgb = new TextStyle(new TextColour.Rgb(0x010203), TextColour.DEFAULT, 0);
        assertEquals("plain red", text(shot, 0));
        assertEquals(List.of(new Run(6, 9, red)), shot.rows().get(0).line().runs());
        assertEquals(List.of(new Run(0, 3, rgb)), shot.rows().get(1).line().runs());
        assertEquals(new CursorPlace(1, 3, 1, CursorForm.BLOCK), shot.cursor());
    }

    @Test
    void aLineOfHangulThatIsWiderThanTheRowLosesNothing() throws Exception {
        program.write("가나다라마바사아자차카타파하 끝");

        var shot = await(it -> text(it, 1).endsWith("끝"));

        assertEquals("가나다라마바사아자차", text(shot, 0));
        assertTrue(shot.rows().get(0).isWrapped());
        assertEquals("카타파하 끝", text(shot, 1));
        assertEquals(new CursorPlace(1, 11, 1, CursorForm.BLOCK), shot.cursor());
    }

    @Test
    void aWideLetterInTheLastColumnGoesToTheNextRow() throws Exception {
        program.write("a가나다라마바사아자차b");

        var shot = await(it -> text(it, 1).equals("차b"));

        assertEquals("a가나다라마바사아자", text(shot, 0));
    }

    @Test
    void emojiTakeTwoColumns() throws Exception {
        program.write("\u2705x\r\n\ud83d\ude00y");

        var shot = await(it -> text(it, 1).endsWith("y"));

        assertEquals("\u2705x", text(shot, 0));
        assertEquals("\ud83d\ude00y", text(shot, 1));
        assertEquals(new CursorPlace(1, 3, 1, CursorForm.BLOCK), shot.cursor());
        emulation.selectLine(new Place(0, 0));
        assertEquals("\u2705x", copied());
    }

    @Test
    void aCharacterMayComeInPieces() throws Exception {
        var bytes = "한".getBytes(StandardCharsets.UTF_8);
        program.writeBytes(bytes[0]);
        program.writeBytes(bytes[1], bytes[2], (byte) '.');

        await(it -> text(it, 0).equals("한."));
    }

    @Test
    void bytesThatAreNoTextAreMarked() throws Exception {
        program.writeBytes((byte) 0xff, (byte) '.');

        await(it -> text(it, 0).equals("\ufffd."));
    }

    @Test
    void earlierLinesAreScrolledToAndStayInSightWhileMoreCome() throws Exception {
        program.write(lines(1, 12));
        await(it -> text(it, 3).equals("line 12"));

        emulation.scroll(-4);
        var back = await(it -> it.below() == 4);
        assertEquals("line 5", text(back, 0));
        program.write(lines(13, 14));
        var later = await(it -> it.below() == 6);

        assertEquals("line 5", text(later, 0));
        emulation.type("x");
        var end = await(it -> it.below() == 0);
        assertEquals("line 14", text(end, 3));
    }

    @Test
    void noMoreEarlierLinesAreKeptThanThatMany() throws Exception {
        program.write(lines(1, 3 * Emulation.KEPT_LINES) + "end");

        var shot = await(it -> text(it, 4).equals("end"));

        assertTrue(shot.above() >= Emulation.KEPT_LINES, shot::toString);
        assertTrue(shot.above() < Emulation.KEPT_LINES + Emulation.SPARE_LINES, shot::toString);
        emulation.scrollTo(Integer.MAX_VALUE);
        assertEquals(0, await(it -> it.below() > 0).above());
    }

    @Test
    void whatIsSelectedIsCopiedAsItWasWritten() throws Exception {
        program.write("a line that is longer than a row  \r\nnext 한글\r\n");
        await(it -> text(it, 2).equals("next 한글"));

        emulation.select(new Place(0, 2), new Place(2, 7));
        var shot = await(ScreenShot::hasSelection);
        assertEquals(2, shot.rows().get(0).selectedFrom());
        assertEquals(7, shot.rows().get(2).selectedTo());
        assertEquals("line that is longer than a row\nnext 한", copied());

        emulation.selectWord(new Place(2, 6));
        assertEquals("한글", copied());
        emulation.selectLine(new Place(1, 3));
        assertEquals("a line that is longer than a row", copied());
        emulation.selectAll();
        assertEquals("a line that is longer than a row\nnext 한글", copied());

        emulation.type("l");
        await(it -> !it.hasSelection());
        assertEquals("", copied());
    }

    @Test
    void theSelectionMovesAlongWithItsLines() throws Exception {
        program.write(lines(1, 4));
        await(it -> text(it, 3).equals("line 4"));
        emulation.selectLine(new Place(1, 0));

        program.write(lines(5, 7));

        await(it -> text(it, 3).equals("line 7"));
        assertEquals("line 2", copied());
    }

    @Test
    void keysHaveTheCodesThatTheProgramAskedFor() throws Exception {
        emulation.press(ARROW_UP, 0);
        assertEquals("\u001b[A", program.nextTyped());

        program.write("\u001b[?1h.");
        await(it -> text(it, 0).equals("."));
        emulation.press(ARROW_UP, 0);

        assertEquals("\u001bOA", program.nextTyped());
    }

    @Test
    void whatIsPastedHoldsNoKeysAndIsMarkedIfTheProgramAskedForThat() throws Exception {
        emulation.paste("one\r\ntwo\nthree\u001b[201~\u0003");
        assertEquals("one\rtwo\rthree[201~", program.nextTyped());

        program.write("\u001b[?2004h.");
        await(it -> text(it, 0).equals("."));
        emulation.paste("ls\n");

        assertEquals("\u001b[200~ls\r\u001b[201~", program.nextTyped());
    }

    @Test
    void aProgramIsAnsweredWhereTheCursorIs() throws Exception {
        program.write("ab\u001b[6n");

        assertEquals("\u001b[1;3R", program.nextTyped());
    }

    @Test
    void anotherSizeIsToldToTheProgram() throws Exception {
        program.write("0123456789012345");
        await(it -> text(it, 0).length() == 16);

        emulation.resize(new TerminalSize(10, 4));

        assertEquals(new TerminalSize(10, 4), program.nextSize());
        var shot = await(it -> it.columns() == 10);
        assertEquals(4, shot.rows().size());
        assertEquals("0123456789", text(shot, 0));
        assertEquals("012345", text(shot, 1));
    }

    @Test
    void aProgramThatTakesTheWholeScreenHasNoEarlierLinesAndGivesItBack() throws Exception {
        program.write(lines(1, 9));
        await(it -> text(it, 3).equals("line 9"));

        program.write("\u001b[?1049h\u001b[2J\u001b[Heditor");
        var whole = await(it -> it.isWhole() && text(it, 0).equals("editor"));
        assertEquals(0, whole.above());
        emulation.wheel(new Place(0, 0), -2, 0);
        assertEquals("\u001b[A", program.nextTyped());

        program.write("\u001b[?1049l");
        var after = await(it -> !it.isWhole());
        assertEquals("line 9", text(after, 3));
    }

    @Test
    void aTitleHoldsNoControlCharactersAndNoNovel() throws Exception {
        program.write("\u001b]0;make \u202e" + "x".repeat(500) + "\u0007.");

        var shot = await(it -> text(it, 0).equals("."));

        assertTrue(shot.title().startsWith("make xxx"), shot::title);
        assertEquals(200, shot.title().length());
    }

    @Test
    void sequencesThatNobodyKnowsDoNotEndTheTerminal() throws Exception {
        program.write(
                "\u001b[999;999;999$z\u001b]777;;\u0007\u001bPq#\u001b\\\u001b[;;;;;;m\u001b[?x");

        program.write("still here");

        await(it -> allText(it).contains("still here"));
    }

    @Test
    void aFloodIsToldOncePerPictureThatIsTakenAndLosesNothing() throws Exception {
        int before = told.get();
        for (int i = 0; i < 200; i++) {
            program.write(lines(i * 1000 + 1, i * 1000 + 1000));
        }
        program.write("end");

        var shot = await(it -> text(it, 4).equals("end"));

        assertEquals("line 200000", text(shot, 3));
        assertTrue(told.get() - before < 2000, () -> told + " pictures");
    }

    @Test
    void afterTheEndWhatWasWrittenCanStillBeReadAndCopied() throws Exception {
        program.write(lines(1, 9));
        program.finish(new TerminalEnd.Exited(0));

        await(it -> it.above() == 5 && it.cursor() == null);
        emulation.scroll(-4);
        var shot = await(it -> it.below() == 4);

        assertEquals("line 2", text(shot, 0));
        emulation.selectAll();
        assertTrue(copied().startsWith("line 1\nline 2\n"));
    }

    @Test
    void closingEndsTheProgram() {
        assertFalse(program.isClosed());

        emulation.close();

        assertTrue(program.isClosed());
    }

    private static String lines(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> "line " + i + "\r\n")
                .collect(Collectors.joining());
    }

    private static String text(ScreenShot shot, int row) {
        return row < shot.rows().size() ? shot.rows().get(row).line().text() : "";
    }

    private static String allText(ScreenShot shot) {
        return shot.rows().stream().map(row -> row.line().text()).collect(Collectors.joining("\n"));
    }

    private String copied() throws Exception {
        var text = new CompletableFuture<String>();
        emulation.copy(text::complete);
        return text.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /// Takes pictures as they come, until one is as it should be.
    private ScreenShot await(Predicate<ScreenShot> wanted) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        synchronized (pictures) {
            var shot = emulation.take();
            while (!wanted.test(shot)) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    throw new AssertionError("in vain; the last one: " + shot);
                }
                pictures.wait(left);
                shot = emulation.take();
            }
            return shot;
        }
    }
}
