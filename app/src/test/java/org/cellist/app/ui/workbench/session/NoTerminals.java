package org.cellist.app.ui.workbench.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.cellist.kernel.runtime.PythonEnvironment;
import org.cellist.kernel.runtime.host.HostAddress;
import org.cellist.kernel.runtime.host.HostAnswer;
import org.cellist.kernel.runtime.host.HostProblem;
import org.cellist.kernel.runtime.jupyter.ListedTerminal;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.jupyter.ServerProblem;
import org.cellist.kernel.runtime.terminal.Terminal;
import org.cellist.kernel.runtime.terminal.TerminalSize;
import org.jspecify.annotations.Nullable;

/// Places where no shell can be started.
public final class NoTerminals implements TerminalSource {

    @Override
    public Terminal here(Path folder, @Nullable PythonEnvironment environment, TerminalSize size)
            throws IOException {
        throw new IOException("no terminals here");
    }

    @Override
    public HostAnswer<Terminal> on(HostAddress host, String folder, TerminalSize size) {
        return new HostAnswer.Refused<>(new HostProblem.Full());
    }

    @Override
    public ServerAnswer<Terminal> on(ServerAddress server, TerminalSize size) {
        return new ServerAnswer.Refused<>(new ServerProblem.NoTerminals());
    }

    @Override
    public ServerAnswer<Terminal> join(ServerAddress server, String name, TerminalSize size) {
        return new ServerAnswer.Refused<>(new ServerProblem.NoTerminals());
    }

    @Override
    public ServerAnswer<List<ListedTerminal>> list(ServerAddress server) {
        return new ServerAnswer.Given<>(List.of());
    }

    @Override
    public ServerAnswer<String> end(ServerAddress server, String name) {
        return new ServerAnswer.Refused<>(new ServerProblem.NoTerminals());
    }
}
