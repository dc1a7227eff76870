package org.cellist.kernel.runtime;

import java.util.List;
import org.cellist.kernel.runtime.accelerator.GpuLook;
import org.jspecify.annotations.Nullable;

/// One look at a machine where kernels run.
///
/// @param gpus null where nobody has looked at them
/// @param kernels what those that are known there take; none where nobody has looked
///
/// Immutable.
public record MachineLook(MachineLoad load, @Nullable GpuLook gpus, List<KernelUse> kernels) {

    public MachineLook {
        kernels = List.copyOf(kernels);
    }

    /// What a kernel takes with all that it started. What is not known is negative.
    ///
    /// @param kernel the machine's id of it
    /// @param notebook the name of what it runs for; may be empty
    /// @param gpuBytes of all GPUs together
    ///
    /// Immutable.
    public record KernelUse(String kernel, String notebook, long memoryBytes, long gpuBytes) {}
}
