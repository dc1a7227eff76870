/// Reaches machines over SSH, finds kernels there and runs them.
///
/// Start at [SshHosts]. Only this package knows Apache MINA SSHD.
@NullMarked
package org.cellist.kernel.runtime.ssh;

import org.jspecify.annotations.NullMarked;
