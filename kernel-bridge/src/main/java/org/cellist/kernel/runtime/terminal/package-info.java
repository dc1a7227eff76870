/// Programs in terminals, wherever they run.
///
/// Start at [Terminal]. Those of this machine, of machines over SSH and of Jupyter servers are
/// made by the packages that know the way there.
@NullMarked
package org.cellist.kernel.runtime.terminal;

import org.jspecify.annotations.NullMarked;
