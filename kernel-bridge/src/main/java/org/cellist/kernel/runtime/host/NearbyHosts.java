package org.cellist.kernel.runtime.host;

import java.util.List;
import org.cellist.kernel.runtime.host.Container.Engine;

/// The containers and distributions of this machine, at one look.
///
/// @param hosts in the order in which their programs tell them
/// @param forbidden the engines that run and do not let this person in
///
/// Immutable.
public record NearbyHosts(List<NearbyHost> hosts, List<Engine> forbidden) {

    /// A machine without any.
    public static final NearbyHosts NONE = new NearbyHosts(List.of(), List.of());

    public NearbyHosts {
        hosts = List.copyOf(hosts);
        forbidden = List.copyOf(forbidden);
    }
}
