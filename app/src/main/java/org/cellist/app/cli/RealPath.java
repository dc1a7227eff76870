package org.cellist.app.cli;

import java.io.IOException;
import java.nio.file.Path;

/// The one name of a file: two paths to a file have it in common, whether they are relative or
/// absolute, lead through symbolic links, or differ in case on a disk that takes no notice of it.
/// A second hard link is another file here, since a save leaves that as it was.
///
/// Immutable.
final class RealPath {

    private RealPath() {}

    /// Returns the name of the file, or the one that it would have if it were made.
    static Path of(Path path) {
        var whole = path.toAbsolutePath().normalize();
        try {
            return path.toRealPath();
        } catch (IOException _) {
            var folder = path.toAbsolutePath().getParent();
            return folder == null ? whole : of(folder).resolve(whole.getFileName());
        }
    }
}
