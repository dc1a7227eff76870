package org.cellist.kernel.runtime.server;

import java.time.Duration;
import org.cellist.kernel.runtime.jupyter.ServerAddress;

/// What opens the proxy in front of a Colab runtime for a while.
///
/// @param token for the server's own origin alone
/// @param lifetime counted from when it came
///
/// Immutable.
record ProxyPass(String token, Duration lifetime, ServerAddress server) {

    /// Leaves the token out, so that no log holds it.
    @Override
    public String toString() {
        return "ProxyPass[***, " + lifetime + ", " + server + "]";
    }
}
