package org.cellist.kernel.runtime.jupyter;

import java.net.URI;

/// What came of giving a Colab machine access to a person's account. Immutable.
public sealed interface ColabGrant {

    /// The machine has it, or would get it.
    record Given() implements ColabGrant {}

    /// Google wants the person's own agreement first, in a browser.
    record WantsAgreement(URI page) implements ColabGrant {}

    /// Colab does not give it, and does not say why.
    record Denied() implements ColabGrant {}
}
