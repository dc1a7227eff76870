package org.cellist.app.network;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Takes secrets out of what is written to logs: passwords in addresses, tokens in queries,
/// headers that authenticate.
///
/// Immutable.
public final class Redaction {

    private static final String HIDDEN = "***";
    private static final Set<String> SECRET_HEADERS =
            Set.of(
                    "authorization",
                    "proxy-authorization",
                    "cookie",
                    "set-cookie",
                    "x-colab-runtime-proxy-token",
                    "x-goog-colab-token",
                    "x-xsrftoken");
    private static final Pattern SECRET_VALUES =
            Pattern.compile(
                    "(?i)([?&#](?:[^=&#]*(?:token|key|secret|password|code|signature|sig)"
                            + "[^=&#]*)=)[^&#]*");

    private Redaction() {}

    /// Returns an address without its user, password and secret parameters.
    public static String of(URI address) {
        var text = address.toString();
        var user = address.getRawUserInfo();
        if (user != null) {
            text = text.replace(user + "@", HIDDEN + "@");
        }
        return SECRET_VALUES.matcher(text).replaceAll("$1" + HIDDEN.replace("$", "\\$"));
    }

    /// Returns the value of a header, or `***` when it authenticates somebody.
    public static String header(String name, String value) {
        return SECRET_HEADERS.contains(name.toLowerCase(Locale.ROOT)) ? HIDDEN : value;
    }
}
