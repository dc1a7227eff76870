package org.cellist.kernel.runtime.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.cellist.kernel.runtime.discovery.Host;

/// A program that goes on when the one that started it has ended: in a session of its own, so that
/// no Ctrl+C and no closed terminal reaches it. Immutable.
public final class DetachedProgram {

    private DetachedProgram() {}

    /// Starts it.
    ///
    /// @param folder where it runs
    /// @param errors the file that its errors are written to
    public static Process start(List<String> command, Path folder, Path errors) throws IOException {
        var host = Host.current(System.getenv());
        var builder =
                new ProcessBuilder(new Supervision(host).inNewGroup(command))
                        .directory(folder.toFile())
                        .redirectError(errors.toFile());
        // Else glibc takes memory for each thread that ever asked for some, and keeps it.
        builder.environment().put("MALLOC_ARENA_MAX", "1");
        return builder.start();
    }
}
