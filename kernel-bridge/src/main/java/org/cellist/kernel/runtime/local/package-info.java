/// Kernels of this machine: finding them without running anything, starting, ending.
///
/// Start at [LocalKernels] and [KernelLauncher]. Blocking; call on virtual threads.
@NullMarked
package org.cellist.kernel.runtime.local;

import org.jspecify.annotations.NullMarked;
