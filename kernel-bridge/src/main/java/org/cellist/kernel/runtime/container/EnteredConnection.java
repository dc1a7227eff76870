package org.cellist.kernel.runtime.container;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.cellist.kernel.runtime.host.Container;
import org.cellist.kernel.runtime.host.HostAddress;
import org.cellist.kernel.runtime.host.HostProblem;
import org.cellist.kernel.runtime.hosted.HostConnection;
import org.cellist.kernel.runtime.hosted.HostException;
import org.cellist.kernel.runtime.hosted.HostStream;
import org.cellist.kernel.runtime.hosted.Relay;
import org.cellist.kernel.runtime.hosted.ShellScript;
import org.cellist.kernel.runtime.local.ProgramTerminal;
import org.cellist.kernel.runtime.terminal.Terminal;
import org.cellist.kernel.runtime.terminal.TerminalSize;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A way into a container or a distribution: each program that is started in it, and each port
/// that is reached, has a program of this machine that leads there. One more says only that the
/// place is there, and ends with it; all others end then, too.
///
/// Thread-safe.
final class EnteredConnection implements HostConnection {

    private static final Logger LOG = LoggerFactory.getLogger(EnteredConnection.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration END_PATIENCE = Duration.ofSeconds(2);
    private static final String BEGINNING = "CELLIST";

    /// Ends with its input, or with all that runs there.
    private static final String STAY = "echo " + BEGINNING + "; while read -r it; do :; done";

    private final Entrance entrance;
    private final HostAddress host;
    private final ProgramStream stay;
    private final Set<ProgramStream> streams = ConcurrentHashMap.newKeySet();

    private EnteredConnection(Entrance entrance, HostAddress host, ProgramStream stay) {
        this.entrance = entrance;
        this.host = host;
        this.stay = stay;
        var _ = stay.end().thenRun(() -> streams.forEach(ProgramStream::abort));
    }

    /// Enters. Blocks.
    static EnteredConnection open(Entrance entrance, HostAddress host)
            throws HostException, InterruptedException {
        var trouble = new ByteArrayOutputStream();
        var stay = started(entrance, host, STAY, trouble);
        boolean isIn = false;
        try {
            isIn = begins(stay);
            if (!isIn) {
                int code = stay.code(END_PATIENCE);
                var words = trouble.toString(StandardCharsets.UTF_8).strip();
                throw new HostException(new HostLists(entrance).whyNot(host, code, words));
            }
            return new EnteredConnection(entrance, host, stay);
        } finally {
            if (!isIn) {
                stay.abort();
            }
        }
    }

    private static boolean begins(ProgramStream stay) throws InterruptedException {
        var begun = new CompletableFuture<Boolean>();
        Thread.ofVirtual().name("container-enter").start(() -> begun.complete(saysSo(stay)));
        try {
            return begun.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static boolean saysSo(ProgramStream stay) {
        try {
            var lines =
                    new BufferedReader(new InputStreamReader(stay.in(), StandardCharsets.UTF_8));
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.strip().equals(BEGINNING)) {
                    return true;
                }
            }
            return false;
        } catch (IOException _) {
            return false; // nobody waits any more
        }
    }

    private static ProgramStream started(
            Entrance entrance, HostAddress host, String script, OutputStream trouble)
            throws HostException {
        var command = command(host, entrance.script(host, script));
        try {
            return new ProgramStream(entrance.builder(command).start(), trouble);
        } catch (IOException e) {
            throw new HostException(noEngine(host, HostException.words(e)));
        }
    }

    private static List<String> command(HostAddress host, Optional<List<String>> command)
            throws HostException {
        return command.orElseThrow(() -> new HostException(noEngine(host, "")));
    }

    private static HostProblem noEngine(HostAddress host, String why) {
        var program = host instanceof Container(var engine, _) ? engine.program() : "WSL";
        return new HostProblem.NoEngine(program, why);
    }

    @Override
    public boolean isOpen() {
        return stay.isOpen();
    }

    @Override
    public HostStream start(ShellScript script, OutputStream trouble) throws HostException {
        var stream = started(entrance, host, script.asArgument(), trouble);
        streams.add(stream);
        var _ = stream.end().thenRun(() -> streams.remove(stream));
        if (!isOpen()) {
            stream.abort(); // nobody would hear of its end
            throw new HostException(new HostProblem.Failed(""));
        }
        return stream;
    }

    /// A program that leads there can fail by itself, so a failure is not believed at once.
    @Override
    public HostStream reach(int port) throws IOException {
        try {
            return Relay.reach(this, port);
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            if (!isOpen()) {
                throw e;
            }
            return Relay.reach(this, port);
        }
    }

    @Override
    public Terminal terminal(String folder, TerminalSize size) throws HostException {
        var file = "/tmp/.cellist-" + UUID.randomUUID();
        var script = shell(file, folder);
        var command = command(host, entrance.terminal(host, Terminal.TYPE, script));
        try {
            var here = entrance.here();
            var terminal = ProgramTerminal.open(command, here.home(), here.env(), size);
            var _ = terminal.end().thenRun(() -> hangUp(file));
            return terminal;
        } catch (IOException e) {
            throw new HostException(noEngine(host, HostException.words(e)));
        }
    }

    /// Starts the person's own shell where it is known, else the best that there is.
    private static String shell(String file, String folder) {
        var into = new ShellScript(ShellScript.into(folder)).asArgument();
        return "export CELLIST_TERMINAL=%1$s; echo $$ >%1$s; cd; ".formatted(file)
                + into
                + " s=$(getent passwd $(id -u) 2>/dev/null | cut -d: -f7);"
                + " for it in $s bash sh; do command -v $it >/dev/null 2>&1 && exec $it -l; done";
    }

    /// Docker leaves a shell behind when the program that led to it is gone. That is told to hang
    /// up, if it is the one that was begun.
    private static String hangingUp(String file) {
        return "s=$(cat %1$s) && rm -f %1$s && grep -q %1$s /proc/$s/environ && kill -s HUP $s"
                .formatted(file);
    }

    private void hangUp(String file) {
        Thread.ofVirtual()
                .name("container-hang-up")
                .start(
                        () -> {
                            try {
                                var script = hangingUp(file);
                                started(entrance, host, script, OutputStream.nullOutputStream())
                                        .close();
                            } catch (HostException e) {
                                LOG.debug("no shell is left there: {}", e.problem());
                            }
                        });
    }

    /// Whoever is in there may reach all that listens there.
    @Override
    public boolean forbidsTunnels(int port) {
        return false;
    }

    @Override
    public boolean makeRoom() {
        return false;
    }

    @Override
    public void close() {
        stay.close();
        streams.forEach(ProgramStream::close);
    }
}
