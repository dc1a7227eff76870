package org.cellist.app.storage.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/// One kept version of a notebook's file. Its own file's name says all of this, so that a list of
/// versions needs no reading. Immutable.
///
/// @param at when it was saved, to the millisecond
/// @param sizeBytes of the notebook's file
/// @param digest the first half of the SHA-256 of the notebook's file, in hexadecimal digits
public record Version(Instant at, long sizeBytes, String digest) implements Comparable<Version> {

    private static final Pattern NAME =
            Pattern.compile("([0-9]{15})-([0-9]{1,12})-([0-9a-f]{32})\\.version");

    private static final Comparator<Version> ORDER =
            Comparator.comparing(Version::at).thenComparing(Version::digest);

    /// Returns the version whose file has that name; empty for another file.
    static Optional<Version> named(String name) {
        var parts = NAME.matcher(name);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Version(
                            Instant.ofEpochMilli(Long.parseLong(parts.group(1))),
                            Long.parseLong(parts.group(2)),
                            parts.group(3)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    String fileName() {
        return "%015d-%d-%s.version".formatted(at.toEpochMilli(), sizeBytes, digest);
    }

    /// From the oldest to the newest.
    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }
}
