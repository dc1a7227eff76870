package org.cellist.kernel.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.cellist.kernel.ServerBridge;
import org.cellist.kernel.channel.HeartbeatPolicy;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.jupyter.ServerLogin;
import org.cellist.kernel.runtime.terminal.Terminal;
import org.cellist.kernel.runtime.terminal.TerminalEnd;
import org.cellist.kernel.runtime.terminal.TerminalNews;
import org.cellist.kernel.runtime.terminal.TerminalSize;
import org.cellist.kernel.runtime.terminal.TerminalTalk;
import org.cellist.kernel.server.FaultyProxy.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Terminals of a real Jupyter server, over a connection that breaks in every way.
class BrokenTerminalIT {

    private static final String TOKEN = "badcab1ebadcab1e";
    private static final HeartbeatPolicy QUICK = new HeartbeatPolicy(Duration.ofMillis(200), 4);
    private static final Pattern LINE = Pattern.compile("(?m)^n(\\d+)\\r?$");
    private static final int LINES = 300;

    @TempDir Path folder;
    private RealServer server;
    private FaultyProxy proxy;

    @BeforeEach
    void start() throws Exception {
        server = RealServer.start(RealServer.Kind.NEWEST, folder, "--ServerApp.token=" + TOKEN);
        proxy = new FaultyProxy(server.address());
    }

    @AfterEach
    void stop() throws Exception {
        if (proxy != null) {
            proxy.close();
        }
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void allThatTheProgramWritesIsThereOnceAndInOrder(Fault fault) throws Exception {
        var talk = new TerminalTalk(open(proxy.address()));
        talk.type(
                "i=0; while [ $i -lt %d ]; do i=$((i+1)); echo n$i; sleep 0.01; done; echo a''ll"
                        .formatted(LINES));

        for (int line = 20; line < 200; line += 60) {
            talk.await("n" + line + "\r\n");
            proxy.strike(fault);
        }

        talk.await("all");
        assertEquals(
                IntStream.rangeClosed(1, LINES).boxed().toList(),
                LINE.matcher(talk.seen())
                        .results()
                        .map(it -> Integer.parseInt(it.group(1)))
                        .toList());
        assertFalse(talk.news().contains(new TerminalNews.Repeats()), "the screen begins anew");
        if (fault != Fault.DELAY && fault != Fault.DUMB) { // through which all can be heard
            assertTrue(
                    talk.news().stream().anyMatch(TerminalNews.Back.class::isInstance),
                    () -> talk.news().toString());
        }
    }

    @Test
    void moreThanTheServerKeepsBeginsAnew() throws Exception {
        var talk = new TerminalTalk(open(proxy.address()));
        talk.type("echo be''gun");
        talk.await("begun");
        proxy.strike(Fault.HALF_OPEN);
        new TerminalTalk(joined())
                .type(
                        "i=0; while [ $i -lt 40000 ]; do i=$((i+1)); echo $i-and-so-on-and-so-on;"
                                + " done; for i in 1 2 3 4; do sleep 0.6; echo a''ll $i; done");

        talk.await("all 4");

        if (talk.news().contains(new TerminalNews.Repeats())) {
            assertFalse(talk.seen().contains("begun"), "what was there before stays on the screen");
        }
        assertEquals(1, talk.seen().split("all 4", -1).length - 1);
    }

    private Terminal joined() throws InterruptedException {
        var name = given(bridge().terminals(server.address())).getFirst().name();
        return given(bridge().join(server.address(), name, TerminalSize.USUAL));
    }

    @Test
    void whatIsTypedMeanwhileWaitsAndArrivesOnce() throws Exception {
        var talk = new TerminalTalk(open(proxy.address()));
        talk.type("echo be''gun");
        talk.await("begun");

        for (int i = 1; i <= 5; i++) {
            proxy.strike(Fault.RESET);
            talk.awaitNews(TerminalNews.Broken.class, i);
            talk.type("echo wai''ted-" + i);
            talk.await("waited-" + i);
        }

        for (int i = 1; i <= 5; i++) {
            assertEquals(2, talk.seen().split("waited-" + i + "\r", -1).length, talk.seen());
        }
    }

    @Test
    void whatWasTypedIntoASilentConnectionIsInDoubtAndNotTypedAgain() throws Exception {
        var talk = new TerminalTalk(open(proxy.address()));
        talk.type("echo be''gun");
        talk.await("begun");

        proxy.strike(Fault.DUMB);
        talk.type("echo lo''st");
        assertEquals(new TerminalNews.Back(true), talk.awaitNews(TerminalNews.Back.class, 1));
        talk.type("echo fo''und");
        talk.await("found");
        assertFalse(talk.seen().contains("lost"), talk.seen());
    }

    @Test
    void whereNothingWasTypedNothingIsInDoubt() throws Exception {
        var talk = new TerminalTalk(open(proxy.address()));
        talk.awaitAnything();

        proxy.strike(Fault.RESET);

        assertEquals(new TerminalNews.Back(false), talk.awaitNews(TerminalNews.Back.class, 1));
    }

    @Test
    void theSizeOfTheMomentIsToldAgain() throws Exception {
        var terminal = open(proxy.address());
        var talk = new TerminalTalk(terminal);
        talk.type("echo be''gun");
        talk.await("begun");
        proxy.strike(Fault.RESET);
        talk.awaitNews(TerminalNews.Broken.class, 1);

        terminal.resize(new TerminalSize(91, 33));

        talk.type("until [ \"$(stty size)\" = '33 91' ]; do :; done; echo size-$((40+2))");
        talk.await("size-42");
    }

    @Test
    void aTerminalThatSomebodyElseEndedMeanwhileIsGone() throws Exception {
        var talk = new TerminalTalk(open(proxy.address()));
        talk.type("echo be''gun");
        talk.await("begun");
        var name = given(bridge().terminals(server.address())).getFirst().name();

        proxy.strike(Fault.BLACKHOLE);
        given(bridge().endTerminal(server.address(), name));

        assertInstanceOf(TerminalEnd.Gone.class, talk.awaitEnd());
        talk.awaitNoMore();
    }

    private static ServerBridge bridge() {
        var client = HttpClient.newHttpClient();
        return new ServerBridge(() -> client, new Keys(new ServerLogin.Token(TOKEN)), QUICK);
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
