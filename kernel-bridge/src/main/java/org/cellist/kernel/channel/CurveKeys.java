package org.cellist.kernel.channel;

/// The long-term keys of a kernel that encrypts what it says with CurveZMQ, in Z85 (ZeroMQ RFC 32),
/// 40 characters each. Whoever connects must know the public one, which therefore is as secret as
/// the other: both stand in the connection file alone.
///
/// @param publicKey by which clients know that they speak to this kernel
/// @param secretKey the kernel's own
///
/// Immutable.
public record CurveKeys(String publicKey, String secretKey) {

    /// Leaves the keys out, so that no log holds them.
    @Override
    public String toString() {
        return "CurveKeys";
    }
}
