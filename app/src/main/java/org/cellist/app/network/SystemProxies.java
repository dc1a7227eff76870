package org.cellist.app.network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cellist.app.settings.ProxyAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The proxies that the system asks programs to use: the variables `https_proxy`, `http_proxy`
/// and `no_proxy`, in either case, as curl and pip read them; without them the Java machine's own
/// selector, which knows the settings of Windows and macOS.
///
/// Thread-safe.
final class SystemProxies extends ProxySelector {

    private static final Logger LOG = LoggerFactory.getLogger(SystemProxies.class);
    private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);

    private final Map<String, ProxyAddress> named = new HashMap<>(); // not changed once filled
    private final String exceptions;
    private final @Nullable ProxySelector otherwise;

    /// @param otherwise asked where the variables say nothing; null for none
    SystemProxies(Map<String, String> environment, @Nullable ProxySelector otherwise) {
        this.exceptions = variable(environment, "no_proxy").orElse("");
        this.otherwise = otherwise;
        for (var scheme : List.of("http", "https")) {
            var text = variable(environment, scheme + "_proxy");
            var proxy = text.flatMap(ProxyAddress::of);
            proxy.ifPresent(address -> named.put(scheme, address));
            if (text.isPresent() && proxy.isEmpty()) {
                LOG.warn("The variable {}_proxy names no HTTP proxy; it is not used", scheme);
            }
        }
    }

    private static Optional<String> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .or(() -> Optional.ofNullable(environment.get(name.toUpperCase(Locale.ROOT))))
                .filter(value -> !value.isBlank());
    }

    /// Returns the proxies that the variables name, with their users.
    Collection<ProxyAddress> named() {
        return List.copyOf(named.values());
    }

    @Override
    public List<Proxy> select(URI uri) {
        var proxy = named.get(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT));
        if (proxy != null) {
            var host = Objects.requireNonNullElse(uri.getHost(), "");
            return isExcepted(host) ? DIRECT : List.of(to(proxy.host(), proxy.port()));
        }
        return otherwise == null ? DIRECT : otherwise.select(uri);
    }

    /// Returns the proxy at that place.
    static Proxy to(String host, int port) {
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
    }

    private boolean isExcepted(String host) {
        for (var name : exceptions.split(",", -1)) {
            var suffix = name.strip().replaceFirst("^\\*?\\.", "");
            if (name.strip().equals("*")
                    || (!suffix.isEmpty()
                            && (host.equals(suffix) || host.endsWith("." + suffix)))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException cause) {
        if (otherwise != null) {
            otherwise.connectFailed(uri, address, cause);
        }
    }
}
