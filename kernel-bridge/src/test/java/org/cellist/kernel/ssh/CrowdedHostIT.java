package org.cellist.kernel.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.cellist.kernel.ConnectOutcome;
import org.cellist.kernel.ConnectedKernel;
import org.cellist.kernel.HostBridge;
import org.cellist.kernel.client.RunAdopter;
import org.cellist.kernel.runtime.KernelRuntime.OnHost;
import org.cellist.kernel.runtime.LaunchOptions;
import org.cellist.kernel.runtime.StartFailure;
import org.cellist.kernel.runtime.host.HostAnswer;
import org.cellist.kernel.runtime.host.HostListing;
import org.cellist.kernel.runtime.host.HostProblem;
import org.cellist.kernel.runtime.host.HostQuestions;
import org.cellist.kernel.runtime.host.SshHost;
import org.cellist.kernel.runtime.server.JupyterServers.Notebook;
import org.cellist.kernel.runtime.terminal.Terminal;
import org.cellist.kernel.runtime.terminal.TerminalSize;
import org.cellist.kernel.runtime.terminal.TerminalTalk;
import org.cellist.kernel.server.Runs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real OpenSSH server that allows few programs at once over a connection.
class CrowdedHostIT {

    private static final SshHost BOX = SshHost.parse("box").orElseThrow();
    private static final int MOST_SESSIONS = 2;

    @TempDir Path folder;
    private RealSshd sshd;
    private HostBridge bridge;
    private final List<ConnectedKernel> kernels = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        sshd = RealSshd.start(folder, "MaxSessions " + MOST_SESSIONS);
        bridge = new HostBridge(sshd.places(null));
    }

    @AfterEach
    void stop() throws Exception {
        if (sshd != null) {
            for (var kernel : kernels) {
                kernel.shutdown();
            }
            bridge.close();
            sshd.close();
        }
    }

    @Test
    void moreKernelsThanAConnectionCarriesRunAndComeBackAfterABreak() throws Exception {
        var runtime = python(new Answers(true));
        for (int i = 0; i < 2 * MOST_SESSIONS + 1; i++) {
            start(runtime, i);
            Runs.of(kernels.getLast().client(), "x = " + i);
        }
        assertEquals(kernels.size(), listing(HostQuestions.NOBODY).kernels().size());

        sshd.cut();

        for (int i = 0; i < kernels.size(); i++) {
            assertEquals(i + "\n", Runs.of(kernels.get(i).client(), "print(x)"));
        }
    }

    @Test
    void moreTerminalsThanAConnectionCarriesAreOpen() throws Exception {
        var terminals = new ArrayList<Terminal>();
        for (int i = 0; i < 2 * MOST_SESSIONS + 1; i++) {
            var answer = bridge.terminal(BOX, TerminalSize.USUAL, new Answers(true));
            switch (answer) {
                case HostAnswer.Given(var terminal) -> terminals.add(terminal);
                case HostAnswer.Refused(var problem) -> fail(problem.toString());
            }
        }

        for (var terminal : terminals) {
            new TerminalTalk(terminal).tryOut();
        }
        terminals.forEach(Terminal::close);
    }

    @Test
    void whatHasAnsweredCountsNoLonger() throws Exception {
        var runtime = python(new Answers(true));
        for (int i = 0; i < MOST_SESSIONS - 1; i++) {
            start(runtime, i);
        }
        for (int i = 0; i < 10 * MOST_SESSIONS; i++) {
            listing(HostQuestions.NOBODY);
        }

        assertEquals(1, sshd.log().lines().filter(it -> it.contains("Accepted publickey")).count());
    }

    @Test
    void whoWouldHaveToLogInAgainIsTold() throws Exception {
        var encrypted = sshd.client().resolve("work");
        RealSshd.key(encrypted, "ed25519", "open sesame");
        Files.writeString(
                folder.resolve("server/authorized_keys"),
                Files.readString(Path.of(encrypted + ".pub")));
        Files.writeString(
                sshd.client().resolve("config"),
                "  IdentityFile ~/.ssh/work\n",
                StandardOpenOption.APPEND);
        var runtime = python(new Answers(true, "open sesame"));
        for (int i = 0; i < MOST_SESSIONS; i++) {
            start(runtime, i);
        }

        var outcome = connect(runtime, MOST_SESSIONS);

        var failed = assertInstanceOf(ConnectOutcome.Failed.class, outcome);
        var why = assertInstanceOf(StartFailure.HostFailed.class, failed.failure()).problem();
        assertEquals(new HostProblem.Full(), why);
    }

    private void start(OnHost runtime, int number) throws InterruptedException {
        var outcome = connect(runtime, number);
        kernels.add(
                assertInstanceOf(ConnectOutcome.Connected.class, outcome, outcome::toString)
                        .kernel());
    }

    private ConnectOutcome connect(OnHost runtime, int number) throws InterruptedException {
        var notebook = new Notebook("n" + number + ".ipynb", "n" + number + ".ipynb");
        return bridge.connect(runtime, notebook, LaunchOptions.DEFAULT, RunAdopter.NOBODY);
    }

    private OnHost python(HostQuestions questions) throws InterruptedException {
        return listing(questions).kernelspecs().stream()
                .filter(it -> it.language().equals("python"))
                .findFirst()
                .map(it -> new OnHost(BOX, it, null))
                .orElseThrow();
    }

    private HostListing listing(HostQuestions questions) throws InterruptedException {
        return switch (bridge.look(BOX, questions)) {
            case HostAnswer.Given(var listing) -> listing;
            case HostAnswer.Refused(var problem) -> throw new AssertionError(problem.toString());
        };
    }
}
