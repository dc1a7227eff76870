package org.cellist.kernel.runtime.host;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a machine has, at one look.
///
/// @param kernelspecs the closest to the person first: own environments, then the machine's
/// @param accelerators in the order of their numbers
/// @param kernels those that Cellist has started there and that still run
/// @param bare the interpreter that can get ipykernel, where no kernelspec is for Python; null
///     otherwise
///
/// Immutable.
public record HostListing(
        List<HostKernelspec> kernelspecs,
        List<Accelerator> accelerators,
        List<HostKernel> kernels,
        @Nullable HostPython bare) {

    public HostListing {
        kernelspecs = List.copyOf(kernelspecs);
        accelerators = List.copyOf(accelerators);
        kernels = List.copyOf(kernels);
    }
}
