package org.cellist.kernel.runtime.server;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.cellist.kernel.channel.HeartbeatPolicy;
import org.cellist.kernel.channel.websocket.Backoff;
import org.cellist.kernel.channel.websocket.Dialer;
import org.cellist.kernel.channel.websocket.Dialer.Dialed;
import org.cellist.kernel.runtime.jupyter.ServerProblem;
import org.cellist.kernel.runtime.terminal.Heard;
import org.cellist.kernel.runtime.terminal.Terminal;
import org.cellist.kernel.runtime.terminal.TerminalEnd;
import org.cellist.kernel.runtime.terminal.TerminalNews;
import org.cellist.kernel.runtime.terminal.TerminalSize;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A terminal of a Jupyter server, through broken connections ([TerminalSocket]). Nobody tells what
/// the shell returned.
///
/// The shell lives on a Jupyter server. When the connection breaks, it is made again as often as it
/// takes, to the same shell, until the server says that it is gone. The server repeats then what
/// was written last: what was heard of that is left out; where that cannot be told, all of it is
/// for an empty screen ([Heard]).
///
/// Thread-safe, with one reader at a time.
final class ServerTerminal implements Terminal {

    private static final Logger LOG = LoggerFactory.getLogger(ServerTerminal.class);

    private final Dialer dialer;
    private final TerminalWire wire;
    private final There there;
    private final HeartbeatPolicy pings;
    private final BlockingQueue<Item> items = new LinkedBlockingQueue<>();
    private final CompletableFuture<TerminalEnd> end = new CompletableFuture<>();
    private final Semaphore hurry = new Semaphore(0);
    private final TerminalLink link;
    private final Heard heard = new Heard(); // guarded by itself
    private volatile Consumer<TerminalNews> follower = _ -> {};
    private @Nullable TerminalSocket source; // of what is read; confined to the reader
    private ByteBuffer left = ByteBuffer.allocate(0); // likewise

    /// What the server's other interface does with the terminal.
    interface There {

        /// Returns what the server calls it.
        String name();

        /// Leaves it: ends it, or not.
        void leave() throws ServerException, InterruptedException;

        /// Returns whether leaving ends it.
        boolean endsWhenLeft();

        /// Returns whether the server still has it.
        boolean isKnown() throws ServerException, InterruptedException;
    }

    /// What the reader takes, in order.
    private sealed interface Item {
        record Text(TerminalSocket from, ByteBuffer bytes) implements Item {}

        record News(TerminalNews news) implements Item {}

        record Over() implements Item {}
    }

    private ServerTerminal(
            Dialer dialer,
            TerminalWire wire,
            There there,
            HeartbeatPolicy pings,
            TerminalSize size) {
        this.dialer = dialer;
        this.wire = wire;
        this.there = there;
        this.pings = pings;
        this.link = new TerminalLink(size, pings.tolerance());
    }

    /// Connects to a terminal, once; from then on as often as it takes.
    ///
    /// @param isNew whether nobody else can have seen what it wrote
    static ServerTerminal open(
            Dialer dialer,
            TerminalWire wire,
            There there,
            HeartbeatPolicy pings,
            TerminalSize size,
            boolean isNew)
            throws ServerException, InterruptedException {
        var socket = new TerminalSocket(wire);
        return switch (dialer.dial(socket)) {
            case Dialed.Open _ -> {
                var terminal = new ServerTerminal(dialer, wire, there, pings, size);
                terminal.connect(socket, isNew ? First.NEW : First.REPEATS);
                Thread.ofVirtual().name("server-terminal").start(() -> terminal.keep(socket));
                yield terminal;
            }
            case Dialed.Failed(var why) ->
                    throw new ServerException(new ServerProblem.Unreachable(why));
            case Dialed.Refused(var why) ->
                    throw new ServerException(new ServerProblem.Unreachable(why));
        };
    }

    // ---- the connection

    /// What the first message of a connection is.
    private enum First {
        NEW,
        REPEATS,
        PERHAPS_REPEATS
    }

    private void connect(TerminalSocket socket, First first) throws InterruptedException {
        link.take(socket);
        socket.begin(new Pieces(socket, first));
    }

    /// Watches over one connection after the other, until the end.
    private void keep(TerminalSocket first) {
        try {
            for (var socket = first; socket != null; ) {
                var why = serve(socket);
                link.lose();
                socket.end(why);
                if (!wire.repeats()) { // a machine that may be gone, and does not say so
                    over(
                            socket.isClosedInOrder()
                                    ? new TerminalEnd.Ended()
                                    : new TerminalEnd.Lost(why));
                }
                if (!end.isDone()) {
                    LOG.info("The connection to a terminal broke: {}", why);
                    add(new TerminalNews.Broken(why));
                }
                socket = again(socket.isInDoubt());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Returns why the connection ended.
    private String serve(TerminalSocket socket) throws InterruptedException {
        String why = null;
        while (why == null) {
            why = socket.awaitEnd(pings.period());
            if (why == null) {
                why = socket.ping(pings.tolerance());
            }
        }
        return why;
    }

    /// Connects again; null when there is nothing more to connect to.
    private @Nullable TerminalSocket again(boolean isInDoubt) throws InterruptedException {
        hurry.drainPermits();
        for (int failures = 0; !end.isDone(); failures++) {
            var time = Backoff.after(failures, ThreadLocalRandom.current().nextDouble());
            if (hurry.tryAcquire(time.toNanos(), TimeUnit.NANOSECONDS)) {
                hurry.drainPermits();
            }
            if (end.isDone()) {
                return null;
            }
            var socket = new TerminalSocket(wire);
            switch (dialer.dial(socket)) {
                case Dialed.Open _ -> {
                    LOG.info("The connection to a terminal is back");
                    add(new TerminalNews.Back(isInDoubt));
                    connect(socket, First.PERHAPS_REPEATS);
                    return socket;
                }
                case Dialed.Failed(var why) -> LOG.debug("No connection to a terminal: {}", why);
                case Dialed.Refused(var why) -> over(gone(why));
            }
        }
        return null;
    }

    private TerminalEnd gone(String why) throws InterruptedException {
        LOG.info("The server has let a terminal's connection go: {}", why);
        try {
            return there.isKnown() ? new TerminalEnd.Lost(why) : new TerminalEnd.Gone();
        } catch (ServerException _) {
            return new TerminalEnd.Lost(why);
        }
    }

    @Override
    public void hurry() {
        hurry.release();
    }

    // ---- what comes

    @Override
    public void follow(Consumer<TerminalNews> reader) {
        follower = reader;
    }

    private void add(TerminalNews news) {
        items.add(new Item.News(news));
    }

    private void over(TerminalEnd how) {
        if (end.complete(how)) {
            items.add(new Item.Over());
            hurry.release();
            link.end();
        }
    }

    /// What comes over one connection. Called one call at a time.
    private final class Pieces implements TerminalSocket.Reader {

        private final TerminalSocket socket;
        private First first;

        Pieces(TerminalSocket socket, First first) {
            this.socket = socket;
            this.first = first;
        }

        @Override
        public boolean take(String text) {
            var what = first;
            first = First.NEW;
            return switch (what) {
                case NEW -> takeNew(text);
                case REPEATS -> takeAll(text);
                case PERHAPS_REPEATS -> {
                    int from = newFrom(text);
                    yield from < 0 ? takeAll(text) : takeNew(text.substring(from));
                }
            };
        }

        private int newFrom(String text) {
            synchronized (heard) {
                return heard.newFrom(text);
            }
        }

        private boolean takeNew(String text) {
            synchronized (heard) {
                heard.add(text);
            }
            return !text.isEmpty()
                    && items.add(new Item.Text(socket, StandardCharsets.UTF_8.encode(text)));
        }

        private boolean takeAll(String text) {
            synchronized (heard) {
                heard.clear();
            }
            add(new TerminalNews.Repeats());
            boolean isTaken = takeNew(text);
            add(new TerminalNews.RepeatsNoMore());
            return isTaken;
        }

        @Override
        public void ended() {
            over(new TerminalEnd.Ended());
        }
    }

    @Override
    public int read(byte[] into) throws IOException {
        try {
            while (!left.hasRemaining()) {
                switch (items.take()) {
                    case Item.Text(var from, var bytes) -> {
                        left = bytes;
                        source = from;
                    }
                    case Item.News(var news) -> follower.accept(news);
                    case Item.Over over -> {
                        items.add(over); // for whoever reads again
                        return -1;
                    }
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
        int amount = Math.min(into.length, left.remaining());
        left.get(into, 0, amount);
        var from = source;
        if (!left.hasRemaining() && from != null) {
            source = null;
            from.next();
        }
        return amount;
    }

    // ---- what goes

    @Override
    public void write(byte[] typed) throws IOException {
        try {
            link.type(new String(typed, StandardCharsets.UTF_8));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    @Override
    public void resize(TerminalSize wanted) throws IOException {
        try {
            link.resize(wanted);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    @Override
    public String name() {
        return there.name();
    }

    @Override
    public Work work() {
        return end.isDone() || !there.endsWhenLeft() ? Work.NONE : Work.UNKNOWN;
    }

    @Override
    public CompletionStage<TerminalEnd> end() {
        return end.minimalCompletionStage();
    }

    /// Leaves the terminal on the server, too.
    @Override
    public void close() {
        Thread.ofVirtual().name("server-terminal-close").start(this::leave);
    }

    private void leave() {
        try {
            if (!end.isDone()) {
                there.leave();
            }
        } catch (ServerException e) {
            LOG.warn("A server keeps a terminal: {}", e.problem());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            over(new TerminalEnd.Ended());
        }
    }
}
