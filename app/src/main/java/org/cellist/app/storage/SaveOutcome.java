package org.cellist.app.storage;

import java.nio.file.Path;

/// How saving a notebook ended. Immutable.
public sealed interface SaveOutcome {

    /// The file holds the notebook.
    record Saved(Path path) implements SaveOutcome {}

    /// Another program changed the file since it was read; nothing was written.
    record ChangedOnDisk(Path path) implements SaveOutcome {}

    /// Nothing was written; the file is as it was.
    ///
    /// @param details the system's own words
    record NotSaved(Path path, Reason reason, String details) implements SaveOutcome {}

    /// Why a notebook was not saved.
    enum Reason {
        /// It was opened for looking only.
        READ_ONLY_NOTEBOOK,
        READ_ONLY_FILE,
        NO_PERMISSION,
        DISK_FULL,
        FOLDER_MISSING,
        /// The file may be written, its folder not.
        FOLDER_READ_ONLY,
        /// A folder has that name.
        IS_FOLDER,
        /// A device or a pipe has that name.
        NOT_A_FILE,
        /// A file has the name of a folder that is needed.
        FOLDER_IS_FILE,
        OTHER
    }
}
