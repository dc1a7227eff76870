package org.cellist.kernel.runtime.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cellist.kernel.runtime.PipeThread;

/// A person at a terminal: types, and waits for what comes.
///
/// Thread-safe.
public final class TerminalTalk {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Terminal terminal;
    private final StringBuilder seen = new StringBuilder(); // guarded by this
    private final List<TerminalNews> news = new ArrayList<>(); // guarded by this
    private boolean isOver; // guarded by this

    /// Reads from now on.
    public TerminalTalk(Terminal terminal) {
        this.terminal = terminal;
        terminal.follow(this::hear);
        PipeThread.start("test-terminal-read", this::readOn);
    }

    private void readOn() {
        var bytes = new byte[8192];
        try {
            for (int read = terminal.read(bytes); read >= 0; read = terminal.read(bytes)) {
                add(new String(bytes, 0, read, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            add("[" + e + "]");
        }
        synchronized (this) {
            isOver = true;
            notifyAll();
        }
    }

    /// What is repeated belongs on an empty screen.
    private synchronized void hear(TerminalNews what) {
        news.add(what);
        if (what instanceof TerminalNews.Repeats) {
            seen.setLength(0);
        }
        notifyAll();
    }

    /// Returns all that was told of the way there.
    public synchronized List<TerminalNews> news() {
        return List.copyOf(news);
    }

    /// Returns all that came.
    public synchronized String seen() {
        return seen.toString();
    }

    /// Waits until so many such news have come; returns the last of them.
    public synchronized <T extends TerminalNews> T awaitNews(Class<T> kind, int many)
            throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (news.stream().filter(kind::isInstance).count() < many) {
            long left = end - System.nanoTime();
            if (isOver || left <= 0) {
                throw new AssertionError("not " + many + " of " + kind + " in " + news);
            }
            wait(Math.max(1, left / 1_000_000));
        }
        return news.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    /// Waits until all that was written before has come; returns what was told.
    public List<TerminalNews> awaitRepeated() throws InterruptedException {
        awaitNews(TerminalNews.RepeatsNoMore.class, 1);
        return news();
    }

    private synchronized void add(String text) {
        seen.append(text);
        notifyAll();
    }

    /// Types a line and presses Enter.
    public void type(String line) throws IOException {
        terminal.write((line + "\r").getBytes(StandardCharsets.UTF_8));
    }

    /// Waits until these words have come, which the typed line does not have itself.
    public synchronized void await(String words) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (seen.indexOf(words) < 0) {
            long left = end - System.nanoTime();
            if (isOver || left <= 0) {
                throw new AssertionError("no \"" + words + "\" in:\n" + seen);
            }
            wait(Math.max(1, left / 1_000_000));
        }
    }

    /// Waits for the first words, such as a shell's prompt.
    public void awaitAnything() throws InterruptedException {
        await(" ");
    }

    /// Waits until nothing more can come.
    public synchronized void awaitNoMore() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isOver) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw new AssertionError("it goes on:\n" + seen);
            }
            wait(Math.max(1, left / 1_000_000));
        }
    }

    /// Waits for the end of the program.
    public TerminalEnd awaitEnd() throws Exception {
        return terminal.end().toCompletableFuture().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Tries what every terminal does with a POSIX shell: text both ways, Hangul, its size, and its
    /// kind.
    public void tryOut() throws Exception {
        type("echo 2+3=$((2+3)) 한글-$((1+1))");
        await("2+3=5 한글-2");
        type("echo kind=$TERM.");
        await("kind=" + Terminal.TYPE + ".");
        terminal.resize(new TerminalSize(97, 31));
        type("until [ \"$(stty size)\" = '31 97' ]; do :; done; echo size-$((40+2))");
        await("size-42");
    }
}
