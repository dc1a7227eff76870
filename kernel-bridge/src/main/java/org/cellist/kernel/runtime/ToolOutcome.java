package org.cellist.kernel.runtime;

import java.nio.file.Path;

/// How starting a tool ended. Immutable.
public sealed interface ToolOutcome {

    /// It runs, with its three standard streams as pipes.
    ///
    /// @param process ends, with all that it started, when its input is closed
    record Started(Tool tool, Process process) implements ToolOutcome {}

    /// None of the tools is installed where they are looked for.
    record NotFound() implements ToolOutcome {}

    /// Nothing was run.
    ///
    /// @param path what must be agreed to before the kernel's environment runs anything
    record ConsentNeeded(Path path) implements ToolOutcome {}

    /// The system did not start it.
    ///
    /// @param why what the system said
    record Refused(Tool tool, String why) implements ToolOutcome {}
}
