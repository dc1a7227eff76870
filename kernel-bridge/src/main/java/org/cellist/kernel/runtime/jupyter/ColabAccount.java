package org.cellist.kernel.runtime.jupyter;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What Colab says of an account. Numbers are negative where it does not say.
///
/// @param tier the subscription, as Colab writes it; may be empty
/// @param units compute units that were paid for and are left
/// @param unitsPerHour what all its runtimes use up together
/// @param freeUnits units that cost nothing and are left
/// @param refill when there are more of these; null where Colab does not say
/// @param machines what the account may have
/// @param others what it may not have
///
/// Immutable.
public record ColabAccount(
        String tier,
        double units,
        double unitsPerHour,
        double freeUnits,
        @Nullable Instant refill,
        List<ColabMachine> machines,
        List<ColabMachine> others) {

    public ColabAccount {
        machines = List.copyOf(machines);
        others = List.copyOf(others);
    }
}
