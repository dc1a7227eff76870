package org.cellist.app;

import java.util.function.BooleanSupplier;
import org.cellist.app.server.KnownServers;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerLogin;
import org.cellist.kernel.runtime.server.ColabRuntimes;
import org.cellist.kernel.runtime.server.ServerKeys;

/// How one logs in to a server: one that a person added, as they said; any other one, where
/// Colab is configured, as one of Colab's runtimes, which shows nothing to a server that Colab
/// does not name.
///
/// @param isColabOn whether a person has configured it
///
/// Thread-safe.
record ColabKeys(KnownServers known, ColabRuntimes colab, BooleanSupplier isColabOn)
        implements ServerKeys {

    @Override
    public ServerLogin login(ServerAddress server) {
        return isColabs(server) ? colab.login(server) : known.login(server);
    }

    /// Returns whether a server is taken for one of Colab's.
    boolean isColabs(ServerAddress server) {
        return isColabOn.getAsBoolean() && !known.all().contains(server);
    }

    @Override
    public boolean mayGoPlain(ServerAddress server) {
        return known.mayGoPlain(server);
    }
}
