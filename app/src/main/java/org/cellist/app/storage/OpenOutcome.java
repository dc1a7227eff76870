package org.cellist.app.storage;

import java.nio.file.Path;
import org.cellist.app.notebook.format.ReadProblem;

/// How opening a file as a notebook ended. Immutable.
public sealed interface OpenOutcome {

    record Opened(NotebookFile file) implements OpenOutcome {}

    /// The content is no notebook that can be represented.
    record NotANotebook(Path path, ReadProblem problem) implements OpenOutcome {}

    /// The file cannot be read at all.
    ///
    /// @param details the system's own words
    record Unreadable(Path path, Reason reason, String details) implements OpenOutcome {}

    /// Why a file cannot be read.
    enum Reason {
        MISSING,
        FOLDER,
        /// A device or a pipe, which may have no end.
        NOT_A_FILE,
        NO_PERMISSION,
        TOO_LARGE,
        /// A text beyond what can be edited.
        TEXT_TOO_LARGE,
        /// Its bytes are no text.
        BINARY,
        OTHER
    }
}
