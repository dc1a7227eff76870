package org.cellist.kernel.runtime.container;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.cellist.kernel.runtime.discovery.Host;
import org.cellist.kernel.runtime.host.Container;
import org.cellist.kernel.runtime.host.NearbyHosts;
import org.cellist.kernel.runtime.host.WslDistribution;
import org.cellist.kernel.runtime.hosted.Doors;

/// The containers of this machine, and its distributions of the Windows Subsystem for Linux: which
/// there are, and the ways into them. Nothing is started that does not run, but for a distribution
/// that somebody enters.
///
/// Thread-safe.
public final class Containers {

    private final Entrance entrance;
    private final Doors<Container, ?> containers;
    private final Doors<WslDistribution, ?> distributions;

    /// Asks nobody yet.
    ///
    /// @param here where the programs of the engines are
    public Containers(Host here) {
        entrance = new Entrance(here);
        containers =
                new Doors<Container, EnteredConnection>(
                        (host, _) -> EnteredConnection.open(entrance, host));
        distributions =
                new Doors<WslDistribution, EnteredConnection>(
                        (host, _) -> EnteredConnection.open(entrance, host));
    }

    /// Returns those of a machine that has none.
    public static Containers none() {
        var nowhere = Path.of("/nowhere").toAbsolutePath();
        return new Containers(
                new Host(Host.Os.current(), nowhere, nowhere, Map.of(), Set.of(), false));
    }

    /// Returns those that a machine with these variables has.
    public static Containers of(Map<String, String> env) {
        return new Containers(Host.current(env));
    }

    /// Returns which there are; none where nothing runs them. Blocks for some seconds at most.
    public NearbyHosts nearby() throws InterruptedException {
        return new HostLists(entrance).nearby();
    }

    /// Returns the ways into containers.
    public Doors<Container, ?> containers() {
        return containers;
    }

    /// Returns the ways into distributions.
    public Doors<WslDistribution, ?> distributions() {
        return distributions;
    }
}
