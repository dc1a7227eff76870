/// What this machine has and what kernels take of it.
///
/// Start at [MachineResources]. Its methods block.
@NullMarked
package org.cellist.app.session.machine;

import org.jspecify.annotations.NullMarked;
