package org.cellist.app.network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The proxies that the system asks programs to use: the variables `https_proxy`, `http_proxy`
/// and `no_proxy`, in either case, as curl and pip read them; without them the Java machine's own
/// selector, which knows the settings of Windows and macOS.
///
/// Thread-safe.
final class SystemProxies extends ProxySelector {

    private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);

    private final Map<String, String> environment;
    private final @Nullable ProxySelector otherwise;

    /// @param otherwise asked where the variables say nothing; null for none
    SystemProxies(Map<String, String> environment, @Nullable ProxySelector otherwise) {
        this.environment = Map.copyOf(environment);
        this.otherwise = otherwise;
    }

    @Override
    public List<Proxy> select(URI uri) {
        var host = Objects.requireNonNullElse(uri.getHost(), "");
        var named = variable(uri.getScheme() + "_proxy").flatMap(SystemProxies::proxy);
        if (named.isPresent()) {
            return isExcepted(host) ? DIRECT : List.of(named.get());
        }
        return otherwise == null ? DIRECT : otherwise.select(uri);
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name))
                .or(() -> Optional.ofNullable(environment.get(name.toUpperCase(Locale.ROOT))))
                .filter(value -> !value.isBlank());
    }

    private static Optional<Proxy> proxy(String value) {
        try {
            var uri = new URI(value.contains("://") ? value : "http://" + value);
            return uri.getHost() == null || uri.getPort() < 0
                    ? Optional.empty()
                    : Optional.of(to(uri.getHost(), uri.getPort()));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    /// Returns the proxy at that place.
    static Proxy to(String host, int port) {
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
    }

    private boolean isExcepted(String host) {
        for (var name : variable("no_proxy").orElse("").split(",", -1)) {
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
