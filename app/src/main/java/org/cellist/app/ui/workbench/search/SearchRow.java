package org.cellist.app.ui.workbench.search;

import java.nio.file.Path;
import org.cellist.app.notebook.find.Excerpt;

/// A line of the list of what was found. Immutable.
public sealed interface SearchRow {

    Path file();

    /// The file that the next lines are about.
    ///
    /// @param count how many matches are shown of it
    /// @param isCut whether there are more
    record OfFile(Path file, int count, boolean isCut) implements SearchRow {}

    /// One match.
    ///
    /// @param isFirst whether it is the first one of its cell
    record Hit(Path file, Excerpt excerpt, boolean isFirst) implements SearchRow {}

    /// A file that could not be read as a notebook.
    record Unreadable(Path file) implements SearchRow {}
}
