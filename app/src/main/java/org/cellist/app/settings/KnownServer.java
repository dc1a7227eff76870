package org.cellist.app.settings;

/// A Jupyter server that a person added. Its secret is not here.
///
/// @param address as `ServerAddress` writes it
/// @param isPlainAllowed whether the person agreed to send code and secrets there without
///     encryption
///
/// Immutable.
public record KnownServer(String address, boolean isPlainAllowed) {}
