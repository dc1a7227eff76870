package org.cellist.app.settings;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How this person's network is reached. Immutable.
///
/// @param proxy `system` for what the system says, `direct` for none, else `host:port`
/// @param certificates a PEM file with further authorities to trust, as companies have them; null
///     for none
public record NetworkSettings(String proxy, @Nullable Path certificates) {

    public static final String SYSTEM = "system";
    public static final String DIRECT = "direct";

    private static final Pattern HOST_AND_PORT = Pattern.compile("[^\\s:/@]+:[0-9]{1,5}");

    /// What holds before anything was chosen.
    public static final NetworkSettings DEFAULT = new NetworkSettings(SYSTEM, null);

    /// Takes the system's proxies in place of what is no proxy.
    public NetworkSettings {
        boolean known =
                proxy.equals(SYSTEM)
                        || proxy.equals(DIRECT)
                        || HOST_AND_PORT.matcher(proxy).matches();
        proxy = known ? proxy : SYSTEM;
    }
}
