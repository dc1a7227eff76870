package org.cellist.app.ui.terminal.emulation;

import com.techsenger.jeditermfx.core.Color;
import com.techsenger.jeditermfx.core.RequestOrigin;
import com.techsenger.jeditermfx.core.emulator.JediEmulator;
import com.techsenger.jeditermfx.core.input.MouseEvent;
import com.techsenger.jeditermfx.core.input.MouseWheelEvent;
import com.techsenger.jeditermfx.core.model.JediTerminal;
import com.techsenger.jeditermfx.core.model.StyleState;
import com.techsenger.jeditermfx.core.model.TerminalTextBuffer;
import com.techsenger.jeditermfx.core.util.TermSize;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.cellist.app.ui.terminal.emulation.ScreenShot.Place;
import org.cellist.kernel.runtime.PipeThread;
import org.cellist.kernel.runtime.terminal.Terminal;
import org.cellist.kernel.runtime.terminal.TerminalEnd;
import org.cellist.kernel.runtime.terminal.TerminalNews;
import org.cellist.kernel.runtime.terminal.TerminalSize;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One terminal: reads what its program writes, and knows what its screen shows.
///
/// The emulator is JediTerm's and belongs to a thread of its own. Another one reads from the
/// program and waits while the emulator is behind; a third one types. Whoever shows the screen
/// takes the newest [ScreenShot] when it is told that there is one: however much a program writes,
/// it waits for nothing and is told once for each picture that it takes.
///
/// Thread-safe. Nothing blocks.
public final class Emulation implements AutoCloseable {

    /// Earlier lines that are kept at least.
    public static final int KEPT_LINES = 10_000;

    /// More of them go together: the emulator copies all that stay, each time.
    static final int SPARE_LINES = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(Emulation.class);
    private static final int PIECE = 8 << 10;
    private static final int AS_MANY_AS_THERE_ARE = -1;

    private final Terminal terminal;
    private final Runnable changed;
    private final Typing typing;
    private final ShellFolder folder = new ShellFolder();
    private final Display display = new Display(folder);
    private final Feed feed = new Feed(new Showing(), folder);
    private final JediTerminal screen;
    private final TerminalTextBuffer buffer;
    private final Camera camera;
    private final Replies replies;
    private final JediEmulator emulator;
    private volatile ScreenShot shot = ScreenShot.EMPTY;
    private volatile boolean isTaken = true;
    private volatile boolean hasEnded;
    private Way way = new Way.Whole(); // confined to the emulator's thread

    /// Shows nothing before [#start].
    ///
    /// @param changed told that there is another picture; any thread
    public Emulation(Terminal terminal, TerminalSize size, Runnable changed) {
        this.terminal = terminal;
        this.changed = changed;
        this.typing = new Typing(terminal);
        var style = new StyleState();
        buffer =
                new TerminalTextBuffer(
                        size.columns(), size.rows(), style, AS_MANY_AS_THERE_ARE, null);
        screen = new LinkingTerminal(display, buffer, style);
        camera = new Camera(buffer, display);
        replies = new Replies(typing);
        screen.setTerminalOutput(replies);
        emulator = new JediEmulator(feed, screen);
        var _ = terminal.end().thenRun(() -> hasEnded = true);
    }

    /// Begins to read.
    ///
    /// @param name of the threads
    public void start(String name) {
        terminal.follow(this::hear);
        PipeThread.start(name + "-read", this::read);
        PipeThread.start(name + "-screen", this::emulate);
        typing.start(name + "-type");
    }

    private void read() {
        var bytes = new byte[PIECE];
        try {
            for (int size = terminal.read(bytes); size >= 0; size = terminal.read(bytes)) {
                feed.put(ByteBuffer.wrap(Arrays.copyOf(bytes, size)));
            }
        } catch (IOException e) {
            LOG.debug("a terminal's end: {}", e.toString());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            feed.end();
        }
    }

    private void hear(TerminalNews news) {
        switch (news) {
            case TerminalNews.Broken(var why) -> feed.run(() -> way = new Way.Broken(why, 0));
            case TerminalNews.Back(var isInDoubt) -> feed.run(() -> way = new Way.Back(isInDoubt));
            case TerminalNews.Repeats _ -> feed.runAnew(this::beginAnew);
            case TerminalNews.RepeatsNoMore _ -> feed.run(this::goOn);
        }
    }

    private void beginAnew() {
        replies.setMute(true);
        screen.reset(true);
        showNewest();
    }

    /// What came may be the end of what a program drew on the whole screen. One that learns of
    /// another size draws all of it.
    private void goOn() {
        replies.setMute(false);
        if (display.isWhole()) {
            var size = new TerminalSize(buffer.getWidth(), buffer.getHeight());
            typing.resize(new TerminalSize(size.columns(), Math.max(1, size.rows() - 1)));
            typing.resize(size);
        }
    }

    private void emulate() {
        try {
            while (emulator.hasNext()) {
                step();
            }
            screen.disconnected();
            feed.serve();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("a terminal's screen stands still", e);
        }
    }

    /// A sequence that the emulator does not understand must not end the terminal.
    private void step() throws IOException {
        try {
            emulator.next();
            forget();
        } catch (Feed.CutShort _) {
            LOG.debug("a control sequence was cut short");
        } catch (IndexOutOfBoundsException | IllegalArgumentException | NullPointerException e) {
            LOG.warn("a control sequence was left out: {}", e.toString());
        }
    }

    private void forget() {
        var earlier = buffer.getHistoryBuffer();
        if (earlier.getLineCount() >= KEPT_LINES + SPARE_LINES) {
            earlier.removeTopLines(earlier.getLineCount() - KEPT_LINES);
        }
    }

    /// Returns the newest picture, so that another one may come.
    public ScreenShot take() {
        isTaken = true;
        return shot;
    }

    // ---- what a person does

    /// Types letters.
    public void type(String text) {
        feed.run(
                () -> {
                    used();
                    typing.type(text);
                });
    }

    /// Presses a key that has a code of its own: an arrow, Enter, F1.
    ///
    /// @param code as AWT and JavaFX know it
    /// @param modifiers [com.techsenger.jeditermfx.core.input.InputEvent]'s
    public void press(int code, int modifiers) {
        feed.run(
                () -> {
                    var bytes = screen.getCodeForKey(code, modifiers);
                    if (bytes != null) {
                        used();
                        typing.type(bytes, 1);
                    }
                });
    }

    /// Types a text that was written elsewhere. Control characters in it are left out.
    public void paste(String text) {
        feed.run(
                () -> {
                    used();
                    typing.paste(text, display.marksPasted());
                });
    }

    /// Who types has seen what there was to be seen.
    private void used() {
        showNewest();
        if (way instanceof Way.Back) {
            way = new Way.Whole();
        }
    }

    /// What is typed is seen, and nothing is selected any more where it will appear.
    private void showNewest() {
        display.setBack(0);
        display.select(null);
    }

    /// Gives the screen another size, and tells the program.
    public void resize(TerminalSize size) {
        feed.run(
                () -> {
                    var wanted =
                            JediTerminal.ensureTermMinimumSize(
                                    new TermSize(size.columns(), size.rows()));
                    screen.resize(wanted, RequestOrigin.User);
                    typing.resize(new TerminalSize(wanted.getColumns(), wanted.getRows()));
                });
    }

    /// Shows earlier lines, or later ones.
    ///
    /// @param rows how many later ones; negative for earlier ones
    public void scroll(int rows) {
        feed.run(() -> camera.scrollTo(display.back() - rows));
    }

    /// Shows the lines that have so many after them.
    public void scrollTo(int below) {
        feed.run(() -> camera.scrollTo(below));
    }

    /// Turns the mouse's wheel over a program that has the whole screen: the mouse's if it wants
    /// to know of it, else arrow keys.
    ///
    /// @param rows how far; negative for up
    public void wheel(Place place, int rows, int modifiers) {
        feed.run(
                () -> {
                    if (display.takesMouse()) {
                        var button =
                                new MouseWheelEvent(rows < 0 ? Mouse.UP : Mouse.DOWN, modifiers);
                        screen.mouseWheelMoved(place.column(), place.row(), button);
                    } else {
                        var bytes =
                                screen.getCodeForKey(
                                        rows < 0 ? Mouse.ARROW_UP : Mouse.ARROW_DOWN, 0);
                        for (int i = 0; bytes != null && i < Math.abs(rows); i++) {
                            typing.send(bytes);
                        }
                    }
                });
    }

    /// Tells a program that wants to know of the mouse what it does.
    ///
    /// @param button [com.techsenger.jeditermfx.core.emulator.mouse.MouseButtonCodes]'s
    /// @param modifiers [com.techsenger.jeditermfx.core.emulator.mouse.MouseButtonModifierFlags]'s
    public void mouse(Mouse what, Place place, int button, int modifiers) {
        var event = new MouseEvent(button, modifiers);
        feed.run(
                () -> {
                    switch (what) {
                        case PRESSED -> screen.mousePressed(place.column(), place.row(), event);
                        case RELEASED -> screen.mouseReleased(place.column(), place.row(), event);
                        case DRAGGED -> screen.mouseDragged(place.column(), place.row(), event);
                        case MOVED -> screen.mouseMoved(place.column(), place.row(), event);
                    }
                });
    }

    /// Selects what is between two places of the rows in sight.
    ///
    /// @param to behind the last letter, if it comes after the first place
    public void select(Place from, Place to) {
        feed.run(() -> camera.select(from, to));
    }

    /// Moves the end of the selection.
    public void extend(Place to) {
        feed.run(() -> camera.extend(to));
    }

    public void selectWord(Place place) {
        feed.run(() -> camera.selectWord(place));
    }

    public void selectLine(Place place) {
        feed.run(() -> camera.selectLine(place));
    }

    public void selectAll() {
        feed.run(camera::selectAll);
    }

    public void selectNothing() {
        feed.run(() -> display.select(null));
    }

    /// Tells what is selected; empty for nothing.
    ///
    /// @param then called on the emulator's thread
    public void copy(Consumer<String> then) {
        feed.run(() -> then.accept(camera.selectedText()));
    }

    /// Forgets the earlier lines.
    public void clear() {
        feed.run(
                () -> {
                    buffer.clearHistory();
                    showNewest();
                });
    }

    /// Sets what programs are told that ask for the colours of the window.
    ///
    /// @param text as `0xRRGGBB`
    /// @param paper likewise
    public void setColours(int text, int paper) {
        feed.run(() -> display.setColours(new Color(text), new Color(paper)));
    }

    // ---- its program

    /// Tries at once to get to the program again.
    public void hurry() {
        terminal.hurry();
    }

    /// Returns what the program's server calls the terminal; empty where nobody else could ask for
    /// it.
    public String name() {
        return terminal.name();
    }

    /// Returns the folder where the shell is; empty where it does not say so. May begin with `~`.
    public String folder() {
        return folder.now();
    }

    public Terminal.Work work() {
        return terminal.work();
    }

    /// Completes when the program has ended.
    public CompletionStage<TerminalEnd> end() {
        return terminal.end();
    }

    /// Returns whether the program has ended.
    public boolean hasEnded() {
        return hasEnded;
    }

    /// Ends the program and the threads.
    @Override
    public void close() {
        terminal.close();
        typing.end();
        feed.over();
    }

    private final class Showing implements Feed.Painter {

        @Override
        public boolean isFree() {
            return isTaken;
        }

        @Override
        public void paint() {
            shot =
                    camera.shoot(
                            way instanceof Way.Broken(var why, _)
                                    ? new Way.Broken(why, typing.waiting())
                                    : way);
            isTaken = false;
            changed.run();
        }
    }
}
