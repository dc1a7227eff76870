package org.cellist.app.ui.terminal.emulation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.cellist.kernel.runtime.PipeThread;
import org.cellist.kernel.runtime.terminal.Terminal;
import org.cellist.kernel.runtime.terminal.TerminalSize;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What goes to a terminal's program, in order, on a thread of its own: a program that does not
/// read holds up nobody else, and above all not what it writes itself.
///
/// Thread-safe. Nothing blocks.
final class Typing {

    private static final Logger LOG = LoggerFactory.getLogger(Typing.class);

    private static final Sent NO_MORE = _ -> {};

    private final Terminal terminal;
    private final BlockingQueue<Sent> waiting = new LinkedBlockingQueue<>();

    Typing(Terminal terminal) {
        this.terminal = terminal;
    }

    private interface Sent {
        void to(Terminal terminal) throws IOException;
    }

    void start(String name) {
        PipeThread.start(name, this::run);
    }

    void send(String text) {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] bytes) {
        waiting.add(it -> it.write(bytes));
    }

    void resize(TerminalSize size) {
        waiting.add(it -> it.resize(size));
    }

    /// Sends nothing more than what waits.
    void end() {
        waiting.add(NO_MORE);
    }

    private void run() {
        try {
            for (var next = waiting.take(); next != NO_MORE; next = waiting.take()) {
                send(next);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(Sent next) {
        try {
            next.to(terminal);
        } catch (IOException e) {
            LOG.debug("a terminal takes nothing any more: {}", e.toString());
        }
    }
}
