package org.cellist.app.server;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.util.Optional;

/// The keychain that this system has: Windows' Credential Manager, macOS's Keychain, and on Linux
/// the Secret Service or KWallet.
///
/// For one thread.
final class SystemKeychain implements Keychain {

    /// Under which people find our entries in the keychain's own window.
    private static final String SERVICE = "Cellist";

    private final Keyring keyring;

    private SystemKeychain(Keyring keyring) {
        this.keyring = keyring;
    }

    static Keychain open() throws KeychainException {
        try {
            return new SystemKeychain(Keyring.create());
        } catch (BackendNotSupportedException e) {
            throw new KeychainException(e);
        }
    }

    @Override
    public Optional<String> get(String account) {
        try {
            return Optional.ofNullable(keyring.getPassword(SERVICE, account));
        } catch (PasswordAccessException _) {
            return Optional.empty(); // so the library says that there is none
        }
    }

    @Override
    public void put(String account, String secret) throws KeychainException {
        try {
            keyring.setPassword(SERVICE, account, secret);
        } catch (PasswordAccessException e) {
            throw new KeychainException(e);
        }
    }

    @Override
    public void remove(String account) throws KeychainException {
        try {
            keyring.deletePassword(SERVICE, account);
        } catch (PasswordAccessException e) {
            throw new KeychainException(e);
        }
    }
}
