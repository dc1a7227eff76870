package org.cellist.kernel.runtime.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What processes take of the memory. Immutable.
public final class ProcessMemory {

    private static final String RESIDENT = "VmRSS:";
    private static final long UNKNOWN = -1;

    private ProcessMemory() {}

    /// Returns what these processes have in memory, pages that they share counted once for each;
    /// negative where the system does not say so in a file, as Linux does.
    public static long of(Set<Long> processIds) {
        return processIds.stream()
                .mapToLong(ProcessMemory::resident)
                .reduce(UNKNOWN, (sum, each) -> each < 0 ? sum : Math.max(0, sum) + each);
    }

    /// Returns a process and all that it started; nothing if it has ended.
    public static Set<Long> tree(long processId) {
        return ProcessHandle.of(processId).stream()
                .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
    }

    private static long resident(long processId) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(processId), "status"))) {
            return lines.filter(line -> line.startsWith(RESIDENT))
                    .mapToLong(ProcessMemory::bytes)
                    .findFirst()
                    .orElse(UNKNOWN);
        } catch (IOException | UncheckedIOException _) {
            return UNKNOWN; // it has ended, or this is another system
        }
    }

    private static long bytes(String line) {
        var number = line.substring(RESIDENT.length()).replace("kB", "").strip();
        return Long.parseLong(number) << 10;
    }
}
