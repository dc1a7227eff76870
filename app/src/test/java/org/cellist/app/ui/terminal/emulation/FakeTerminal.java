package org.cellist.app.ui.terminal.emulation;

import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.cellist.kernel.runtime.terminal.Terminal;
import org.cellist.kernel.runtime.terminal.TerminalEnd;
import org.cellist.kernel.runtime.terminal.TerminalNews;
import org.cellist.kernel.runtime.terminal.TerminalSize;

/// A terminal whose program is the test.
///
/// Thread-safe.
public final class FakeTerminal implements Terminal {

    private static final long PATIENCE_SECONDS = 20;
    private static final byte[] NO_MORE = {};

    private final BlockingQueue<byte[]> written = new LinkedBlockingQueue<>();
    private final Map<byte[], TerminalNews> news =
            Collections.synchronizedMap(new IdentityHashMap<>());
    private final BlockingQueue<String> typed = new LinkedBlockingQueue<>();
    private final BlockingQueue<TerminalSize> sizes = new LinkedBlockingQueue<>();
    private final CompletableFuture<TerminalEnd> end = new CompletableFuture<>();
    private final Semaphore typing = new Semaphore(1);
    private final AtomicInteger hurries = new AtomicInteger();
    private volatile Consumer<TerminalNews> reader = _ -> {};
    private volatile Work work = Work.NONE;
    private volatile boolean isClosed;
    private byte[] left = NO_MORE;

    /// The program writes.
    public void write(String text) {
        written.add(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The program writes bytes that may be half a character.
    public void writeBytes(byte... bytes) {
        written.add(bytes);
    }

    /// Something becomes of the way to the program.
    public void tell(TerminalNews what) {
        var place = new byte[1];
        news.put(place, what);
        written.add(place);
    }

    /// What is typed waits, as where a way is broken.
    public void holdTyping(boolean isHeld) {
        if (isHeld) {
            typing.acquireUninterruptibly();
        } else {
            typing.release();
        }
    }

    /// Returns how often a person wanted it to be tried at once.
    public int hurries() {
        return hurries.get();
    }

    /// The program ends.
    public void finish(TerminalEnd how) {
        written.add(NO_MORE);
        end.complete(how);
    }

    public void setWork(Work now) {
        work = now;
    }

    public boolean isClosed() {
        return isClosed;
    }

    /// Returns what is typed next, all that comes at once.
    public String nextTyped() throws InterruptedException {
        var next = typed.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing was typed");
        }
        return next;
    }

    /// Returns what has been typed and not been taken.
    public List<String> typed() {
        var all = new ArrayList<String>();
        typed.drainTo(all);
        return all;
    }

    public TerminalSize nextSize() throws InterruptedException {
        var next = sizes.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no other size");
        }
        return next;
    }

    @Override
    public int read(byte[] into) throws InterruptedIOException {
        if (left.length == 0) {
            try {
                left = written.take();
                for (var what = news.remove(left); what != null; what = news.remove(left)) {
                    reader.accept(what);
                    left = written.take();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            }
            if (left.length == 0) {
                return -1;
            }
        }
        int size = Math.min(into.length, left.length);
        System.arraycopy(left, 0, into, 0, size);
        left = Arrays.copyOfRange(left, size, left.length);
        return size;
    }

    @Override
    public void follow(Consumer<TerminalNews> wanted) {
        reader = wanted;
    }

    @Override
    public void hurry() {
        hurries.incrementAndGet();
    }

    @Override
    public void write(byte[] bytes) {
        typing.acquireUninterruptibly();
        typing.release();
        typed.add(new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public void resize(TerminalSize size) {
        sizes.add(size);
    }

    @Override
    public Work work() {
        return work;
    }

    @Override
    public CompletionStage<TerminalEnd> end() {
        return end;
    }

    @Override
    public void close() {
        isClosed = true;
        finish(new TerminalEnd.Ended());
    }
}
