package org.cellist.app.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/// What a save must find in its place; otherwise another program has been there. Immutable.
sealed interface Expected {

    /// Whatever there is.
    record Anything() implements Expected {}

    /// No file.
    record Nothing() implements Expected {}

    /// The content that was read or written here last.
    record Content(FileStamp stamp) implements Expected {}

    /// Returns whether that is there now.
    default boolean isAt(Path file) throws IOException {
        return switch (this) {
            case Anything _ -> true;
            case Nothing _ -> Files.notExists(file, LinkOption.NOFOLLOW_LINKS);
            case Content(var stamp) -> stamp.isContentOf(file);
        };
    }
}
