package org.cellist.kernel.runtime.server;

import java.util.Optional;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;

/// Gives what proves that a person is signed in to their account.
///
/// A port: the application signs people in. Thread-safe. Its methods may block.
public interface AccessTokens {

    /// Returns a token that should be good, or why there is none.
    ServerAnswer<String> token() throws InterruptedException;

    /// Returns another token, after one was turned away; or why there is none.
    ///
    /// @param refused the one that was
    ServerAnswer<String> renewed(String refused) throws InterruptedException;

    /// Returns the Cloud project whose quota is used, where the credentials name one; empty for
    /// that of the client. Asks nobody.
    default Optional<String> quotaProject() {
        return Optional.empty();
    }
}
