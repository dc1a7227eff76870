package org.cellist.app.session.machine;

import java.time.Duration;
import java.util.List;
import org.cellist.kernel.KernelBridge;
import org.cellist.kernel.runtime.KeptSession;
import org.cellist.kernel.runtime.accelerator.GpuLook;

/// The kernels that outlive windows, with what they take of the machine.
///
/// Thread-safe. Its methods block.
public final class KeptKernelList {

    private final KernelBridge bridge;

    public KeptKernelList(KernelBridge bridge) {
        this.bridge = bridge;
    }

    /// A kernel and what it takes with all that it started; negative where that is not known.
    /// Immutable.
    ///
    /// @param gpuBytes of all GPUs together
    public record Row(KeptSession kernel, long memoryBytes, long gpuBytes) {}

    /// Returns what there is now; nothing if the look was interrupted.
    ///
    /// @param gpus as they were found a moment ago
    public List<Row> rows(GpuLook gpus) {
        var kept = bridge.kept();
        if (kept.isEmpty()) {
            return List.of();
        }
        try {
            return kept.get().sessions().stream().map(kernel -> row(kernel, gpus)).toList();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private Row row(KeptSession kernel, GpuLook gpus) {
        var tree = bridge.resources().tree(kernel.processId());
        return new Row(kernel, bridge.resources().memoryBytes(tree), gpus.bytesOf(tree));
    }

    /// Ends a kernel, by force if it does not end in that time.
    public void stop(String id, Duration patience) throws InterruptedException {
        var kept = bridge.kept();
        if (kept.isPresent()) {
            kept.get().stop(id, patience);
        }
    }

    /// Ends a kernel that no window has, and starts another in its place.
    public void restart(String id, Duration patience) throws InterruptedException {
        var kept = bridge.kept();
        if (kept.isPresent()) {
            kept.get().restart(id, patience);
        }
    }
}
