/// Runs cells: a visible queue, and the outputs as they come.
///
/// Start at [ExecutionQueue]. Confined to the notebook's owner; outputs arrive on the kernel
/// client's thread and are handed over once per pulse.
@NullMarked
package org.cellist.app.execution;

import org.jspecify.annotations.NullMarked;
