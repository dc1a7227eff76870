package org.cellist.app.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The Jupyter servers that a person uses.
///
/// @param known in the order in which they were added
/// @param ranOn which notebooks run there, the newest first
///
/// Immutable.
public record ServerSettings(List<KnownServer> known, List<RanOn> ranOn) {

    /// How many notebooks are remembered.
    public static final int MOST_REMEMBERED = 200;

    public static final ServerSettings NONE = new ServerSettings(List.of(), List.of());

    public ServerSettings {
        known = List.copyOf(known);
        ranOn = ranOn.stream().limit(MOST_REMEMBERED).toList();
    }

    /// Returns the server of that address.
    public Optional<KnownServer> server(String address) {
        return known.stream().filter(it -> it.address().equals(address)).findFirst();
    }

    /// Returns these with a server, in its old place if it was known.
    public ServerSettings with(KnownServer server) {
        var servers = new ArrayList<>(known);
        servers.replaceAll(it -> it.address().equals(server.address()) ? server : it);
        if (!servers.contains(server)) {
            servers.add(server);
        }
        return new ServerSettings(servers, ranOn);
    }

    /// Returns these without a server, and what ran on it.
    public ServerSettings without(String address) {
        return new ServerSettings(
                known.stream().filter(it -> !it.address().equals(address)).toList(),
                ranOn.stream().filter(it -> !it.server().equals(address)).toList());
    }

    /// Returns where a notebook runs; empty for where it lies.
    public Optional<RanOn> of(Path notebook) {
        return ranOn.stream().filter(it -> it.notebook().equals(notebook)).findFirst();
    }

    /// Returns these with a notebook's server in front.
    public ServerSettings with(RanOn newest) {
        var all = new ArrayList<RanOn>();
        all.add(newest);
        ranOn.stream().filter(it -> !it.notebook().equals(newest.notebook())).forEach(all::add);
        return new ServerSettings(known, all);
    }

    /// Returns these with a notebook that runs on this machine.
    public ServerSettings withoutNotebook(Path notebook) {
        return new ServerSettings(
                known, ranOn.stream().filter(it -> !it.notebook().equals(notebook)).toList());
    }
}
