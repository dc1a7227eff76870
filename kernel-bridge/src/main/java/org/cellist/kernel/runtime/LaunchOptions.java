package org.cellist.kernel.runtime;

import java.time.Duration;
import java.util.Map;

/// How patient a start is, and what the kernel's environment gets besides.
///
/// @param startTimeout from the process's start to its first answer
/// @param env variables that win over the kernelspec's own
///
/// Immutable.
public record LaunchOptions(Duration startTimeout, Map<String, String> env) {

    /// One minute, as `jupyter_client` waits; nothing added.
    public static final LaunchOptions DEFAULT = new LaunchOptions(Duration.ofMinutes(1), Map.of());

    public LaunchOptions {
        env = Map.copyOf(env);
    }
}
