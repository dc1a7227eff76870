package org.cellist.kernel.runtime.local;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import com.pty4j.WinSize;
import com.pty4j.unix.UnixPtyProcess;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.cellist.kernel.runtime.PipeThread;
import org.cellist.kernel.runtime.discovery.Host;
import org.cellist.kernel.runtime.terminal.Terminal;
import org.cellist.kernel.runtime.terminal.TerminalEnd;
import org.cellist.kernel.runtime.terminal.TerminalSize;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A program in a pseudo-terminal of this machine, which is the person's shell for the most part.
///
/// Thread-safe, with one reader at a time.
final class LocalTerminal implements Terminal {

    private static final Logger LOG = LoggerFactory.getLogger(LocalTerminal.class);

    /// A shell that is told to hang up tells its jobs, and ends.
    private static final Duration HANGUP_PATIENCE = Duration.ofSeconds(2);

    private final PtyProcess process;
    private final boolean isShell; // whose children are what a person has started in it
    private final InputStream in;
    private final OutputStream out;
    private final CompletableFuture<TerminalEnd> end = new CompletableFuture<>();

    private LocalTerminal(PtyProcess process, boolean isShell) {
        this.process = process;
        this.isShell = isShell;
        this.in = process.getInputStream();
        this.out = process.getOutputStream();
        PipeThread.start("terminal-" + process.pid() + "-exit", this::awaitEnd);
    }

    /// Starts the person's shell.
    ///
    /// @param folder where it begins; the person's home where it is not there any more
    /// @param inherited the variables that it begins with
    /// @throws IOException if the system lets none start
    static LocalTerminal open(
            Host host, Path folder, Map<String, String> inherited, TerminalSize size)
            throws IOException {
        var place = Files.isDirectory(folder) ? folder : host.home();
        return new LocalTerminal(process(shell(host), place, inherited, size), true);
    }

    /// Starts a program that leads elsewhere.
    ///
    /// @param inherited the variables that it begins with
    /// @throws IOException if the system lets it not start
    static LocalTerminal of(
            List<String> command, Path folder, Map<String, String> inherited, TerminalSize size)
            throws IOException {
        return new LocalTerminal(process(command, folder, inherited, size), false);
    }

    private static PtyProcess process(
            List<String> command, Path folder, Map<String, String> inherited, TerminalSize size)
            throws IOException {
        return new PtyProcessBuilder(command.toArray(String[]::new))
                .setDirectory(folder.toString())
                .setEnvironment(variables(inherited))
                .setRedirectErrorStream(true)
                .setInitialColumns(size.columns())
                .setInitialRows(size.rows())
                .setUseWinConPty(true)
                .setUnixOpenTtyToPreserveOutputAfterTermination(true)
                .start();
    }

    /// Returns the command of the person's shell. On a Mac every terminal is a login.
    static List<String> shell(Host host) {
        return switch (host.os()) {
            case WINDOWS -> List.of(host.env().getOrDefault("COMSPEC", "powershell.exe"));
            case MACOS -> List.of(unixShell(host.env().get("SHELL")), "-l");
            case LINUX -> List.of(unixShell(host.env().get("SHELL")));
        };
    }

    private static String unixShell(@Nullable String wanted) {
        return wanted != null && isProgram(wanted) ? wanted : "/bin/sh";
    }

    private static boolean isProgram(String name) {
        try {
            var path = Path.of(name);
            return path.isAbsolute() && Files.isExecutable(path);
        } catch (InvalidPathException _) {
            return false;
        }
    }

    /// What another terminal says of itself does not hold in this one.
    private static Map<String, String> variables(Map<String, String> inherited) {
        var variables = new HashMap<>(inherited);
        variables.keySet().removeAll(List.of("COLUMNS", "LINES", "TERM_PROGRAM", "TERMCAP"));
        variables.put("TERM", TYPE);
        variables.put("COLORTERM", "truecolor");
        return variables;
    }

    private void awaitEnd() {
        try {
            end.complete(new TerminalEnd.Exited(process.waitFor()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            end.complete(new TerminalEnd.Ended());
        }
    }

    @Override
    public int read(byte[] into) throws IOException {
        return in.read(into);
    }

    @Override
    public void write(byte[] typed) throws IOException {
        synchronized (out) {
            out.write(typed);
            out.flush();
        }
    }

    @Override
    public void resize(TerminalSize size) throws IOException {
        try {
            process.setWinSize(new WinSize(size.columns(), size.rows()));
        } catch (IllegalStateException e) { // it has ended meanwhile
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public Work work() {
        if (!isShell) {
            return process.isAlive() ? Work.UNKNOWN : Work.NONE;
        }
        boolean hasStarted =
                process.isAlive()
                        && ProcessHandle.of(process.pid())
                                .filter(it -> it.children().findAny().isPresent())
                                .isPresent();
        return hasStarted ? Work.RUNS : Work.NONE;
    }

    @Override
    public CompletionStage<TerminalEnd> end() {
        return end.minimalCompletionStage();
    }

    @Override
    public void close() {
        PipeThread.start("terminal-" + process.pid() + "-hangup", this::hangUp);
    }

    private void hangUp() {
        if (process instanceof UnixPtyProcess unix) {
            unix.hangup();
        } else {
            process.destroy();
        }
        try {
            end.get(HANGUP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException _) {
            process.destroyForcibly();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        closeStreams();
    }

    private void closeStreams() {
        try {
            in.close();
            out.close();
        } catch (IOException e) {
            LOG.debug("closing a terminal: {}", e.toString());
        }
    }
}
