package org.cellist.app.session;

import java.time.Duration;
import java.util.List;
import org.cellist.kernel.KernelBridge;
import org.cellist.kernel.runtime.KeptSession;

/// The kernels that outlive windows, with what they take of the machine.
///
/// Thread-safe. Its methods block.
public final class KeptKernelList {

    private final KernelBridge bridge;

    public KeptKernelList(KernelBridge bridge) {
        this.bridge = bridge;
    }

    /// A kernel and its memory. Immutable.
    ///
    /// @param memoryBytes with all that it started; negative where that is not known
    public record Row(KeptSession kernel, long memoryBytes) {}

    /// Returns what there is now; nothing if the look was interrupted.
    public List<Row> rows() {
        var kept = bridge.kept();
        if (kept.isEmpty()) {
            return List.of();
        }
        try {
            return kept.get().sessions().stream()
                    .map(kernel -> new Row(kernel, kept.get().memoryBytes(kernel)))
                    .toList();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /// Ends a kernel, by force if it does not end in that time.
    public void stop(String id, Duration patience) {
        bridge.kept()
                .ifPresent(
                        kept -> {
                            try {
                                kept.stop(id, patience);
                            } catch (InterruptedException _) {
                                Thread.currentThread().interrupt();
                            }
                        });
    }
}
