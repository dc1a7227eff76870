package org.cellist.kernel.runtime.jupyter;

/// A kernelspec of a Jupyter server, as its REST interface tells it.
///
/// @param name what notebooks call it
/// @param displayName the name that people read
/// @param language as its author wrote it; may be empty
///
/// Immutable.
public record ServerKernelspec(String name, String displayName, String language) {}
