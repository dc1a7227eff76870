package org.cellist.app.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.cellist.app.notebook.format.NotebookBytes;

/// The steps of a save that the disk can refuse, in their order; a port, so that each can be made
/// to fail.
///
/// Thread-safe.
interface SaveSteps {

    /// Makes an empty file that nobody else may read yet when it is to replace another one.
    ///
    /// @param isReplacing whether the attributes of an older file will be copied to it
    FileChannel create(Path temporary, boolean isReplacing) throws IOException;

    void write(NotebookBytes bytes, FileChannel channel) throws IOException;

    void force(FileChannel channel) throws IOException;

    /// Gives the file the mode, the owner and the user's extended attributes of the other, each as
    /// far as the system lets it.
    void copyAttributes(Path from, Path to) throws IOException;

    /// Puts the first in the place of the second, in one step where the file system can.
    ///
    /// @param replaces whether there may be a second
    /// @throws java.nio.file.FileAlreadyExistsException if there is one that may not be
    void move(Path from, Path to, boolean replaces) throws IOException;
}
