package org.cellist.kernel.runtime.terminal;

/// How the program of a terminal ended. Immutable.
public sealed interface TerminalEnd {

    /// It ended, by itself or because it was closed.
    ///
    /// @param code what it returned; 128 and the signal's number where one ended it
    record Exited(int code) implements TerminalEnd {}

    /// It ended, and nobody tells what it returned.
    record Ended() implements TerminalEnd {}

    /// The way to it is broken; it may have ended or not.
    ///
    /// @param why in the system's words
    record Lost(String why) implements TerminalEnd {}

    /// It is not there any more where it was: somebody else ended it, or its server began anew.
    record Gone() implements TerminalEnd {}
}
