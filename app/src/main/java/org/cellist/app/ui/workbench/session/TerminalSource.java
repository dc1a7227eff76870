package org.cellist.app.ui.workbench.session;

import java.io.IOException;
import java.nio.file.Path;
import org.cellist.kernel.runtime.PythonEnvironment;
import org.cellist.kernel.runtime.host.HostAddress;
import org.cellist.kernel.runtime.host.HostAnswer;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.terminal.Terminal;
import org.cellist.kernel.runtime.terminal.TerminalSize;
import org.jspecify.annotations.Nullable;

/// Starts shells in terminals, wherever notebooks run. Thread-safe. Its methods block.
public interface TerminalSource {

    /// Starts one on this computer.
    ///
    /// @param folder where it begins
    /// @param environment what is activated in it; null for nothing
    /// @throws IOException if the system lets none start
    Terminal here(Path folder, @Nullable PythonEnvironment environment, TerminalSize size)
            throws IOException;

    /// Starts one on a machine over SSH. Asks nothing: who would have to log in is told so.
    ///
    /// @param folder where it begins, if that is there; empty for the person's home
    HostAnswer<Terminal> on(HostAddress host, String folder, TerminalSize size)
            throws InterruptedException;

    /// Starts one on a Jupyter server.
    ServerAnswer<Terminal> on(ServerAddress server, TerminalSize size) throws InterruptedException;
}
