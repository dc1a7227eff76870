package org.cellist.app.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// Proves that who brings a code is who asked for it: RFC 7636, method S256.
///
/// @param verifier known to nobody else until the code is exchanged
///
/// Immutable.
record Proof(String verifier) {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Proof random() {
        return new Proof(word());
    }

    /// Returns a text that nobody can guess and that fits into an address: 43 characters.
    static String word() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Returns what is sent ahead.
    String challenge() {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Leaves it out, so that no log holds it.
    @Override
    public String toString() {
        return "Proof[***]";
    }
}
