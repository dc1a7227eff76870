package org.cellist.kernel.runtime.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.cellist.kernel.runtime.local.MachineReader.Memory;
import org.jspecify.annotations.Nullable;

/// What the control groups that we are in let us have of the memory: a container's limit, or a
/// cluster's. Kernels are started in the same ones. Version 2 alone.
///
/// Immutable.
final class CgroupMemory {

    private final Path proc;
    private final Path root;

    CgroupMemory(Path proc, Path root) {
        this.proc = proc;
        this.root = root;
    }

    /// Returns the tightest limit of our group and those around it; empty where there is none.
    Optional<Memory> read() {
        Memory tightest = null;
        for (var group = own(); group != null && group.startsWith(root); ) {
            var limit = limit(group);
            if (limit != null && (tightest == null || limit.free() < tightest.free())) {
                tightest = limit;
            }
            group = group.getParent();
        }
        return Optional.ofNullable(tightest);
    }

    /// `0::/user.slice/…`; inside a container `0::/`.
    private @Nullable Path own() {
        try (var lines = Files.lines(proc.resolve("self/cgroup"))) {
            var line = lines.filter(it -> it.startsWith("0::/")).findFirst();
            return line.map(it -> root.resolve(it.substring(4)).normalize()).orElse(null);
        } catch (IOException _) {
            return null; // another system
        }
    }

    private static @Nullable Memory limit(Path group) {
        try {
            var most = Files.readString(group.resolve("memory.max")).strip();
            if (most.equals("max")) {
                return null;
            }
            long bytes = Long.parseLong(most);
            long taken = Long.parseLong(Files.readString(group.resolve("memory.current")).strip());
            long used = Math.max(0, taken - cached(group));
            return new Memory(bytes, Math.max(0, bytes - used));
        } catch (IOException | NumberFormatException _) {
            return null; // the root group, or one of version 1
        }
    }

    /// Files that were read once, and can be dropped at any time.
    private static long cached(Path group) throws IOException {
        try (var lines = Files.lines(group.resolve("memory.stat"))) {
            return lines.filter(it -> it.startsWith("inactive_file "))
                    .mapToLong(it -> Long.parseLong(it.substring("inactive_file ".length())))
                    .findFirst()
                    .orElse(0);
        }
    }
}
