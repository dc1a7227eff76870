package org.cellist.app.language;

import java.nio.file.Path;
import org.cellist.app.notebook.model.NotebookEdit;

/// What comes of the wish to give a name another one. Immutable.
public sealed interface Renaming {

    /// It can be done.
    ///
    /// @param edit one step for all cells
    /// @param places how often the name is replaced
    record Possible(NotebookEdit.Group edit, int places) implements Renaming {}

    /// The name is used in another file too, which is left alone.
    record Elsewhere(Path file) implements Renaming {}

    /// The name is defined in another file, which is left alone.
    ///
    /// @param line from 1
    record DefinedElsewhere(Path file, int line) implements Renaming {}

    /// No name stands there, or nobody knows it.
    record NothingThere() implements Renaming {}

    /// A cell was changed while the server thought.
    record Outdated() implements Renaming {}

    /// The server wants more than a name replaced.
    record Unclear() implements Renaming {}
}
