package org.cellist.app.ui.workbench.port;

import org.cellist.kernel.runtime.host.HostAddress;
import org.cellist.kernel.runtime.jupyter.ServerAddress;

/// A machine where kernels and terminals run. Immutable.
public sealed interface Place {

    /// Returns what people call it; empty for this machine.
    default String name() {
        return switch (this) {
            case Here _ -> "";
            case OnHost(var host) -> host.name();
            case OnServer(var server) -> server.shown();
        };
    }

    /// This machine.
    record Here() implements Place {}

    /// A machine that is reached over SSH.
    record OnHost(HostAddress host) implements Place {}

    /// Wherever a Jupyter server is.
    record OnServer(ServerAddress server) implements Place {}
}
