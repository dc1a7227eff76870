package org.cellist.kernel.channel.zmq;

import java.nio.charset.StandardCharsets;
import org.cellist.kernel.channel.ConnectionInfo;
import org.cellist.kernel.channel.CurveKeys;
import org.zeromq.ZMQ;

/// CurveZMQ for kernels that can do it; jupyter.org/enhancement-proposals, "Transport encryption".
/// See docs/decisions/0130.
///
/// Thread-safe.
public final class Encryption {

    private Encryption() {}

    /// Returns new keys for a kernel. Takes some milliseconds.
    public static CurveKeys newKeys() {
        var pair = ZMQ.Curve.generateKeyPair();
        return new CurveKeys(pair.publicKey, pair.secretKey);
    }

    /// Lets a socket that is not connected yet speak to an encrypting kernel; leaves it alone for
    /// others. A kernel takes any client that knows its public key, so this one makes keys up.
    static void use(ZMQ.Socket socket, ConnectionInfo connection) {
        var kernel = connection.curve();
        if (kernel != null) {
            var own = newKeys();
            set(socket.setCurveServerKey(bytes(kernel.publicKey())));
            set(socket.setCurvePublicKey(bytes(own.publicKey())));
            set(socket.setCurveSecretKey(bytes(own.secretKey())));
        }
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.US_ASCII);
    }

    /// A socket that did not take a key would send in the clear.
    private static void set(boolean isTaken) {
        if (!isTaken) {
            throw new IllegalArgumentException("not a key for CurveZMQ");
        }
    }
}
