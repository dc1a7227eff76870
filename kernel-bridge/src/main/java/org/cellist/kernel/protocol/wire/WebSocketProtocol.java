package org.cellist.kernel.protocol.wire;

import java.util.Arrays;
import java.util.Optional;

/// The sub-protocols in which a Jupyter server's WebSocket carries a kernel's messages;
/// Jupyter Server documentation, "WebSocket kernel wire protocols".
///
/// Immutable.
public enum WebSocketProtocol {

    /// Messages as JSON text; as bytes where they have buffers. What a server speaks that
    /// agrees to no sub-protocol.
    JSON(""),

    /// The parts of a message as the kernel made them, behind a table of their places.
    V1("v1.kernel.websocket.jupyter.org");

    private final String wireName;

    WebSocketProtocol(String wireName) {
        this.wireName = wireName;
    }

    /// Returns the name for the header `Sec-WebSocket-Protocol`; empty for none.
    public String wireName() {
        return wireName;
    }

    /// Returns the one of that name.
    public static Optional<WebSocketProtocol> named(String name) {
        return Arrays.stream(values()).filter(it -> it.wireName.equals(name)).findFirst();
    }
}
