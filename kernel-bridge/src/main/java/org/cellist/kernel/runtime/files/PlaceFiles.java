package org.cellist.kernel.runtime.files;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/// The files of one place: this machine, one that is reached over SSH, a Jupyter server.
///
/// Paths have slashes between their names and none at their end. They are absolute where the place
/// has absolute ones, as `/home/ada/data.csv`; on a Jupyter server they begin at the folder that it
/// serves, which is the empty path.
///
/// Thread-safe. All methods but [#removal] block, and can be interrupted.
public interface PlaceFiles {

    /// What becomes of a thing that is deleted.
    enum Removal {
        /// It can be brought back from the system's own bin.
        TRASH,
        /// The server decides: most move it to their machine's bin.
        SERVER,
        /// It is gone.
        FOREVER
    }

    /// Returns the folder where a person begins.
    String home() throws FilesException, InterruptedException;

    /// Returns what is in a folder, in no order, hidden things too.
    List<FileEntry> list(String folder) throws FilesException, InterruptedException;

    /// Returns what is at a path now.
    ///
    /// @throws FilesException with [FilesProblem.Missing] if nothing is
    FileEntry look(String path) throws FilesException, InterruptedException;

    /// Makes a folder in one that is there.
    ///
    /// @throws FilesException with [FilesProblem.Exists] if something has that name
    void makeFolder(String path) throws FilesException, InterruptedException;

    /// Gives a file or folder another name, or moves it into another folder of the same place.
    ///
    /// @throws FilesException with [FilesProblem.Exists] if something has that name; nothing is
    ///     ever replaced
    void rename(String from, String to) throws FilesException, InterruptedException;

    /// Puts a file in place of another, or where none is; in one step where the place can.
    ///
    /// @throws FilesException with [FilesProblem.Exists] if a folder has that name
    void replace(String from, String to) throws FilesException, InterruptedException;

    /// Deletes a file, a link (not what it leads to), or a folder with all that is in it.
    void delete(FileEntry entry) throws FilesException, InterruptedException;

    /// Returns what becomes of a thing that is deleted. Does not block.
    Removal removal();

    /// Opens a file for reading.
    ///
    /// @param from how many bytes to leave out at its beginning
    InputStream read(String path, long from) throws FilesException, InterruptedException;

    /// Opens a file for writing at its end; makes it if it is not there. All that was written is
    /// there when closing returned.
    ///
    /// @param size how much of it is kept, in bytes, at most its size; what comes after is cut off
    /// @throws FilesException with [FilesProblem.Changed] if it is shorter than that, or longer
    ///     where the place cannot cut
    OutputStream write(String path, long size) throws FilesException, InterruptedException;
}
