package org.cellist.kernel.runtime.server;

import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerLogin;

/// What a person has told us about servers: how to log in, and whether others may read along.
///
/// A port: the application keeps it. May block, as a keychain does.
///
/// Thread-safe.
public interface ServerKeys {

    /// Knows none.
    ServerKeys NONE =
            new ServerKeys() {
                @Override
                public ServerLogin login(ServerAddress server) {
                    return new ServerLogin.None();
                }

                @Override
                public boolean mayGoPlain(ServerAddress server) {
                    return false;
                }
            };

    ServerLogin login(ServerAddress server);

    /// Returns whether a person agreed to send secrets and code to that server without
    /// encryption.
    boolean mayGoPlain(ServerAddress server);
}
