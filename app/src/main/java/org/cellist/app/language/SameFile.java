package org.cellist.app.language;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Optional;

/// Addresses of files, which each server spells in its own way. Immutable.
final class SameFile {

    private SameFile() {}

    /// Returns whether two addresses mean the same file.
    static boolean is(String one, String other) {
        return one.equals(other)
                || path(one).filter(it -> path(other).filter(it::equals).isPresent()).isPresent();
    }

    /// Returns the file of an address, if it is one of a file.
    static Optional<Path> path(String address) {
        try {
            return Optional.of(Path.of(URI.create(address)).normalize());
        } catch (IllegalArgumentException | FileSystemNotFoundException _) {
            return Optional.empty();
        }
    }
}
