package org.cellist.kernel.runtime.host;

/// An interpreter of a machine that is reached over SSH.
///
/// @param path there
/// @param version `3.12`
///
/// Immutable.
public record HostPython(String path, String version) {}
