package org.cellist.kernel.runtime.jupyter;

import org.jspecify.annotations.Nullable;

/// A kernel that runs on a Jupyter server.
///
/// @param id the server's
/// @param kernelspec the name of its kernelspec
/// @param state `execution_state` as the server wrote it: `idle`, `busy`, `starting`, `dead`
/// @param connections front ends that are connected to it; -1 where the server does not say
/// @param lastActivity ISO 8601 as the server wrote it; null where it does not say
/// @param notebook the name of the notebook or console that it runs for; null where none is
///     known
/// @param path that notebook, as its client names it; null where none is known
///
/// Immutable.
public record ServerKernel(
        String id,
        String kernelspec,
        String state,
        int connections,
        @Nullable String lastActivity,
        @Nullable String notebook,
        @Nullable String path) {}
