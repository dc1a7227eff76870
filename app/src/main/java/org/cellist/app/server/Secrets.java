package org.cellist.app.server;

import java.util.Optional;

/// Keeps what proves to a server who asks.
///
/// A port. May block, as a keychain does that asks its owner first.
///
/// Thread-safe.
public interface Secrets {

    /// Returns whether the secret that was put last is there when the program starts again.
    boolean outlivesProgram();

    Optional<String> get(String account);

    void put(String account, String secret);

    void remove(String account);
}
