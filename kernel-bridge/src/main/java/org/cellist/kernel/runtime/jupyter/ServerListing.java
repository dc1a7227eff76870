package org.cellist.kernel.runtime.jupyter;

import java.util.List;

/// What a Jupyter server has, at one look.
///
/// @param kernelspecs the server's default first
///
/// Immutable.
public record ServerListing(List<ServerKernelspec> kernelspecs, List<ServerKernel> kernels) {

    public ServerListing {
        kernelspecs = List.copyOf(kernelspecs);
        kernels = List.copyOf(kernels);
    }
}
