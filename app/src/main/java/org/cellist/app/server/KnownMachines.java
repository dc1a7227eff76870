package org.cellist.app.server;

import java.util.List;
import org.cellist.app.settings.KnownServer;
import org.cellist.app.settings.SettingsStore;
import org.cellist.kernel.runtime.host.HostAddress;

/// The machines that a person added to be reached over SSH, and the containers and distributions
/// that were entered. Nothing secret is known of them.
///
/// Thread-safe.
public final class KnownMachines {

    private final SettingsStore settings;

    public KnownMachines(SettingsStore settings) {
        this.settings = settings;
    }

    /// Returns them in the order in which they were added.
    public List<HostAddress> all() {
        return settings.current().servers().known().stream()
                .filter(KnownServer::isHost)
                .flatMap(it -> HostAddress.read(it.address()).stream())
                .toList();
    }

    /// Keeps a machine.
    public void add(HostAddress host) {
        var known = new KnownServer(host.uri(), false);
        settings.update(it -> it.withServers(it.servers().with(known)));
    }

    /// Forgets a machine, and what ran there.
    public void forget(HostAddress host) {
        settings.update(it -> it.withServers(it.servers().without(host.uri())));
    }
}
