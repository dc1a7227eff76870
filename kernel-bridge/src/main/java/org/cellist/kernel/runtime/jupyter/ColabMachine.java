package org.cellist.kernel.runtime.jupyter;

import java.util.List;
import java.util.Set;

/// What a Colab runtime computes on, in Colab's words.
///
/// @param model `T4`, `V5E1` and so on; empty for a CPU, or where Colab does not say
/// @param isLarge whether it has more memory than usual, which costs more
///
/// Immutable.
public record ColabMachine(Kind kind, String model, boolean isLarge) {

    /// A machine without an accelerator.
    public static final ColabMachine CPU = new ColabMachine(Kind.CPU, "", false);

    /// What Colab had in 2026, for when it does not say what an account may use.
    public static final List<ColabMachine> KNOWN =
            List.of(
                    CPU,
                    new ColabMachine(Kind.GPU, "T4", false),
                    new ColabMachine(Kind.GPU, "L4", false),
                    new ColabMachine(Kind.GPU, "G4", false),
                    new ColabMachine(Kind.GPU, "A100", false),
                    new ColabMachine(Kind.GPU, "H100", false),
                    new ColabMachine(Kind.TPU, "V5E1", false),
                    new ColabMachine(Kind.TPU, "V6E1", false));

    /// Models that come with much memory only; Colab wants no wish for it beside them.
    private static final Set<String> ALWAYS_LARGE = Set.of("L4", "V28", "V5E1", "V6E1");

    /// What kind of processor does the work.
    public enum Kind {
        CPU,
        GPU,
        TPU
    }

    /// Returns whether a person can choose how much memory it has.
    public boolean hasSizes() {
        return !ALWAYS_LARGE.contains(model);
    }

    /// Returns it with more memory than usual, or with the usual.
    public ColabMachine large(boolean isWanted) {
        return new ColabMachine(kind, model, isWanted && hasSizes());
    }
}
