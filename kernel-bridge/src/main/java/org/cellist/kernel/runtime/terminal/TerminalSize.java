package org.cellist.kernel.runtime.terminal;

/// How large a terminal's window is.
///
/// @param columns letters in a row; at least 1
/// @param rows at least 1
///
/// Immutable.
public record TerminalSize(int columns, int rows) {

    /// What terminals have had since the VT100.
    public static final TerminalSize USUAL = new TerminalSize(80, 24);

    /// @throws IllegalArgumentException if there is no room for a letter
    public TerminalSize {
        if (columns < 1 || rows < 1) {
            throw new IllegalArgumentException("a terminal of " + columns + " × " + rows);
        }
    }
}
