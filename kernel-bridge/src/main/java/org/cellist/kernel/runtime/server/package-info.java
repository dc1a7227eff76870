/// Talks to Jupyter servers: asks what they have, starts, joins, interrupts and ends their
/// kernels.
///
/// Start at [JupyterServers]; [ColabRuntimes] gets servers from Colab. Secrets go to a
/// server's own origin only; see docs/decisions/0105.
@NullMarked
package org.cellist.kernel.runtime.server;

import org.jspecify.annotations.NullMarked;
