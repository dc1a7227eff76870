package org.cellist.app.server;

import java.util.List;
import org.cellist.app.settings.KnownServer;
import org.cellist.app.settings.SettingsStore;
import org.cellist.kernel.runtime.host.SshHost;

/// The machines that a person added to be reached over SSH. Nothing secret is known of them.
///
/// Thread-safe.
public final class KnownMachines {

    private final SettingsStore settings;

    public KnownMachines(SettingsStore settings) {
        this.settings = settings;
    }

    /// Returns them in the order in which they were added.
    public List<SshHost> all() {
        return settings.current().servers().known().stream()
                .filter(KnownServer::isSsh)
                .flatMap(it -> SshHost.parse(it.address()).stream())
                .toList();
    }

    /// Keeps a machine.
    public void add(SshHost host) {
        var known = new KnownServer(KnownServer.SSH + host, false);
        settings.update(it -> it.withServers(it.servers().with(known)));
    }

    /// Forgets a machine, and what ran there.
    public void forget(SshHost host) {
        settings.update(it -> it.withServers(it.servers().without(KnownServer.SSH + host)));
    }
}
