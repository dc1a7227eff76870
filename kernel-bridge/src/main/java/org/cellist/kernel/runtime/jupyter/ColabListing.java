package org.cellist.kernel.runtime.jupyter;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
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

    /// Returns what can be asked for in the place of a machine that was not given: the same with
    /// the usual memory, others of its kind, then those of other kinds, a CPU the last. Nothing
    /// that costs more memory than was wished for.
    ///
    /// @param tried what was asked for already, in vain
    public List<ColabMachine> insteadOf(ColabMachine wish, Collection<ColabMachine> tried) {
        var others = machines().stream().filter(it -> !it.model().equals(wish.model())).toList();
        return Stream.of(
                        Stream.of(wish).filter(ColabMachine::isLarge).map(it -> it.large(false)),
                        others.stream().filter(it -> it.kind() == wish.kind()),
                        others.stream()
                                .filter(it -> it.kind() != wish.kind())
                                .filter(it -> it.kind() != ColabMachine.Kind.CPU),
                        Stream.of(ColabMachine.CPU))
                .flatMap(it -> it)
                .filter(it -> !it.equals(wish) && !tried.contains(it))
                .distinct()
                .toList();
    }
}
