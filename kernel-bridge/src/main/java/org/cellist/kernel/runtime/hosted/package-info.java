/// Kernels that have a holder where they run: on machines over SSH, in containers, in
/// distributions of the Windows Subsystem for Linux. What happens there is done by a program that
/// comes with each conversation; how it gets there is a [HostConnection]'s business.
///
/// Start at [Hosts].
@NullMarked
package org.cellist.kernel.runtime.hosted;

import org.jspecify.annotations.NullMarked;
