package org.cellist.app.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends everyone who asks the default selector to a proxy that cannot be reached: port 0, which
/// no program can listen on. So no request leaves, to this computer neither, and no name is looked
/// up.
///
/// It is for what is not our own code: WebView asks for every request, its WebSockets included.
/// It answers with an HTTP proxy, because `java.net.http` goes past a SOCKS one; and it does not
/// throw, because WebView would let that through to the JavaFX thread.
///
/// Thread-safe.
public final class DenyingProxySelector extends ProxySelector {

    private static final Logger LOG = LoggerFactory.getLogger(DenyingProxySelector.class);
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final List<Proxy> nowhere = List.of(new Proxy(Proxy.Type.HTTP, deadEnd()));

    /// Makes this the selector of all who have none of their own.
    public static void install() {
        ProxySelector.setDefault(new DenyingProxySelector());
    }

    private static SocketAddress deadEnd() {
        try {
            return new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    @Override
    public List<Proxy> select(URI uri) {
        LOG.debug("Denied: a request to {}", uri.getHost());
        return nowhere;
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException cause) {
        LOG.trace("Denied request ended", cause);
    }
}
