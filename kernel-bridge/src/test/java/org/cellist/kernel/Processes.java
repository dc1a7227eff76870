package org.cellist.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    /// Returns those that were started with a variable.
    ///
    /// @param variable as `NAME=` or `NAME=value`, and a zero byte for all of it
    static List<ProcessHandle> with(String variable) throws IOException {
        try (var processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(it -> it.getFileName().toString().matches("\\d+"))
                    .filter(it -> has(it, variable))
                    .map(it -> Long.parseLong(it.getFileName().toString()))
                    .flatMap(it -> ProcessHandle.of(it).stream())
                    .toList();
        }
    }

    private static boolean has(Path process, String variable) {
        try {
            var env = Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1);
            return ("\0" + env).contains("\0" + variable);
        } catch (IOException _) {
            return false; // it has ended
        }
    }

    /// A process that nobody waits for has ended all the same.
    private static boolean isZombie(long id) throws IOException {
        var state = Path.of("/proc", Long.toString(id), "stat");
        return !Files.exists(state) || Files.readString(state).contains(") Z ");
    }
}
