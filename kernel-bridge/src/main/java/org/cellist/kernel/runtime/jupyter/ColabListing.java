package org.cellist.kernel.runtime.jupyter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What Colab has for an account, at one look.
///
/// @param runtimes that the account has
/// @param account what may be had; null where Colab does not tell it to this client
///
/// Immutable.
public record ColabListing(List<ColabRuntime> runtimes, @Nullable ColabAccount account) {

    public ColabListing {
        runtimes = List.copyOf(runtimes);
    }

    /// Returns what can be asked for: what the account may have, or all that is known.
    public List<ColabMachine> machines() {
        return account == null || account.machines().isEmpty()
                ? ColabMachine.KNOWN
                : account.machines();
    }
}
