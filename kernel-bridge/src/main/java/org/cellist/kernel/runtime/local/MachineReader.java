package org.cellist.kernel.runtime.local;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.cellist.kernel.runtime.MachineLoad;
import org.jspecify.annotations.Nullable;

/// Reads how busy and how full this machine is: from `/proc` on Linux, in two files of a page
/// each; from the Java machine elsewhere.
///
/// Thread-safe.
public final class MachineReader {

    private static final long UNKNOWN = -1;

    private final Path proc;
    private final CgroupMemory limit;
    private @Nullable Ticks before; // guarded by this

    /// This machine.
    public MachineReader() {
        this(Path.of("/proc"), Path.of("/sys/fs/cgroup"));
    }

    MachineReader(Path proc, Path cgroups) {
        this.proc = proc;
        this.limit = new CgroupMemory(proc, cgroups);
    }

    /// What the processors have done since the machine was started, in hundredths of seconds.
    private record Ticks(long all, long idle) {}

    /// Reads. The first look knows nothing of the processors, later ones what they did since.
    ///
    /// @param folder whose disk is meant
    public synchronized MachineLoad read(Path folder) {
        var memory = memory();
        long disk = UNKNOWN;
        long diskFree = UNKNOWN;
        try {
            var store = Files.getFileStore(folder);
            disk = store.getTotalSpace();
            diskFree = store.getUsableSpace();
        } catch (IOException _) {
            // the folder is gone, or its disk is
        }
        return new MachineLoad(
                cpu(),
                Runtime.getRuntime().availableProcessors(),
                memory.bytes(),
                memory.free(),
                disk,
                diskFree);
    }

    /// Reads the memory alone.
    public Memory memory() {
        var whole = ofMachine();
        return limit.read()
                .filter(it -> it.bytes() < whole.bytes() || whole.bytes() < 0)
                .map(it -> new Memory(it.bytes(), Math.min(it.free(), positive(whole.free()))))
                .orElse(whole);
    }

    /// What programs may use, and what of that can still be had, in bytes; negative where that is
    /// not known. Immutable.
    public record Memory(long bytes, long free) {}

    private static long positive(long bytes) {
        return bytes < 0 ? Long.MAX_VALUE : bytes;
    }

    private Memory ofMachine() {
        long total = UNKNOWN;
        long available = UNKNOWN;
        try (var lines = Files.lines(proc.resolve("meminfo"))) {
            for (var line : lines.limit(5).toList()) {
                if (line.startsWith("MemTotal:")) {
                    total = kilobytes(line);
                } else if (line.startsWith("MemAvailable:")) {
                    available = kilobytes(line);
                }
            }
            return new Memory(total, available);
        } catch (IOException _) {
            var system = system();
            return system == null
                    ? new Memory(UNKNOWN, UNKNOWN)
                    : new Memory(system.getTotalMemorySize(), system.getFreeMemorySize());
        }
    }

    private static long kilobytes(String line) {
        var digits = line.replaceAll("\\D", "");
        return digits.isEmpty() ? UNKNOWN : Long.parseLong(digits) << 10;
    }

    private double cpu() {
        var now = ticks();
        if (now.isEmpty()) {
            var system = system();
            return system == null ? UNKNOWN : system.getCpuLoad();
        }
        var earlier = before;
        before = now.get();
        long all = earlier == null ? 0 : now.get().all() - earlier.all();
        return earlier == null || all <= 0
                ? UNKNOWN
                : Math.clamp(1 - (now.get().idle() - earlier.idle()) / (double) all, 0.0, 1.0);
    }

    /// `cpu user nice system idle iowait irq softirq steal …`; what guests took is in `user` too.
    private Optional<Ticks> ticks() {
        try (var lines = Files.lines(proc.resolve("stat"))) {
            var first = lines.findFirst().orElse("").strip().split("\\s+", -1);
            if (!first[0].equals("cpu") || first.length < 6) {
                return Optional.empty();
            }
            long all = 0;
            for (int i = 1; i < Math.min(first.length, 9); i++) {
                all += Long.parseLong(first[i]);
            }
            return Optional.of(new Ticks(all, Long.parseLong(first[4]) + Long.parseLong(first[5])));
        } catch (IOException | NumberFormatException _) {
            return Optional.empty(); // another system
        }
    }

    private static @Nullable OperatingSystemMXBean system() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean it
                ? it
                : null;
    }
}
