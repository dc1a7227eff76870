package org.cellist.app.ui.output.html;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;

/// Whether WebView is kept off the network: it asks the default `ProxySelector` for each request.
/// While that would let it out, there is no WebView.
///
/// Thread-safe.
public final class NetworkGate {

    private static final List<URI> TRIED =
            List.of(URI.create("http://127.0.0.1/"), URI.create("https://example.org/"));

    private NetworkGate() {}

    /// Returns whether no request can leave.
    public static boolean isShut() {
        var selector = ProxySelector.getDefault();
        return selector != null
                && TRIED.stream()
                        .flatMap(uri -> selector.select(uri).stream())
                        .allMatch(NetworkGate::leadsNowhere);
    }

    /// Nothing can listen on port 0. Only an HTTP proxy is asked by all who load something.
    private static boolean leadsNowhere(Proxy proxy) {
        return proxy.type() == Proxy.Type.HTTP
                && proxy.address() instanceof InetSocketAddress address
                && address.getPort() == 0;
    }
}
