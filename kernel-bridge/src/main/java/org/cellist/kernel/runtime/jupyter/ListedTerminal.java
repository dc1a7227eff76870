package org.cellist.kernel.runtime.jupyter;

import org.jspecify.annotations.Nullable;

/// A terminal that a Jupyter server has. Immutable.
///
/// @param name the server's of it
/// @param lastActivity when something was last written or typed there, as ISO 8601; null where the
///     server does not say
public record ListedTerminal(String name, @Nullable String lastActivity) {}
