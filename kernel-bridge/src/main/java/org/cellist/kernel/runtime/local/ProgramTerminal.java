package org.cellist.kernel.runtime.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cellist.kernel.runtime.terminal.Terminal;
import org.cellist.kernel.runtime.terminal.TerminalSize;

/// Runs programs in pseudo-terminals of this machine.
///
/// Thread-safe.
public final class ProgramTerminal {

    private ProgramTerminal() {}

    /// Starts a program.
    ///
    /// @param folder where it begins
    /// @param inherited the variables that it begins with
    /// @throws IOException if the system lets it not start
    public static Terminal open(
            List<String> command, Path folder, Map<String, String> inherited, TerminalSize size)
            throws IOException {
        return LocalTerminal.of(command, folder, inherited, size);
    }
}
