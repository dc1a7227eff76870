package org.cellist.kernel.runtime.jupyter;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a Jupyter server is: the address below which its pages and its `api/` lie. Holds no
/// secret, and never a query.
///
/// @param base `http` or `https`, ends with a slash
///
/// Immutable.
public record ServerAddress(URI base) {

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /// Where a server's own pages begin, below its base; people copy the address of one of
    /// them.
    private static final Pattern PAGES =
            Pattern.compile(
                    "/(?:lab|tree|notebooks|edit|view|terminals|nbclassic|voila|doc|api|login"
                            + "|consoles|files|hub|user-redirect)(?:/.*)?$");

    private static final Pattern TOKEN = Pattern.compile("(?:^|&)token=([^&]*)");
    private static final String COLABS = ".colab.dev";
    private static final String COLAB = "Colab";
    private static final List<String> LOOPBACK = List.of("localhost", "[::1]", "::1");

    public ServerAddress {
        var scheme = base.getScheme();
        boolean isHttp = "http".equals(scheme) || "https".equals(scheme);
        if (!isHttp
                || base.getHost() == null
                || base.getRawQuery() != null
                || base.getRawUserInfo() != null
                || !base.getRawPath().endsWith("/")) {
            throw new IllegalArgumentException("no address of a server");
        }
    }

    /// An address as a person pasted it, taken apart.
    ///
    /// @param token that it held; null for none
    ///
    /// Immutable.
    public record Pasted(ServerAddress address, @Nullable String token) {

        /// Leaves the token out, so that no log holds it.
        @Override
        public String toString() {
            return "Pasted[" + address + (token == null ? "" : ", with a token") + "]";
        }
    }

    /// Reads an address as servers print it and browsers show it; `http://` may be left out
    /// where it is on this machine, `https://` elsewhere. Empty for what is none.
    public static Optional<Pasted> parse(String text) {
        var stripped = text.strip();
        var whole = stripped.contains("://") ? stripped : scheme(stripped) + "://" + stripped;
        try {
            var given = URI.create(whole);
            var scheme = given.getScheme().toLowerCase(Locale.ROOT);
            var host = given.getHost();
            if (host == null || !(scheme.equals("http") || scheme.equals("https"))) {
                return Optional.empty();
            }
            var port = given.getPort() == defaultPort(scheme) ? -1 : given.getPort();
            var authority = host.toLowerCase(Locale.ROOT) + (port < 0 ? "" : ":" + port);
            var base = URI.create(scheme + "://" + authority + folder(given.getRawPath()));
            return Optional.of(new Pasted(new ServerAddress(base), token(given)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String scheme(String withoutOne) {
        var host = withoutOne.replaceFirst("[:/?#].*", "");
        return isLoopback(host) || withoutOne.startsWith("[::1]") ? "http" : "https";
    }

    private static String folder(@Nullable String path) {
        var bare = PAGES.matcher(path == null ? "" : path).replaceFirst("");
        return bare.endsWith("/") ? bare : bare + "/";
    }

    private static @Nullable String token(URI given) {
        var query = given.getQuery();
        var found = query == null ? null : TOKEN.matcher(query);
        return found != null && found.find() && !found.group(1).isBlank() ? found.group(1) : null;
    }

    /// Returns the address of something below the base.
    ///
    /// @param path without a slash at its beginning, already encoded
    public URI at(String path) {
        return base.resolve(path);
    }

    /// Returns whether an address has the scheme, the host and the port of this one: the only
    /// ones to which its secrets go.
    public boolean isSameOrigin(URI other) {
        return base.getScheme().equalsIgnoreCase(other.getScheme())
                && base.getHost().equalsIgnoreCase(other.getHost())
                && port(base) == port(other);
    }

    private static int port(URI address) {
        return address.getPort() < 0 ? defaultPort(address.getScheme()) : address.getPort();
    }

    private static int defaultPort(String scheme) {
        return scheme.equalsIgnoreCase("https") ? HTTPS_PORT : HTTP_PORT;
    }

    /// Returns whether nobody on the way can read what is sent: it is encrypted, or never
    /// leaves this machine.
    public boolean isPrivate() {
        return base.getScheme().equals("https") || isLoopback(base.getHost());
    }

    private static boolean isLoopback(String host) {
        return LOOPBACK.contains(host.toLowerCase(Locale.ROOT))
                || host.matches("127\\.\\d+\\.\\d+\\.\\d+");
    }

    /// Returns the address for people, without the scheme: `gpu-box:8888/user/ada`. Those of Colab
    /// are long and say nothing to people.
    public String shown() {
        if (base.getHost().endsWith(COLABS)) {
            return COLAB;
        }
        var path = base.getRawPath();
        return base.getRawAuthority() + path.substring(0, path.length() - 1);
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
