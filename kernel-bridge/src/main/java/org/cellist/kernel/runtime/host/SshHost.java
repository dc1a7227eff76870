package org.cellist.kernel.runtime.host;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A machine as a person names it to `ssh`: a name of `~/.ssh/config`, or `user@machine:port`.
///
/// @param user null for the one that the configuration says, or this machine's
/// @param name what the configuration is asked for: an alias, a host's name or an address
/// @param port 0 for the one that the configuration says, or 22
///
/// Immutable.
public record SshHost(@Nullable String user, String name, int port) implements HostAddress {

    static final String SCHEME = "ssh://";

    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern WRITTEN =
            Pattern.compile(
                    "(?:ssh://|ssh\\s+)?"
                            + "(?:(?<user>[^\\s@:/\\p{Cntrl}-][^\\s@:/\\p{Cntrl}]*)@)?"
                            + "(?:\\[(?<six>[0-9A-Fa-f:.%\\w]+)]|(?<name>[\\w.][\\w.-]*))"
                            + "(?::(?<port>\\d{1,5}))?/?",
                    Pattern.UNICODE_CHARACTER_CLASS);

    /// Reads what a person typed: `gpu-box`, `ada@gpu-box`, `ada@[::1]:2222`, `ssh://gpu-box/`,
    /// `ssh gpu-box`. Empty for anything else.
    public static Optional<SshHost> parse(String text) {
        var found = WRITTEN.matcher(text.strip());
        if (!found.matches()) {
            return Optional.empty();
        }
        var six = found.group("six");
        var digits = found.group("port");
        int port = digits == null ? 0 : Integer.parseInt(digits);
        return port > HIGHEST_PORT
                ? Optional.empty()
                : Optional.of(
                        new SshHost(
                                found.group("user"),
                                six == null ? found.group("name") : six,
                                port));
    }

    @Override
    public String uri() {
        return SCHEME + this;
    }

    /// Returns it as a person would type it; [#parse] reads that.
    @Override
    public String toString() {
        var host = name.indexOf(':') < 0 ? name : "[" + name + "]";
        return (user == null ? "" : user + "@") + host + (port == 0 ? "" : ":" + port);
    }
}
