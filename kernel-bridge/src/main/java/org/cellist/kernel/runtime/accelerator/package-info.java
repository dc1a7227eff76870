/// What computes besides the CPU, and what programs say about it. Only values and readers of texts:
/// whoever runs the programs, here or on another machine, hands their answers in.
///
/// Start at [GpuLook]. No threads, no processes.
@NullMarked
package org.cellist.kernel.runtime.accelerator;

import org.jspecify.annotations.NullMarked;
