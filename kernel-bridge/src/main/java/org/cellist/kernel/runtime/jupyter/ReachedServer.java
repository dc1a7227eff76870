package org.cellist.kernel.runtime.jupyter;

/// A server that answers, and what it has.
///
/// @param address its own; another one than was asked for, if that was a JupyterHub's
///
/// Immutable.
public record ReachedServer(ServerAddress address, ServerListing listing) {}
