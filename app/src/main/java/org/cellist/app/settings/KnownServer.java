package org.cellist.app.settings;

import java.util.List;

/// A Jupyter server, or a machine that is reached over SSH, or a container, that a person added.
/// Its secret is not here.
///
/// @param address as `ServerAddress` writes it, or `HostAddress`
/// @param isPlainAllowed whether the person agreed to send code and secrets there without
///     encryption
///
/// Immutable.
public record KnownServer(String address, boolean isPlainAllowed) {

    /// What the addresses of places begin with where kernels have a holder.
    private static final List<String> HOSTS = List.of("ssh://", "docker://", "podman://", "wsl://");

    /// Returns whether an address is that of a machine over SSH, of a container or of a
    /// distribution of the Windows Subsystem for Linux.
    public static boolean isHost(String address) {
        return HOSTS.stream().anyMatch(address::startsWith);
    }

    /// Returns whether it is no Jupyter server.
    public boolean isHost() {
        return isHost(address);
    }
}
