/// A kernel's channels over a Jupyter server's WebSocket.
///
/// Start at [WebSocketChannels]. One thread for each kernel dials, sends and pings; what comes
/// is read on the threads of the HTTP client, and waits in a mailbox. See docs/decisions/0105.
@NullMarked
package org.cellist.kernel.channel.websocket;

import org.jspecify.annotations.NullMarked;
