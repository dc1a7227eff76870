package org.cellist.app;

import java.util.List;
import org.cellist.app.server.KnownServers;
import org.cellist.app.ui.runtime.ServerSource;
import org.cellist.kernel.ServerBridge;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.jupyter.ServerListing;
import org.cellist.kernel.runtime.jupyter.ServerLogin;

/// The Jupyter servers of this person, as the picker sees them.
///
/// Thread-safe.
record BridgeServers(ServerBridge bridge, KnownServers known) implements ServerSource {

    @Override
    public List<ServerAddress> servers() {
        return known.all();
    }

    @Override
    public ServerAnswer<ServerListing> look(ServerAddress server) throws InterruptedException {
        return bridge.look(server);
    }

    @Override
    public ServerAnswer<ServerListing> add(
            ServerAddress server, ServerLogin login, boolean mayGoPlain)
            throws InterruptedException {
        var answer = bridge.tryOut(server, login, mayGoPlain);
        if (answer instanceof ServerAnswer.Given) {
            known.add(server, login, mayGoPlain);
        }
        return answer;
    }

    @Override
    public boolean keepsSecrets() {
        return known.keepsSecrets();
    }

    @Override
    public void forget(ServerAddress server) {
        known.forget(server);
    }

    @Override
    public void end(ServerAddress server, String kernel) throws InterruptedException {
        bridge.end(server, kernel);
    }
}
