package org.cellist.kernel.runtime.host;

/// A kernel of Cellist's that runs on a machine.
///
/// @param id the machine's name of its folder
/// @param kernelspec the name for people of what it was started from
/// @param notebook the name of what it runs for; may be empty
/// @param sinceEpochSeconds when it was started, by the clock there
///
/// Immutable.
public record HostKernel(String id, String kernelspec, String notebook, long sinceEpochSeconds) {}
