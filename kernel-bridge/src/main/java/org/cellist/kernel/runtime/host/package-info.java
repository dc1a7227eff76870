/// Machines that are reached over SSH as values: which one, what it has, what it asks, what went
/// wrong.
///
/// Start at [SshHost]. What talks to them is `runtime.ssh`.
@NullMarked
package org.cellist.kernel.runtime.host;

import org.jspecify.annotations.NullMarked;
