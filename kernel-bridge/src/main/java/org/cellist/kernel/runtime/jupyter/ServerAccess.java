package org.cellist.kernel.runtime.jupyter;

/// What a person has told about a server.
///
/// @param mayGoPlain whether they agreed to send secrets and code there without encryption
///
/// Immutable.
public record ServerAccess(ServerLogin login, boolean mayGoPlain) {}
