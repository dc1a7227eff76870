package org.cellist.app.storage.search;

import java.nio.file.Path;
import java.util.List;

/// How the search of a folder ended. Immutable.
///
/// @param files how many notebooks were searched
/// @param end whether it came to its end
/// @param unreadable the files that could not be read as notebooks
public record FolderSummary(int files, End end, List<Path> unreadable) {

    public FolderSummary {
        unreadable = List.copyOf(unreadable);
    }

    /// Whether a search came to its end.
    public enum End {
        /// All was searched.
        COMPLETE,
        /// There are more notebooks than are searched.
        MANY_FILES,
        /// There are more matches than are looked for.
        MANY_MATCHES,
        /// The pattern takes too long.
        TOO_HARD,
        /// Nobody wants it any more.
        CANCELLED,
        /// The folder itself cannot be read.
        NO_FOLDER
    }
}
