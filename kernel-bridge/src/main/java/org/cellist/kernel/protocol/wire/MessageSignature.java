package org.cellist.kernel.protocol.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs messages with HMAC-SHA256, and checks in constant time.
///
/// Confined to one thread.
public final class MessageSignature {

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;

    /// @throws IllegalArgumentException for an empty key, which would mean no signature
    public MessageSignature(String key) {
        if (key.isEmpty()) {
            throw new IllegalArgumentException("an empty key means no signature");
        }
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /// Returns the signature in hexadecimal digits.
    ///
    /// @param parts header, parent header, metadata and content, as sent
    public byte[] of(List<byte[]> parts) {
        parts.forEach(mac::update);
        return HexFormat.of().formatHex(mac.doFinal()).getBytes(StandardCharsets.US_ASCII);
    }

    /// Returns whether the signature is that of the parts. Takes as long for any wrong one.
    public boolean verifies(byte[] signature, List<byte[]> parts) {
        return MessageDigest.isEqual(of(parts), signature);
    }
}
