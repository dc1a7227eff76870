/// Jupyter servers as values: where one is, how one logs in, what it has, what went wrong.
///
/// Start at [ServerAddress]. What talks to servers is `runtime.server`.
@NullMarked
package org.cellist.kernel.runtime.jupyter;

import org.jspecify.annotations.NullMarked;
