package org.cellist.kernel.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cellist.kernel.HostBridge;
import org.cellist.kernel.runtime.host.HostAnswer;
import org.cellist.kernel.runtime.host.HostProblem;
import org.cellist.kernel.runtime.host.HostQuestions;
import org.cellist.kernel.runtime.host.SshHost;
import org.cellist.kernel.runtime.terminal.Terminal;
import org.cellist.kernel.runtime.terminal.TerminalEnd;
import org.cellist.kernel.runtime.terminal.TerminalSize;
import org.cellist.kernel.runtime.terminal.TerminalTalk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A login shell of a real OpenSSH server.
class SshTerminalIT {

    private static final SshHost BOX = SshHost.parse("box").orElseThrow();

    @TempDir Path folder;
    private RealSshd sshd;
    private HostBridge bridge;

    @BeforeEach
    void start() throws Exception {
        sshd = RealSshd.start(folder);
        bridge = new HostBridge(sshd.places(null));
    }

    @AfterEach
    void stop() {
        if (sshd != null) {
            bridge.close();
            sshd.close();
        }
    }

    @Test
    void theShellThereKnowsItsWindowAndSaysWhatItReturned() throws Exception {
        var terminal = open(new Answers(true));
        var talk = new TerminalTalk(terminal);
        talk.tryOut();
        assertEquals(Terminal.Work.UNKNOWN, terminal.work());

        talk.type("exit 7");

        assertEquals(new TerminalEnd.Exited(7), talk.awaitEnd());
        talk.awaitNoMore();
        assertEquals(Terminal.Work.NONE, terminal.work());
    }

    @Test
    void aSecondTerminalNeedsNoSecondLogin() throws Exception {
        try (var first = open(new Answers(true));
                var second = open(HostQuestions.NOBODY)) {
            new TerminalTalk(first).tryOut();
            new TerminalTalk(second).tryOut();
        }

        assertEquals(1, sshd.log().lines().filter(it -> it.contains("Accepted publickey")).count());
    }

    @Test
    void closingEndsWhatRunsThere() throws Exception {
        var terminal = open(new Answers(true));
        var talk = new TerminalTalk(terminal);
        talk.type("sh -c 'echo child-$((1+1)); exec sleep 98765'");
        talk.await("child-2");
        var child =
                ProcessHandle.allProcesses()
                        .filter(it -> it.info().commandLine().orElse("").endsWith("sleep 98765"))
                        .findFirst()
                        .orElseThrow();

        terminal.close();

        talk.awaitNoMore();
        child.onExit().get(60, TimeUnit.SECONDS);
        assertFalse(child.isAlive());
    }

    @Test
    void aBrokenConnectionIsNoEndOfTheProgram() throws Exception {
        var talk = new TerminalTalk(open(new Answers(true)));
        talk.type("echo be''gun");
        talk.await("begun");

        sshd.cut();

        assertInstanceOf(TerminalEnd.Lost.class, talk.awaitEnd());
        talk.awaitNoMore();
    }

    @Test
    void aShellBeginsInAFolderWhateverItIsCalledOrWhereALoginBegins() throws Exception {
        var place = Files.createDirectories(folder.resolve("a 'b' \"$c\" *! 한글"));
        Files.createDirectories(folder.resolve("other"));

        for (var each : List.of(place.toString(), "/not/there", "~", "; echo ran-$((40+2))")) {
            var talk = new TerminalTalk(in(each));
            talk.type("case $- in *i*) echo is-''interactive;; esac");
            talk.await("is-interactive");
            talk.type("pwd; exit 3");
            if (each.equals(place.toString())) {
                talk.await(place.toString());
            }
            assertEquals(new TerminalEnd.Exited(3), talk.awaitEnd());
            assertFalse(talk.seen().contains("ran-42"), talk.seen());
        }
    }

    private Terminal in(String place) throws InterruptedException {
        return switch (bridge.terminal(BOX, place, TerminalSize.USUAL, new Answers(true))) {
            case HostAnswer.Given(var terminal) -> terminal;
            case HostAnswer.Refused(var problem) -> throw new AssertionError(problem.toString());
        };
    }

    @Test
    void whoHasToAnswerAQuestionFirstIsTold() throws Exception {
        assertEquals(
                new HostAnswer.Refused<Terminal>(new HostProblem.Asks()),
                bridge.terminal(BOX, TerminalSize.USUAL, HostQuestions.NOBODY));
    }

    private Terminal open(HostQuestions questions) throws InterruptedException {
        return switch (bridge.terminal(BOX, TerminalSize.USUAL, questions)) {
            case HostAnswer.Given(var terminal) -> terminal;
            case HostAnswer.Refused(var problem) -> throw new AssertionError(problem.toString());
        };
    }
}
