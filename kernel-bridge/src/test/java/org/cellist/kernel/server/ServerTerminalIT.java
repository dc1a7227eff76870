package org.cellist.kernel.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.http.HttpClient;
import java.nio.file.Path;
import org.cellist.kernel.ServerBridge;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.jupyter.ServerLogin;
import org.cellist.kernel.runtime.jupyter.ServerProblem;
import org.cellist.kernel.runtime.terminal.Terminal;
import org.cellist.kernel.runtime.terminal.TerminalEnd;
import org.cellist.kernel.runtime.terminal.TerminalSize;
import org.cellist.kernel.runtime.terminal.TerminalTalk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Terminals of real Jupyter servers, old and new.
class ServerTerminalIT {

    private static final String TOKEN = "0c0ffee0c0ffee";

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void aShellThereIsTypedIntoAndEnds(RealServer.Kind kind) throws Exception {
        try (var server = RealServer.start(kind, folder, "--ServerApp.token=" + TOKEN)) {
            var terminal = open(server.address());
            var talk = new TerminalTalk(terminal);
            talk.tryOut();
            assertEquals(Terminal.Work.UNKNOWN, terminal.work());

            talk.type("exit");

            assertInstanceOf(TerminalEnd.Ended.class, talk.awaitEnd());
            talk.awaitNoMore();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFloodArrivesWholeAndInOrder(RealServer.Kind kind) throws Exception {
        try (var server = RealServer.start(kind, folder, "--ServerApp.token=" + TOKEN)) {
            var talk = new TerminalTalk(open(server.address()));

            talk.type("i=0; while [ $i -lt 20000 ]; do i=$((i+1)); echo n$i; done; echo a''ll");

            talk.await("n19998\r\nn19999\r\nn20000\r\nall");
        }
    }

    @Test
    void aServerThatGoesIsALostTerminal() throws Exception {
        TerminalTalk talk;
        try (var server =
                RealServer.start(RealServer.Kind.DEBIAN, folder, "--ServerApp.token=" + TOKEN)) {
            talk = new TerminalTalk(open(server.address()));
            talk.type("echo be''gun");
            talk.await("begun");
        }

        assertInstanceOf(TerminalEnd.Lost.class, talk.awaitEnd());
        talk.awaitNoMore();
    }

    @Test
    void aServerWithoutTerminalsSaysSo() throws Exception {
        try (var server =
                RealServer.start(
                        RealServer.Kind.DEBIAN,
                        folder,
                        "--ServerApp.token=" + TOKEN,
                        "--ServerApp.terminals_enabled=False")) {
            assertEquals(
                    new ServerAnswer.Refused<Terminal>(new ServerProblem.NoTerminals()),
                    bridge().terminal(server.address(), TerminalSize.USUAL));
        }
    }

    private static ServerBridge bridge() {
        var client = HttpClient.newHttpClient();
        return new ServerBridge(() -> client, new Keys(new ServerLogin.Token(TOKEN)));
    }

    private static Terminal open(ServerAddress address) throws InterruptedException {
        return switch (bridge().terminal(address, TerminalSize.USUAL)) {
            case ServerAnswer.Given(var terminal) -> terminal;
            case ServerAnswer.Refused(var problem) -> throw new AssertionError(problem.toString());
        };
    }
}
