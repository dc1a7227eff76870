package org.cellist.app.network;

import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.cellist.app.settings.ProxyAddress;
import org.jspecify.annotations.Nullable;

/// Tells the proxies that the system's variables name a user for that user, and nobody else
/// anything.
///
/// Thread-safe.
final class ProxyPasswords extends Authenticator {

    private final List<ProxyAddress> proxies;

    ProxyPasswords(Collection<ProxyAddress> proxies) {
        this.proxies = proxies.stream().filter(proxy -> proxy.user() != null).toList();
    }

    @Override
    protected @Nullable PasswordAuthentication getPasswordAuthentication() {
        if (getRequestorType() != RequestorType.PROXY) {
            return null;
        }
        for (var proxy : proxies) {
            boolean isAsking =
                    proxy.host().equals(getRequestingHost()) && proxy.port() == getRequestingPort();
            var user = proxy.user();
            if (isAsking && user != null) {
                var password = Objects.requireNonNullElse(proxy.password(), "");
                return new PasswordAuthentication(user, password.toCharArray());
            }
        }
        return null;
    }
}
