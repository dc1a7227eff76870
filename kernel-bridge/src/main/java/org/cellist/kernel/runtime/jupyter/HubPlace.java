package org.cellist.kernel.runtime.jupyter;

import java.util.Optional;
import java.util.regex.Pattern;

/// A person's server on a JupyterHub, as its address tells it: `…/user/ada/`, or
/// `…/user/ada/gpu/` for one that has a name.
///
/// @param hub the address below which `hub/` and `user/` lie
/// @param user as the address has it, percent signs and all
/// @param name as the address has it; empty for the person's first server
///
/// Immutable.
public record HubPlace(ServerAddress hub, String user, String name) {

    private static final Pattern PATH = Pattern.compile("(.*/)user/([^/]+)/(?:([^/]+)/)?");

    /// Takes the address of a server apart; empty for one that cannot be on a hub.
    public static Optional<HubPlace> of(ServerAddress server) {
        var path = PATH.matcher(server.base().getRawPath());
        if (!path.matches()) {
            return Optional.empty();
        }
        var name = path.group(3);
        return Optional.of(
                new HubPlace(
                        new ServerAddress(server.base().resolve(path.group(1))),
                        path.group(2),
                        name == null ? "" : name));
    }

    /// Returns the address of the server.
    public ServerAddress server() {
        var folder = "user/" + user + "/" + (name.isEmpty() ? "" : name + "/");
        return new ServerAddress(hub.at(folder));
    }
}
