package org.cellist.app.server;

/// There is no keychain, or it did not do what it was asked. Immutable.
final class KeychainException extends Exception {

    private static final long serialVersionUID = 1;

    /// Tells what happened, without the words of the keychain, which nobody can vouch for.
    KeychainException(Exception cause) {
        super(cause.getClass().getSimpleName());
    }
}
