/// Jupyter servers as values: where one is, how one logs in, what it has, what went wrong; those of
/// a JupyterHub and of Colab, too.
///
/// Start at [ServerAddress]. What talks to servers is `runtime.server`.
@NullMarked
package org.cellist.kernel.runtime.jupyter;

import org.jspecify.annotations.NullMarked;
