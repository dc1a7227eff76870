package org.cellist.kernel.runtime.server;

import java.net.http.HttpHeaders;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/// What a server gave us to show when we come back. All of it goes back to the server's own
/// origin below its own base, and nowhere else, so that domains and paths do not matter.
///
/// Thread-safe.
final class Cookies {

    /// The cookie whose value every changing request repeats in a header, against forged ones.
    static final String XSRF = "_xsrf";

    private final Map<String, String> values = new ConcurrentSkipListMap<>();

    /// Keeps what an answer sets, and forgets what it clears.
    void take(HttpHeaders headers) {
        for (var line : headers.allValues("Set-Cookie")) {
            var pair = line.split(";", 2)[0];
            int equals = pair.indexOf('=');
            if (equals <= 0) {
                continue;
            }
            var name = pair.substring(0, equals).strip();
            var value = pair.substring(equals + 1).strip();
            if (value.isEmpty() || value.equals("\"\"")) {
                values.remove(name);
            } else {
                values.put(name, value);
            }
        }
    }

    void forget() {
        values.clear();
    }

    /// Returns the value of the header `Cookie`; empty when there is nothing to show.
    Optional<String> header() {
        var text =
                values.entrySet().stream()
                        .map(it -> it.getKey() + "=" + it.getValue())
                        .collect(Collectors.joining("; "));
        return Optional.of(text).filter(it -> !it.isEmpty());
    }

    Optional<String> xsrf() {
        return Optional.ofNullable(values.get(XSRF));
    }
}
