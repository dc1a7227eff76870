package org.cellist.app.cli;

import java.io.IOException;
import java.nio.file.Path;

/// Measures the window, which the command line knows nothing else of.
///
/// Confined to the main thread.
@FunctionalInterface
public interface WindowBenchmark {

    /// What can be measured. Immutable.
    enum Kind {
        START,
        SCROLL,
        TYPE,
        STALL,
        FLOOD,
        WALK
    }

    /// Opens the notebook in a window, measures, and closes it.
    ///
    /// @return the figures as one line of JSON
    /// @throws IOException if the file cannot be opened, or there can be no window here
    String measure(Kind kind, Path file) throws IOException;
}
