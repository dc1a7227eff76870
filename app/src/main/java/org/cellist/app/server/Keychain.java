package org.cellist.app.server;

import java.util.Optional;

/// A system's keychain. A port: [SystemKeychain] is the real one.
///
/// For one thread. Its methods block, as long as the owner takes to unlock it.
interface Keychain {

    /// Returns the secret of an account; empty if there is none, or none that may be read.
    Optional<String> get(String account);

    void put(String account, String secret) throws KeychainException;

    void remove(String account) throws KeychainException;

    /// Finds the keychain of this system.
    interface Opener {

        /// Opens it.
        ///
        /// @throws KeychainException if there is none
        Keychain open() throws KeychainException;
    }
}
