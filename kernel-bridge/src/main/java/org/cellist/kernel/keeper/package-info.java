/// The keeper: a small background process that owns kernels and records what they say, so that
/// they outlive the window. See docs/decisions/0100.
///
/// Both sides are here. Cellist's begins at [Keepers], which finds the keeper or starts one, and
/// [KeptKernel]; the keeper's own at [KeeperMain] and [Keeper]. What goes between them is of
/// `kernel.recording`; what is recorded is a [KernelLog]. Each connection has one virtual thread
/// that reads it.
@NullMarked
package org.cellist.kernel.keeper;

import org.jspecify.annotations.NullMarked;
