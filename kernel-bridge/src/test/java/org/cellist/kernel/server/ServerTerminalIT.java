package org.cellist.kernel.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import org.cellist.kernel.ServerBridge;
import org.cellist.kernel.runtime.jupyter.ListedTerminal;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.jupyter.ServerLogin;
import org.cellist.kernel.runtime.jupyter.ServerProblem;
import org.cellist.kernel.runtime.terminal.Terminal;
import org.cellist.kernel.runtime.terminal.TerminalEnd;
import org.cellist.kernel.runtime.terminal.TerminalNews;
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
    void aServerThatGoesIsTriedAgainUntilThePersonLeaves() throws Exception {
        Terminal terminal;
        TerminalTalk talk;
        try (var server =
                RealServer.start(RealServer.Kind.DEBIAN, folder, "--ServerApp.token=" + TOKEN)) {
            terminal = open(server.address());
            talk = new TerminalTalk(terminal);
            talk.type("echo be''gun");
            talk.await("begun");
        }
        talk.awaitNews(TerminalNews.Broken.class, 1);

        terminal.close();

        assertInstanceOf(TerminalEnd.Ended.class, talk.awaitEnd());
        talk.awaitNoMore();
    }

    @Test
    void whatAServerHasIsListedJoinedLeftAndEnded() throws Exception {
        try (var server =
                RealServer.start(RealServer.Kind.NEWEST, folder, "--ServerApp.token=" + TOKEN)) {
            var first = new TerminalTalk(open(server.address()));
            first.type("echo be''gun");
            first.await("begun");
            var name = names(server).getFirst();

            var joined = given(bridge().join(server.address(), name, TerminalSize.USUAL));
            var second = new TerminalTalk(joined);
            second.await("begun");
            assertEquals(
                    List.of(new TerminalNews.Repeats(), new TerminalNews.RepeatsNoMore()),
                    second.awaitRepeated());
            assertEquals(Terminal.Work.NONE, joined.work());
            second.type("echo to-$((40+2))");
            first.await("to-42");
            joined.close();
            second.awaitNoMore();
            assertEquals(List.of(name), names(server));

            given(bridge().endTerminal(server.address(), name));

            assertInstanceOf(TerminalEnd.Ended.class, first.awaitEnd());
            assertEquals(List.of(), names(server));
        }
    }

    private static List<String> names(RealServer server) throws InterruptedException {
        return given(bridge().terminals(server.address())).stream()
                .map(ListedTerminal::name)
                .toList();
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
        return given(bridge().terminal(address, TerminalSize.USUAL));
    }

    private static <T> T given(ServerAnswer<T> answer) {
        return switch (answer) {
            case ServerAnswer.Given(var it) -> it;
            case ServerAnswer.Refused(var problem) -> throw new AssertionError(problem.toString());
        };
    }
}
