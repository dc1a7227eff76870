package org.cellist.kernel.runtime;

import java.time.Duration;
import java.util.Map;

/// How patient a start is, and what the kernel's environment gets besides.
///
/// @param startTimeout from the process's start to its first answer
/// @param env variables that win over the kernelspec's own
/// @param recordsHistory whether ipykernel writes what runs into the history that a person's later
///     shells offer; without it, the history lasts as long as the kernel
///
/// Immutable.
public record LaunchOptions(
        Duration startTimeout, Map<String, String> env, boolean recordsHistory) {

    /// One minute, as `jupyter_client` waits; nothing added.
    public static final LaunchOptions DEFAULT =
            new LaunchOptions(Duration.ofMinutes(1), Map.of(), true);

    public LaunchOptions {
        env = Map.copyOf(env);
    }

    /// Returns the same for code that nobody types, as nbclient starts it.
    public LaunchOptions withoutHistory() {
        return new LaunchOptions(startTimeout, env, false);
    }
}
