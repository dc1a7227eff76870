/// Starts kernels as processes of this machine, watches them, and leaves none behind.
///
/// Start reading at `LocalLauncher`; `Supervision` explains why a killed Cellist leaves no
/// kernel. One virtual thread per kernel reads what it writes, another waits for its end.
@NullMarked
package org.cellist.kernel.runtime.local;

import org.jspecify.annotations.NullMarked;
