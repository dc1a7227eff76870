package org.cellist.app.ui.workbench.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.cellist.kernel.runtime.PythonEnvironment;
import org.cellist.kernel.runtime.host.HostAddress;
import org.cellist.kernel.runtime.host.HostAnswer;
import org.cellist.kernel.runtime.jupyter.ListedTerminal;
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

    /// Joins one that a Jupyter server has; closing it leaves it there.
    ServerAnswer<Terminal> join(ServerAddress server, String name, TerminalSize size)
            throws InterruptedException;

    /// Returns those that a Jupyter server has.
    ServerAnswer<List<ListedTerminal>> list(ServerAddress server) throws InterruptedException;

    /// Ends one of a Jupyter server, whoever uses it.
    ServerAnswer<String> end(ServerAddress server, String name) throws InterruptedException;
}
