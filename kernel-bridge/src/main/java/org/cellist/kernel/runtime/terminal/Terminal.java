package org.cellist.kernel.runtime.terminal;

import java.io.IOException;
import java.util.concurrent.CompletionStage;

/// A program in a terminal: what it writes, what is typed, how large its window is.
///
/// The bytes are what goes over a terminal's line: UTF-8 with control sequences, as `TERM` names
/// them ([#TYPE]).
///
/// Thread-safe, with one reader at a time. [#read], [#write] and [#resize] block; call them on
/// threads of their own ([org.cellist.kernel.runtime.PipeThread]).
public interface Terminal extends AutoCloseable {

    /// What programs are told that it can do: `TERM`.
    String TYPE = "xterm-256color";

    /// Waits for what the program writes. While nobody reads, the program is held back.
    ///
    /// @return how many bytes came; negative when there will be no more
    int read(byte[] into) throws IOException;

    /// Types. Blocks while the program does not read.
    ///
    /// @param typed whole characters
    void write(byte[] typed) throws IOException;

    /// Tells the program the size of its window.
    void resize(TerminalSize size) throws IOException;

    /// Returns whether closing it would end more than a shell that waits.
    Work work();

    /// Completes when the program has ended, or the way to it.
    CompletionStage<TerminalEnd> end();

    /// Ends the program as closing a terminal's window does: it is told to hang up. Does not
    /// block.
    @Override
    void close();

    /// What runs in a terminal.
    enum Work {
        /// Only its shell.
        NONE,
        /// A program that the shell has started.
        RUNS,
        /// Whatever it is, it runs where nobody can look.
        UNKNOWN
    }
}
