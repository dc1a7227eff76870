package org.cellist.app;

import java.util.List;
import java.util.function.Consumer;
import org.cellist.app.server.KnownServers;
import org.cellist.app.ui.runtime.ServerSource;
import org.cellist.kernel.ServerBridge;
import org.cellist.kernel.runtime.jupyter.HubProgress;
import org.cellist.kernel.runtime.jupyter.ReachedServer;
import org.cellist.kernel.runtime.jupyter.ServerAccess;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.jupyter.ServerKernel;
import org.cellist.kernel.runtime.jupyter.ServerListing;

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
    public ServerAnswer<ReachedServer> add(
            ServerAddress server, ServerAccess access, Consumer<HubProgress> told)
            throws InterruptedException {
        var answer = bridge.tryOut(server, access, told);
        if (answer instanceof ServerAnswer.Given(var reached)) {
            known.add(reached.address(), access.login(), access.mayGoPlain());
        }
        return answer;
    }

    @Override
    public ServerAnswer<ServerAddress> start(ServerAddress server, Consumer<HubProgress> told)
            throws InterruptedException {
        return bridge.start(server, told);
    }

    @Override
    public ServerAnswer<ServerAddress> stop(ServerAddress server) throws InterruptedException {
        return bridge.stop(server);
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
    public ServerAnswer<List<ServerKernel>> kernels(ServerAddress server)
            throws InterruptedException {
        return bridge.kernels(server);
    }

    @Override
    public void restart(ServerAddress server, String kernel) throws InterruptedException {
        bridge.startAgain(server, kernel);
    }

    @Override
    public void end(ServerAddress server, String kernel) throws InterruptedException {
        bridge.end(server, kernel);
    }
}
