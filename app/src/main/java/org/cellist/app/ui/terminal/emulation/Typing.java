package org.cellist.app.ui.terminal.emulation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
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

    /// What a program could take for its own keys, in what others have written.
    private static final Pattern UNPASTED = Pattern.compile("[\\p{Cntrl}&&[^\\t\\r\\n]]");

    private static final Sent NO_MORE = _ -> {};

    private final AtomicInteger persons = new AtomicInteger();
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

    /// Sends what a person types.
    ///
    /// @param letters how many letters or keys that is
    void type(byte[] bytes, int letters) {
        persons.addAndGet(letters);
        waiting.add(
                it -> {
                    try {
                        it.write(bytes);
                    } finally {
                        persons.addAndGet(-letters);
                    }
                });
    }

    /// Sends what a person types.
    void type(String text) {
        type(text.getBytes(StandardCharsets.UTF_8), text.codePointCount(0, text.length()));
    }

    /// Sends what a person has from elsewhere. Control characters in it are left out.
    ///
    /// @param isMarked whether the program wants to know where it begins and ends
    void paste(String text, boolean isMarked) {
        var plain = UNPASTED.matcher(text).replaceAll("").replace("\r\n", "\r").replace('\n', '\r');
        var sent = isMarked ? "\u001b[200~" + plain + "\u001b[201~" : plain;
        type(sent.getBytes(StandardCharsets.UTF_8), plain.codePointCount(0, plain.length()));
    }

    /// Returns how many letters and keys a person has typed that are not sent.
    int waiting() {
        return persons.get();
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
