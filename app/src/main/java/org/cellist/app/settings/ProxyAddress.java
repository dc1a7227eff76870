package org.cellist.app.settings;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where an HTTP proxy listens, and as whom it is used. Immutable.
///
/// @param host a name or an address, an IPv6 address without brackets
/// @param port 1–65535
/// @param user null for nobody in particular
public record ProxyAddress(
        String host, int port, @Nullable String user, @Nullable String password) {

    private static final int LAST_PORT = 65_535;

    private static final Pattern TEXT =
            Pattern.compile(
                    "(?:(?i:http)://)?"
                            + "(?:(?<user>[^\\s:@/]+)(?::(?<password>[^\\s@/]*))?@)?"
                            + "(?:\\[(?<address>[0-9a-fA-F:.]+)]|(?<name>[^\\s:@/?#\\[\\]]+))"
                            + ":(?<port>[0-9]{1,5})/?");

    /// Returns the proxy that a text names: `host:port`, `[::1]:port`, either with `http://` before
    /// it and `user:password@` before the host; empty for anything else.
    public static Optional<ProxyAddress> of(String text) {
        var parts = TEXT.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        int port = Integer.parseInt(parts.group("port"));
        if (port < 1 || port > LAST_PORT) {
            return Optional.empty();
        }
        var address = parts.group("address");
        return Optional.of(
                new ProxyAddress(
                        address == null ? parts.group("name") : address,
                        port,
                        decoded(parts.group("user")),
                        decoded(parts.group("password"))));
    }

    private static @Nullable String decoded(@Nullable String part) {
        try {
            return part == null
                    ? null
                    : URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return part; // a % that begins no escape stands for itself
        }
    }

    /// Without the password: this is what a log gets.
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
