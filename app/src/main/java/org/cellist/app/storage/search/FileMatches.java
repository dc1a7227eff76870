package org.cellist.app.storage.search;

import java.nio.file.Path;
import java.util.List;
import org.cellist.app.notebook.find.Excerpt;

/// What was found in one file. Immutable.
///
/// @param file the file
/// @param excerpts the matches in the order of the notebook
/// @param isCut whether there are more of them than are shown
public record FileMatches(Path file, List<Excerpt> excerpts, boolean isCut) {

    public FileMatches {
        excerpts = List.copyOf(excerpts);
    }
}
