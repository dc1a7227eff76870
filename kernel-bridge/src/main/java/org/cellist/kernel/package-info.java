/// The kernel bridge's entry.
///
/// Start at [KernelBridge], which builds everything else; nothing inside the module imports it.
@NullMarked
package org.cellist.kernel;

import org.jspecify.annotations.NullMarked;
