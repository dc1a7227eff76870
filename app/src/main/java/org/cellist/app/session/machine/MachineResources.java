package org.cellist.app.session.machine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.cellist.app.session.machine.KeptKernelList.Row;
import org.cellist.kernel.KernelBridge;
import org.cellist.kernel.LocalResources;
import org.cellist.kernel.runtime.MachineLoad;
import org.cellist.kernel.runtime.accelerator.GpuLook;

/// What this machine has, and what notebooks take of it.
///
/// Thread-safe. Its methods block; an interrupted look has found nothing.
public final class MachineResources {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final KernelBridge bridge;
    private final KeptKernelList kernels;

    public MachineResources(KernelBridge bridge) {
        this.bridge = bridge;
        this.kernels = new KeptKernelList(bridge);
    }

    /// One look. Immutable.
    public record Sample(MachineLoad load, GpuLook gpus, List<Row> kernels) {
        public Sample {
            kernels = List.copyOf(kernels);
        }
    }

    /// Looks at everything.
    ///
    /// @param folder whose disk is meant
    public Sample sample(Path folder) {
        var gpus = gpus();
        return new Sample(machine().load(folder), gpus, kernels.rows(gpus));
    }

    /// Looks at the GPUs.
    public GpuLook gpus() {
        try {
            return machine().gpus(FRESH);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return GpuLook.NONE;
        }
    }

    /// Looks at the memory alone, which costs next to nothing.
    public MachineLoad memory() {
        return machine().memory();
    }

    /// Looks at what kernels take.
    public List<Row> kernels(GpuLook gpus) {
        return kernels.rows(gpus);
    }

    private LocalResources machine() {
        return bridge.resources();
    }
}
