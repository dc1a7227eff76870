package org.cellist.kernel.runtime.terminal;

import java.io.IOException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

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

    /// Has who reads told what becomes of the way to the program: on the thread that reads, in
    /// order with what is read. To be called before the first read.
    default void follow(Consumer<TerminalNews> reader) {}

    /// Tries at once to get to the program again, if that is being waited for.
    default void hurry() {}

    /// Types. Blocks while the program does not read, and while the way to it is broken and tried
    /// again.
    ///
    /// @param typed whole characters
    void write(byte[] typed) throws IOException;

    /// Tells the program the size of its window, at once or when the way to it is back.
    void resize(TerminalSize size) throws IOException;

    /// Returns what its server calls it; empty where nobody else could ask for it.
    default String name() {
        return "";
    }

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
