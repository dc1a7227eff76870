package org.cellist.app.ui.terminal.emulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.cellist.kernel.runtime.terminal.TerminalNews;
import org.cellist.kernel.runtime.terminal.TerminalSize;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a screen shows while the way to its program breaks and comes back.
class WayTest {

    private static final long PATIENCE_SECONDS = 20;

    private final FakeTerminal program = new FakeTerminal();
    private final Object pictures = new Object();
    private final Emulation emulation =
            new Emulation(program, new TerminalSize(20, 5), this::changed);

    WayTest() {
        emulation.start("test-terminal");
    }

    @AfterEach
    void close() {
        emulation.close();
    }

    private void changed() {
        synchronized (pictures) {
            pictures.notifyAll();
        }
    }

    private ScreenShot await(Predicate<ScreenShot> wanted) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        synchronized (pictures) {
            var shot = emulation.take();
            while (!wanted.test(shot)) {
                long left = end - System.nanoTime();
                assertTrue(left > 0, () -> "not in sight: " + text(emulation.take()));
                pictures.wait(Math.max(1, left / 1_000_000));
                shot = emulation.take();
            }
            return shot;
        }
    }

    private static String text(ScreenShot shot) {
        return shot.rows().stream()
                .map(row -> row.line().text())
                .collect(Collectors.joining("|"))
                .replaceAll("\\|+$", "");
    }

    @Test
    void whatIsOnTheScreenStaysWhileTheWayIsBroken() throws Exception {
        program.write("kept");
        program.tell(new TerminalNews.Broken("gone"));

        var shot = await(it -> it.way().equals(new Way.Broken("gone", 0)));

        assertEquals("kept", text(shot));
    }

    @Test
    void lettersThatWaitAreCounted() throws Exception {
        program.tell(new TerminalNews.Broken("gone"));
        program.holdTyping(true);
        emulation.type("ls 가");
        emulation.press(0x0a, 0);

        await(it -> it.way().equals(new Way.Broken("gone", 5)));

        program.tell(new TerminalNews.Back(false));
        await(it -> it.way().equals(new Way.Back(false)));
        program.holdTyping(false);
        assertEquals("ls 가", program.nextTyped());
        emulation.type("x");
        await(it -> it.way().equals(new Way.Whole()));
    }

    @Test
    void whatIsRepeatedIsShownOnceAndAnsweredToNobody() throws Exception {
        program.write("one\r\ntwo\r\nthree\r\nfour\r\nfive\r\nsix \u001b[3");
        await(it -> text(it).contains("six"));

        program.tell(new TerminalNews.Repeats());
        program.write("five\r\nsix \u001b[31mred\u001b[6n\u001b[c");
        program.tell(new TerminalNews.RepeatsNoMore());
        program.write(" new");

        var shot = await(it -> text(it).equals("five|six red new"));
        assertEquals(0, shot.above());
        assertEquals(List.of(), program.typed());
        program.write("\u001b[6n");
        assertEquals("\u001b[2;12R", program.nextTyped());
    }

    @Test
    void aProgramWithTheWholeScreenIsToldAnotherSizeSoThatItDrawsAgain() throws Exception {
        program.tell(new TerminalNews.Repeats());
        program.write("\u001b[?1049hhalf a picture");
        program.tell(new TerminalNews.RepeatsNoMore());

        assertEquals(new TerminalSize(20, 4), program.nextSize());
        assertEquals(new TerminalSize(20, 5), program.nextSize());
    }
}
