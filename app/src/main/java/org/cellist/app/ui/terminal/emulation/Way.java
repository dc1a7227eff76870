package org.cellist.app.ui.terminal.emulation;

/// How the way to a terminal's program is. Immutable.
public sealed interface Way {

    /// Nothing is to be said about it.
    record Whole() implements Way {}

    /// It is broken, and is tried again.
    ///
    /// @param why in the system's words
    /// @param waiting how many letters and keys a person has typed that are sent when it is back
    record Broken(String why, int waiting) implements Way {}

    /// It is there again, and nothing was typed since.
    ///
    /// @param isTypingInDoubt whether nobody knows if what was typed last arrived
    record Back(boolean isTypingInDoubt) implements Way {}
}
