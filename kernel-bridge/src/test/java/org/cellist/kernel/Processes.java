package org.cellist.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Looks at processes by their ids. Stateless.
final class Processes {

    private Processes() {}

    /// Waits up to half a minute for a process to end.
    static boolean ends(long id) throws Exception {
        var process = ProcessHandle.of(id);
        if (process.isEmpty()) {
            return true;
        }
        try {
            process.get().onExit().get(30, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException _) {
            return isZombie(id);
        }
    }

    /// A process that nobody waits for has ended all the same.
    private static boolean isZombie(long id) throws IOException {
        var state = Path.of("/proc", Long.toString(id), "stat");
        return !Files.exists(state) || Files.readString(state).contains(") Z ");
    }
}
