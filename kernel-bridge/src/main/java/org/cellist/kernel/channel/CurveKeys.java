package org.cellist.kernel.channel;

import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.jspecify.annotations.Nullable;

/// The long-term keys of a kernel that encrypts what it says with CurveZMQ, in Z85 (ZeroMQ RFC 32),
/// 40 characters each. Whoever connects must know the public one, which therefore is as secret as
/// the other: both stand in the connection file alone.
///
/// @param publicKey by which clients know that they speak to this kernel
/// @param secretKey the kernel's own
///
/// Immutable.
public record CurveKeys(String publicKey, String secretKey) {

    private static final String PUBLIC = "curve_publickey";
    private static final String SECRET = "curve_secretkey";

    /// Returns the keys of a connection file; null where it has none.
    public static @Nullable CurveKeys read(JsonObject file) {
        var publicKey = file.string(PUBLIC);
        var secretKey = file.string(SECRET);
        return publicKey == null || secretKey == null ? null : new CurveKeys(publicKey, secretKey);
    }

    /// Returns a connection file with these keys.
    public JsonObject write(JsonObject file) {
        return file.with(PUBLIC, new JsonString(publicKey)).with(SECRET, new JsonString(secretKey));
    }

    /// Leaves the keys out, so that no log holds them.
    @Override
    public String toString() {
        return "CurveKeys";
    }
}
