package org.cellist.kernel.runtime.terminal;

/// What becomes of the way to a terminal whose program lives on while the way is broken. Immutable.
public sealed interface TerminalNews {

    /// The way is broken, and is tried again as often as it takes. What is typed waits.
    ///
    /// @param why in the system's words
    record Broken(String why) implements TerminalNews {}

    /// The way is there again.
    ///
    /// @param isTypingInDoubt whether something was typed of which nobody knows if it arrived; it
    ///     is not typed again
    record Back(boolean isTypingInDoubt) implements TerminalNews {}

    /// What is read next was written before, and stands for all that was: it belongs on an empty
    /// screen. Whoever asked a question in it has been answered.
    record Repeats() implements TerminalNews {}

    /// What is read next is new again.
    record RepeatsNoMore() implements TerminalNews {}
}
