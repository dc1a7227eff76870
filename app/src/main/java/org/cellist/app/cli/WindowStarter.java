package org.cellist.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Opens the window, which the command line knows nothing else of.
///
/// Confined to the main thread.
@FunctionalInterface
public interface WindowStarter {

    /// Opens the files in a window and waits until it is closed.
    ///
    /// @param files as they were typed; none for an empty window
    /// @return the exit code of the process
    /// @throws IOException if there can be no window here
    int open(List<Path> files) throws IOException;
}
