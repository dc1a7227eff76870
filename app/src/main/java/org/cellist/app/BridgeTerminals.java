package org.cellist.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.cellist.app.ui.workbench.session.TerminalSource;
import org.cellist.kernel.KernelBridge;
import org.cellist.kernel.runtime.PythonEnvironment;
import org.cellist.kernel.runtime.host.HostAddress;
import org.cellist.kernel.runtime.host.HostAnswer;
import org.cellist.kernel.runtime.host.HostQuestions;
import org.cellist.kernel.runtime.jupyter.ListedTerminal;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.terminal.Terminal;
import org.cellist.kernel.runtime.terminal.TerminalSize;
import org.jspecify.annotations.Nullable;

/// The bridge's terminals, as the window sees them.
///
/// @param keys tells Colab's machines, which have a terminal of another kind
///
/// Thread-safe.
record BridgeTerminals(KernelBridge bridge, ColabKeys keys) implements TerminalSource {

    @Override
    public Terminal here(Path folder, @Nullable PythonEnvironment environment, TerminalSize size)
            throws IOException {
        return bridge.terminal(folder, environment, size);
    }

    @Override
    public HostAnswer<Terminal> on(HostAddress host, String folder, TerminalSize size)
            throws InterruptedException {
        return bridge.hosts().terminal(host, folder, size, HostQuestions.NOBODY);
    }

    @Override
    public ServerAnswer<Terminal> on(ServerAddress server, TerminalSize size)
            throws InterruptedException {
        return keys.isColabs(server)
                ? keys.colab().terminal(server, size)
                : bridge.servers().terminal(server, size);
    }

    @Override
    public ServerAnswer<Terminal> join(ServerAddress server, String name, TerminalSize size)
            throws InterruptedException {
        return bridge.servers().join(server, name, size);
    }

    @Override
    public ServerAnswer<List<ListedTerminal>> list(ServerAddress server)
            throws InterruptedException {
        return bridge.servers().terminals(server);
    }

    @Override
    public ServerAnswer<String> end(ServerAddress server, String name) throws InterruptedException {
        return bridge.servers().endTerminal(server, name);
    }
}
