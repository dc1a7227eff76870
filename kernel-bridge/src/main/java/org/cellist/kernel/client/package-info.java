/// The client's side of one kernel: requests, their executions, and the kernel's state.
///
/// Start at [KernelClient]. Messages are routed by their parent header on one virtual thread.
@NullMarked
package org.cellist.kernel.client;

import org.jspecify.annotations.NullMarked;
