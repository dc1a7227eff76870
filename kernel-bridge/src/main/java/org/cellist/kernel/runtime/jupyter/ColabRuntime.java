package org.cellist.kernel.runtime.jupyter;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A machine that Colab has given to an account.
///
/// @param endpoint Colab's name for it
/// @param server where its Jupyter server is reached; null while Colab does not say
/// @param idleLimit how long Colab leaves it alone when nothing happens there; null where it has
///     not said
///
/// Immutable.
public record ColabRuntime(
        String endpoint,
        ColabMachine machine,
        @Nullable ServerAddress server,
        @Nullable Duration idleLimit) {}
