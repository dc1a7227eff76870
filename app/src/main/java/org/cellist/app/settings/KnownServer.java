package org.cellist.app.settings;

/// A Jupyter server, or a machine that is reached over SSH, that a person added. Its secret is not
/// here.
///
/// @param address as `ServerAddress` writes it; `ssh://` and what `SshHost` writes
/// @param isPlainAllowed whether the person agreed to send code and secrets there without
///     encryption
///
/// Immutable.
public record KnownServer(String address, boolean isPlainAllowed) {

    /// What the addresses of machines begin with that are reached over SSH.
    public static final String SSH = "ssh://";

    /// Returns whether it is no Jupyter server.
    public boolean isSsh() {
        return address.startsWith(SSH);
    }
}
