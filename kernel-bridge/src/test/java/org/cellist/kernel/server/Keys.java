package org.cellist.kernel.server;

import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerLogin;
import org.cellist.kernel.runtime.server.ServerKeys;

/// One login for every server. Thread-safe.
public final class Keys implements ServerKeys {

    private volatile ServerLogin login;

    public Keys(ServerLogin login) {
        this.login = login;
    }

    public void set(ServerLogin newLogin) {
        login = newLogin;
    }

    @Override
    public ServerLogin login(ServerAddress server) {
        return login;
    }

    @Override
    public boolean mayGoPlain(ServerAddress server) {
        return false;
    }
}
