package org.cellist.app.ui.output.rich;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cellist.app.ui.output.port.LinkOpener;

/// Which links can be followed: pages, mail, and headings of the same notebook. Immutable.
public final class Links {

    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");

    /// A footnote stands right below its text.
    private static final Pattern NOTE = Pattern.compile("#fn(ref)?-");

    private Links() {}

    static boolean canBeFollowed(String link) {
        return link.startsWith("#")
                ? link.length() > 1 && !NOTE.matcher(link).lookingAt()
                : target(link).isPresent();
    }

    /// Follows a link that a person chose. Does nothing for one that cannot be followed.
    public static void follow(String link, LinkOpener opener) {
        if (link.startsWith("#")) {
            opener.reveal(decoded(link.substring(1)));
        } else {
            target(link).ifPresent(opener::open);
        }
    }

    private static Optional<URI> target(String link) {
        try {
            var target = new URI(link.strip().replace(" ", "%20"));
            var scheme = target.getScheme();
            boolean known = scheme != null && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT));
            boolean complete = known && (target.isOpaque() || target.getHost() != null);
            return complete ? Optional.of(target) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    private static String decoded(String heading) {
        try {
            return URLDecoder.decode(heading.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return heading;
        }
    }
}
