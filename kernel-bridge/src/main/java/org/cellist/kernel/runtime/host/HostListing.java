package org.cellist.kernel.runtime.host;

import java.util.List;
import org.cellist.kernel.runtime.accelerator.GpuLook;
import org.jspecify.annotations.Nullable;

/// What a machine has, at one look.
///
/// @param kernelspecs the closest to the person first: own environments, then the machine's
/// @param tpus what each TPU is called, such as `TPU v5litepod-8`
/// @param kernels those that Cellist has started there and that still run
/// @param bare the interpreter that can get ipykernel, where no kernelspec is for Python; null
///     otherwise
///
/// Immutable.
public record HostListing(
        List<HostKernelspec> kernelspecs,
        GpuLook gpus,
        List<String> tpus,
        List<HostKernel> kernels,
        @Nullable HostPython bare) {

    public HostListing {
        kernelspecs = List.copyOf(kernelspecs);
        tpus = List.copyOf(tpus);
        kernels = List.copyOf(kernels);
    }
}
