package org.cellist.kernel.runtime.jupyter;

/// How far a JupyterHub is with starting a server.
///
/// @param percent 0 to 100
/// @param message the hub's; may be empty
///
/// Immutable.
public record HubProgress(int percent, String message) {}
