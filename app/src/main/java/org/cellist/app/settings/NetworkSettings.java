package org.cellist.app.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// How this person's network is reached. Immutable.
///
/// @param proxy `system` for what the system says, `direct` for none, else a text that
///     [ProxyAddress] understands, without a password: settings are no place for one
/// @param certificates a PEM file with further authorities to trust, as companies have them; null
///     for none
public record NetworkSettings(String proxy, @Nullable Path certificates) {

    public static final String SYSTEM = "system";
    public static final String DIRECT = "direct";

    /// What holds before anything was chosen.
    public static final NetworkSettings DEFAULT = new NetworkSettings(SYSTEM, null);

    /// Takes the system's proxies in place of what is no proxy.
    public NetworkSettings {
        proxy = isProxy(proxy) ? proxy.strip() : SYSTEM;
    }

    /// Returns whether a text says which proxy to use.
    public static boolean isProxy(String text) {
        var stripped = text.strip();
        return stripped.equals(SYSTEM)
                || stripped.equals(DIRECT)
                || ProxyAddress.of(stripped).filter(proxy -> proxy.user() == null).isPresent();
    }
}
