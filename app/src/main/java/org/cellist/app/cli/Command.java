package org.cellist.app.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// One word of the command line: what may follow it, and what it does.
///
/// Confined to the calling thread.
interface Command {

    /// Returns how the command is written.
    CommandSpec spec();

    /// Does what was asked.
    ///
    /// @param parsed what followed the command's word
    /// @return the exit code, see [ExitCodes]
    int run(ParseResult parsed);
}
