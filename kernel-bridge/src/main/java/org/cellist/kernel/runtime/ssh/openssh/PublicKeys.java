package org.cellist.kernel.runtime.ssh.openssh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Optional;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/// Public keys as OpenSSH writes them. Thread-safe.
public final class PublicKeys {

    private static final String PUB = ".pub";

    private PublicKeys() {}

    /// Returns the file of the public key that belongs to a private one.
    public static Path beside(Path identity) {
        return identity.toString().endsWith(PUB) ? identity : Path.of(identity + PUB);
    }

    /// Returns the key beside a private one, in Base64; empty where none can be read.
    public static Optional<String> of(Path identity) {
        try {
            var words = Files.readString(beside(identity)).strip().split("\\s+", -1);
            return words.length < 2 ? Optional.empty() : Optional.of(words[1]);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// Returns a key in Base64.
    public static String blob(PublicKey key) {
        var blob = new ByteArrayBuffer();
        blob.putRawPublicKey(key);
        return Base64.getEncoder().encodeToString(blob.getCompactData());
    }
}
