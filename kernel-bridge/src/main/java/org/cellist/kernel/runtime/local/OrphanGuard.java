package org.cellist.kernel.runtime.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ends a kernel when this program ends in any way, `kill -9` included.
///
/// A small `sh` waits on a pipe whose other end this program holds. When this program dies the
/// system closes the pipe, and the shell ends the kernel's process group: politely, then by
/// force.
/// ipykernel looks after itself when `JPY_PARENT_PID` is set; other kernels do not.
///
/// Thread-safe.
final class OrphanGuard implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanGuard.class);

    /// The form `kill -s NAME -- -GROUP` is the one that dash, bash and macOS's sh all take.
    /// `$1` is the kernel's process id, with a `-` before it when it leads a group of its own.
    private static final String SCRIPT =
            """
            trap '' INT TERM HUP
            read -r word
            [ "$word" = done ] && exit 0
            kill -s TERM -- "$1" 2>/dev/null
            for _ in 1 2 3 4 5 6 7 8 9 10; do
                kill -s 0 -- "$1" 2>/dev/null || exit 0
                sleep 0.2
            done
            kill -s KILL -- "$1" 2>/dev/null
            """;

    private final Process shell;

    private OrphanGuard(Process shell) {
        this.shell = shell;
    }

    /// Starts the guard.
    ///
    /// @param target the process id, or its negative for a process group
    static OrphanGuard over(long target) throws IOException {
        var shell =
                new ProcessBuilder("/bin/sh", "-c", SCRIPT, "cellist-guard", Long.toString(target))
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        return new OrphanGuard(shell);
    }

    /// Sends the guard home; the kernel has ended.
    @Override
    public void close() {
        try (var pipe = shell.getOutputStream()) {
            pipe.write("done\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            LOG.debug("the guard has gone already", e);
        }
    }
}
