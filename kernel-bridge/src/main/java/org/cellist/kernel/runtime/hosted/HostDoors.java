package org.cellist.kernel.runtime.hosted;

import org.cellist.kernel.runtime.host.Container;
import org.cellist.kernel.runtime.host.HostAddress;
import org.cellist.kernel.runtime.host.SshHost;
import org.cellist.kernel.runtime.host.WslDistribution;

/// The ways into hosts of every kind.
///
/// Thread-safe.
public record HostDoors(
        Doors<SshHost, ?> machines,
        Doors<Container, ?> containers,
        Doors<WslDistribution, ?> distributions)
        implements AutoCloseable {

    Door<?> door(HostAddress host) {
        return switch (host) {
            case SshHost machine -> machines.door(machine);
            case Container container -> containers.door(container);
            case WslDistribution distribution -> distributions.door(distribution);
        };
    }

    boolean isOpen(HostAddress host) {
        return switch (host) {
            case SshHost machine -> machines.isOpen(machine);
            case Container container -> containers.isOpen(container);
            case WslDistribution distribution -> distributions.isOpen(distribution);
        };
    }

    void forget(HostAddress host) {
        switch (host) {
            case SshHost machine -> machines.forget(machine);
            case Container container -> containers.forget(container);
            case WslDistribution distribution -> distributions.forget(distribution);
        }
    }

    @Override
    public void close() {
        machines.close();
        containers.close();
        distributions.close();
    }
}
