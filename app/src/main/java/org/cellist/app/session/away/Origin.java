package org.cellist.app.session.away;

import org.cellist.kernel.runtime.host.HostAddress;
import org.cellist.kernel.runtime.jupyter.ServerAddress;

/// Where the file lies of which there is a copy here. Immutable.
///
/// @param place tells a machine or server from all others
/// @param path its path there
public record Origin(String place, String path) {

    /// Returns what tells a machine over SSH, or a container, from all other places.
    public static String place(HostAddress host) {
        return host.uri();
    }

    /// Returns what tells a Jupyter server from all other places.
    public static String place(ServerAddress server) {
        return server.toString();
    }
}
