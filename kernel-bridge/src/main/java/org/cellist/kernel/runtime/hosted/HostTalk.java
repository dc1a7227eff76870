package org.cellist.kernel.runtime.hosted;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.JsonText;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.RawJson;
import org.cellist.kernel.runtime.host.HostProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A conversation with our program there: an order, and lines of JSON both ways.
///
/// The program comes with each conversation: nothing of it is left behind, and it always fits.
///
/// One reader at a time; else thread-safe. Its methods block.
final class HostTalk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HostTalk.class);

    /// Says that the program begins; what comes before is the login shell's.
    private static final String BEGINNING = "CELLIST";

    private static final String NO_PYTHON = "CELLIST-NO-PYTHON";
    private static final int LONGEST_LINE = 8 << 20;

    /// Finds a Python and has it read a program, byte by byte, so that what follows is left for
    /// that. What is expanded is not split, and needs no quotes.
    private static final ShellScript SCRIPT =
            new ShellScript(
                    "set -f; IFS=; for p in python3 /usr/bin/python3 /usr/local/bin/python3"
                            + " /opt/homebrew/bin/python3 /opt/conda/bin/python3"
                            + " $HOME/.local/share/cellist/venv/bin/python"
                            + " $HOME/miniconda3/bin/python3 $HOME/miniforge3/bin/python3"
                            + " $HOME/anaconda3/bin/python3; do"
                            + " if $p -c \"import sys; sys.exit(sys.version_info < (3, 6))\""
                            + " >/dev/null 2>&1 </dev/null; then"
                            + " exec $p -c \"import sys; r = sys.stdin.buffer.raw;"
                            + " n = int(r.readline());"
                            + " exec(bytes().join(r.read(1) for _ in range(n)))\"; fi; done; echo "
                            + NO_PYTHON);

    private static final Duration END_PATIENCE = Duration.ofSeconds(2);

    private final HostConnection connection;
    private final HostStream stream;
    private final InputStream in;
    private final OutputStream out;
    private final ByteArrayOutputStream trouble;

    private HostTalk(HostConnection connection, HostStream stream, ByteArrayOutputStream trouble) {
        this.connection = connection;
        this.stream = stream;
        this.in = new BufferedInputStream(stream.in());
        this.out = stream.out();
        this.trouble = trouble;
    }

    /// Gives an order.
    ///
    /// @param patience until the program there runs
    static HostTalk begin(HostConnection connection, JsonObject order, Duration patience)
            throws HostException, FullException, InterruptedException {
        return begin(connection, HostProgram.MAIN, JsonText.compact(order) + "\n", patience);
    }

    /// Has a program reach a port.
    static Relay relay(HostConnection connection, int port, Duration patience)
            throws HostException, FullException, InterruptedException {
        var talk = begin(connection, HostProgram.RELAY, port + "\n", patience);
        return new Relay(talk.stream, talk.in);
    }

    private static HostTalk begin(
            HostConnection connection, byte[] program, String order, Duration patience)
            throws HostException, FullException, InterruptedException {
        var trouble = new Tail();
        var talk = new HostTalk(connection, connection.start(SCRIPT, trouble), trouble);
        boolean isBegun = false;
        try {
            talk.send(program.length + "\n", program, order);
            talk.within(patience, talk::awaitBeginning);
            isBegun = true;
            return talk;
        } finally {
            if (!isBegun) {
                talk.close();
            }
        }
    }

    /// Returns the way that it is held over.
    HostConnection connection() {
        return connection;
    }

    private void send(String size, byte[] program, String order) throws HostException {
        try {
            out.write(size.getBytes(StandardCharsets.US_ASCII));
            out.write(program);
            out.write(order.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new HostException(new HostProblem.Failed(HostException.words(e)));
        }
    }

    private String awaitBeginning() throws IOException, HostException {
        while (true) {
            var line = line().orElseThrow(() -> new HostException(ended()));
            switch (line) {
                case BEGINNING -> {
                    return line;
                }
                case NO_PYTHON -> throw new HostException(new HostProblem.NoPython());
                default -> {
                    // A login shell greets.
                }
            }
        }
    }

    private HostProblem ended() {
        var words = trouble.toString(StandardCharsets.UTF_8).strip();
        return new HostProblem.Failed(words);
    }

    /// Tells the program more.
    void tell(JsonObject order) throws IOException {
        synchronized (out) {
            out.write((JsonText.compact(order) + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    /// Tells the program something before the conversation ends; waits until it has ended, too.
    void tellLast(JsonObject order) {
        try {
            tell(order);
            awaitEnd();
        } catch (IOException e) {
            LOG.debug("the program there does not hear {}: {}", order, e.toString());
        }
    }

    /// Returns the program's next answer; empty when it has ended or the connection is broken.
    Optional<JsonObject> answer() throws HostException {
        try {
            var line = line();
            return line.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            RawJson.parse(line.get().getBytes(StandardCharsets.UTF_8)).object());
        } catch (JsonSyntaxException e) {
            throw new HostException(new HostProblem.Failed(e.toString()));
        } catch (IOException _) {
            return Optional.empty(); // broken, or closed at this end
        }
    }

    /// Returns the program's next answer.
    JsonObject answer(Duration patience) throws HostException, InterruptedException {
        return within(patience, () -> answer().orElseThrow(() -> new HostException(ended())));
    }

    private interface Step<T> {
        T take() throws IOException, HostException;
    }

    /// A stream of the library's cannot be read with patience, so somebody else reads.
    private <T> T within(Duration patience, Step<T> step)
            throws HostException, InterruptedException {
        var taken = new CompletableFuture<T>();
        Thread.ofVirtual()
                .name("host-answer")
                .start(
                        () -> {
                            try {
                                taken.complete(step.take());
                            } catch (IOException | HostException | RuntimeException e) {
                                taken.completeExceptionally(e);
                            }
                        });
        try {
            return taken.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof HostException host ? host : new HostException(ended());
        } catch (TimeoutException _) {
            close();
            throw new HostException(
                    new HostProblem.Failed("no answer in " + patience.toSeconds() + " s"));
        }
    }

    private Optional<String> line() throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return Optional.empty();
            }
            if (bytes.size() == LONGEST_LINE) {
                throw new IOException("a line of more than " + LONGEST_LINE + " bytes");
            }
            bytes.write(next);
        }
        return Optional.of(bytes.toString(StandardCharsets.UTF_8).strip());
    }

    /// Waits until the program there has ended, which has given its last answer: until then it
    /// counts among those that the machine allows.
    void awaitEnd() {
        stream.awaitEnd(END_PATIENCE);
    }

    /// The program there sees the end of its input, and ends.
    @Override
    public void close() {
        stream.close();
    }

    /// Keeps the newest words only. Thread-safe.
    private static final class Tail extends ByteArrayOutputStream {

        private static final int MOST_BYTES = 16 << 10;

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            super.write(bytes, offset, length);
            if (count > 2 * MOST_BYTES) {
                System.arraycopy(buf, count - MOST_BYTES, buf, 0, MOST_BYTES);
                count = MOST_BYTES;
            }
        }
    }
}
