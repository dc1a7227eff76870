/// The ways to a kernel: sending on shell, control and stdin, receiving on shell, iopub, stdin
/// and control, and the heartbeat, whatever carries them.
///
/// Start reading at `ConnectionInfo`, the address of one kernel.
@NullMarked
package org.cellist.kernel.channel;

import org.jspecify.annotations.NullMarked;
