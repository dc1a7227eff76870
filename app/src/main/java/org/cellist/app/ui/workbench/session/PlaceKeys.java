package org.cellist.app.ui.workbench.session;

import java.util.Optional;
import org.cellist.app.session.away.Origin;
import org.cellist.app.settings.KnownServer;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.kernel.runtime.KernelRuntime;
import org.cellist.kernel.runtime.host.HostAddress;
import org.cellist.kernel.runtime.jupyter.ServerAddress;

/// Places as text, which a later run reads again.
///
/// Stateless.
final class PlaceKeys {

    private static final String HERE = "here";

    private PlaceKeys() {}

    /// Returns where a runtime is.
    static Place of(KernelRuntime runtime) {
        return switch (runtime) {
            case KernelRuntime.Local _ -> new Place.Here();
            case KernelRuntime.OnHost ssh -> new Place.OnHost(ssh.host());
            case KernelRuntime.JupyterServer server -> new Place.OnServer(server.server());
        };
    }

    static String of(Place place) {
        return switch (place) {
            case Place.Here _ -> HERE;
            case Place.OnHost(var host) -> Origin.place(host);
            case Place.OnServer(var server) -> Origin.place(server);
        };
    }

    /// Reads a place; empty for what is none.
    static Optional<Place> read(String key) {
        if (key.equals(HERE)) {
            return Optional.of(new Place.Here());
        }
        if (KnownServer.isHost(key)) {
            return HostAddress.read(key).map(Place.OnHost::new);
        }
        return ServerAddress.parse(key).map(it -> new Place.OnServer(it.address()));
    }

    /// Returns what a machine or server is called.
    static String name(Place place) {
        return switch (place) {
            case Place.Here _ -> "";
            case Place.OnHost(var host) -> host.name();
            case Place.OnServer(var server) -> server.shown();
        };
    }
}
