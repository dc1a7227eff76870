/// Looks at the GPUs of this machine: runs the drivers' programs, and asks CUDA's driver in a
/// process of its own, so that no driver that is missing, crashes or hangs harms ours.
///
/// Start at [LocalGpus]. Its methods block.
@NullMarked
package org.cellist.kernel.runtime.local.gpu;

import org.jspecify.annotations.NullMarked;
