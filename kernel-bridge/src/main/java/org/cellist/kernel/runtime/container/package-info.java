/// Containers and distributions of the Windows Subsystem for Linux: finds them, and enters them by
/// the programs of their engines, without a shell of this machine in between.
///
/// Start at [Containers].
@NullMarked
package org.cellist.kernel.runtime.container;

import org.jspecify.annotations.NullMarked;
