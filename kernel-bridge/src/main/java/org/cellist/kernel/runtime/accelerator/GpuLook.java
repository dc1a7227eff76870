package org.cellist.kernel.runtime.accelerator;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What one look at a machine's GPUs found.
///
/// @param processes who takes their memory, where the driver tells
/// @param driver its version as its maker writes it; empty where it is not known
/// @param problem why there may be more than was found; null where all was found
///
/// Immutable.
public record GpuLook(
        List<Gpu> gpus, List<GpuProcess> processes, String driver, @Nullable GpuProblem problem) {

    /// There is no driver.
    public static final GpuLook NONE = failed(GpuProblem.of(GpuProblem.Kind.NO_DRIVER));

    public GpuLook {
        gpus = List.copyOf(gpus);
        processes = List.copyOf(processes);
    }

    /// Nothing was found, for that reason.
    public static GpuLook failed(GpuProblem problem) {
        return new GpuLook(List.of(), List.of(), "", problem);
    }

    /// Returns what these processes together take of all GPUs, in bytes; negative where no GPU
    /// tells, or not of each of them.
    public long bytesOf(Set<Long> processIds) {
        if (gpus.isEmpty()) {
            return -1;
        }
        var taken = processes.stream().filter(it -> processIds.contains(it.processId())).toList();
        boolean isKnown = taken.stream().allMatch(it -> it.bytes() >= 0);
        return isKnown ? taken.stream().mapToLong(GpuProcess::bytes).sum() : -1;
    }

    /// Returns this with the capabilities that are known of GPUs by their ids.
    public GpuLook withCapabilities(Map<String, String> known) {
        var all =
                gpus.stream()
                        .map(it -> it.withCapability(known.getOrDefault(it.id(), it.capability())))
                        .toList();
        return new GpuLook(all, processes, driver, problem);
    }

    /// Returns this with another maker's GPUs behind its own. What is found says more than what
    /// is not: a problem counts only where it is the more telling one.
    public GpuLook and(GpuLook other) {
        return new GpuLook(
                Stream.concat(gpus.stream(), other.gpus.stream()).toList(),
                Stream.concat(processes.stream(), other.processes.stream()).toList(),
                driver.isEmpty() ? other.driver : driver,
                telling(gpus.isEmpty() && other.gpus.isEmpty(), problem, other.problem));
    }

    private static @Nullable GpuProblem telling(
            boolean isEmpty, @Nullable GpuProblem one, @Nullable GpuProblem other) {
        boolean saysOne = one != null && one.kind() != GpuProblem.Kind.NO_DRIVER;
        boolean saysOther = other != null && other.kind() != GpuProblem.Kind.NO_DRIVER;
        if (saysOne || !saysOther) {
            return saysOne || isEmpty ? one : null;
        }
        return other;
    }
}
