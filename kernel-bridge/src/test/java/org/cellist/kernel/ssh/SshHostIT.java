package org.cellist.kernel.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
import org.cellist.kernel.server.RealServer;
import org.cellist.kernel.server.Runs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real OpenSSH server: who is let in, what it has, and kernels on it.
class SshHostIT {

    private static final SshHost BOX = SshHost.parse("box").orElseThrow();
    private static final Notebook NOTEBOOK = new Notebook("training-0f3c.ipynb", "training.ipynb");
    private static final long PATIENCE_SECONDS = 60;

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
    void aNewKeyIsAskedAboutOnceAndAChangedOneStops() throws Exception {
        var person = new Answers(true);
        assertEquals(new HostProblem.Asks(), problem(BOX, HostQuestions.NOBODY));
        assertEquals(new HostProblem.GivenUp(), problem(BOX, new Answers(false)));

        given(bridge.look(BOX, person));
        var key = person.keys().getFirst();
        var name = "[127.0.0.1]:" + sshd.port();
        assertEquals(name, key.host());
        assertEquals(
                sshd.fingerprint(key.type().contains("ed25519") ? "ed25519" : "ecdsa"),
                key.fingerprint());

        var known = sshd.client().resolve("known_hosts");
        RealSshd.run("ssh-keygen", "-q", "-H", "-f", known.toString());
        bridge.forget(BOX);
        given(bridge.look(BOX, HostQuestions.NOBODY));

        var stranger = folder.resolve("stranger");
        RealSshd.key(stranger, "ed25519", "");
        Files.writeString(known, name + " " + Files.readString(Path.of(stranger + ".pub")));
        bridge.forget(BOX);
        var changed = assertInstanceOf(HostProblem.KeyChanged.class, problem(BOX, person));
        assertEquals(sshd.fingerprint("ed25519"), changed.fingerprint());
        assertEquals(1, changed.line());
        assertEquals(1, person.keys().size());
    }

    @Test
    void keysComeFromTheAgentAndFromFilesWithAPassphrase() throws Exception {
        var encrypted = sshd.client().resolve("work");
        RealSshd.key(encrypted, "ecdsa", "open sesame");
        config(
                "Host wanting\n  HostName 127.0.0.1\n  Port "
                        + sshd.port()
                        + "\n  IdentityFile ~/.ssh/work");
        assertInstanceOf(
                HostProblem.LoginRefused.class,
                problem(host("wanting"), new Answers(true, "open sesame")));
        Files.writeString(
                folder.resolve("server/authorized_keys"),
                Files.readString(Path.of(encrypted + ".pub")));
        var person = new Answers(true, "wrong", "open sesame");
        given(bridge.look(host("wanting"), person));
        assertEquals(2, person.prompts().size());
        assertTrue(person.prompts().getLast().isAgain());
        assertEquals(HostQuestions.Kind.PASSPHRASE, person.prompts().getFirst().kind());
        assertEquals(
                new HostProblem.Asks(),
                problem(host("wanting:" + sshd.port()), HostQuestions.NOBODY));

        var socket = folder.resolve("agent");
        var agent = new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString()).start();
        try (var withAgent = new HostBridge(sshd.places(socket.toString()))) {
            Files.writeString(folder.resolve("ask"), "#!/bin/sh\necho open sesame\n");
            folder.resolve("ask").toFile().setExecutable(true);
            add(socket, encrypted);
            given(withAgent.look(host("wanting"), HostQuestions.NOBODY));
        } finally {
            agent.destroyForcibly().onExit().join();
        }
    }

    private void add(Path socket, Path key) throws Exception {
        while (!Files.exists(socket)) {
            Thread.onSpinWait();
        }
        var builder = new ProcessBuilder("setsid", "ssh-add", key.toString()).inheritIO();
        builder.environment().put("SSH_AUTH_SOCK", socket.toString());
        builder.environment().put("SSH_ASKPASS", folder.resolve("ask").toString());
        builder.environment().put("SSH_ASKPASS_REQUIRE", "force");
        builder.environment().put("DISPLAY", ":none");
        assertEquals(0, builder.start().waitFor());
    }

    @Test
    void thereIsAWayThroughOtherMachinesAndWordsForNone() throws Exception {
        config(
                """
                Host inner
                  HostName localhost
                  Port %d
                  HostKeyAlias inner
                  ProxyJump box
                Host closed
                  HostName 127.0.0.1
                  Port %d
                Host lost
                  HostName no-such-host.invalid
                """
                        .formatted(sshd.port(), RealServer.freePort()));
        var person = new Answers(true);
        given(bridge.look(host("inner"), person));
        assertEquals(2, person.keys().size());
        assertEquals("inner", person.keys().getLast().host());

        assertInstanceOf(HostProblem.Refused.class, problem(host("closed"), person));
        assertEquals(
                new HostProblem.UnknownName("no-such-host.invalid"), problem(host("lost"), person));
        Files.delete(folder.resolve("server/authorized_keys"));
        bridge.forget(BOX);
        assertInstanceOf(HostProblem.LoginRefused.class, problem(BOX, person));
    }

    @Test
    void aKernelRunsThereIsInterruptedRestartedAndLeft() throws Exception {
        var listing = given(bridge.look(BOX, new Answers(true)));
        var runtime = python(listing);
        var kernel = kernel(runtime);

        assertEquals("42\n", Runs.of(kernel.client(), "x = 42; print(x)"));
        assertEquals(
                PosixFilePermissions.fromString("rw-------"),
                Files.getPosixFilePermissions(kernel.connectionFile()));
        var run = Runs.begin(kernel.client(), "import time\nprint('on')\ntime.sleep(600)");
        run.awaitText("on");
        kernel.interrupt();
        assertEquals("KeyboardInterrupt", run.awaitError());

        assertTrue(kernel.leave());
        var again = kernel(runtime);
        assertEquals("42\n", Runs.of(again.client(), "print(x)"));
        assertEquals(1, given(bridge.look(BOX, HostQuestions.NOBODY)).kernels().size());

        again.shutdownToRestart();
        assertTrue(
                again.exit()
                        .toCompletableFuture()
                        .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                        .expected());
        var third = kernel(runtime);
        assertEquals("False\n", Runs.of(third.client(), "print('x' in globals())"));

        Runs.begin(third.client(), "import os; os._exit(3)");
        var exit = third.exit().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertEquals(3, exit.exitCode());
        assertFalse(exit.expected());
        assertTrue(exit.lastWords().contains("connection.json"), exit.lastWords());
        assertEquals(0, given(bridge.look(BOX, HostQuestions.NOBODY)).kernels().size());
    }

    @Test
    void aMachineThatForwardsNoPortsSaysSo() throws Exception {
        sshd.close();
        var other = folder.resolve("other");
        try (var closed = RealSshd.start(other, "AllowTcpForwarding no");
                var there = new HostBridge(closed.places(null))) {
            var runtime = python(given(there.look(BOX, new Answers(true))));

            var outcome =
                    there.connect(runtime, NOTEBOOK, LaunchOptions.DEFAULT, RunAdopter.NOBODY);

            var failed = assertInstanceOf(ConnectOutcome.Failed.class, outcome);
            assertEquals(
                    new StartFailure.HostFailed(new HostProblem.NoTunnels()), failed.failure());
            assertEquals(List.of(), given(there.look(BOX, HostQuestions.NOBODY)).kernels());
        }
    }

    @Test
    void aCutConnectionIsTakenUpAgain() throws Exception {
        var runtime = python(given(bridge.look(BOX, new Answers(true))));
        var kernel = kernel(runtime);
        Runs.of(kernel.client(), "n = 0");
        var run =
                Runs.begin(
                        kernel.client(),
                        "import time\nn += 1\nprint('on')\ntime.sleep(3)\nprint('end')");
        run.awaitText("on");

        sshd.cut();

        run.end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertTrue(run.text().contains("end") || run.hasGap(), run.text());
        assertEquals("1\n", Runs.of(kernel.client(), "print(n)"));
        kernel.shutdown();
    }

    private OnHost python(HostListing listing) {
        return listing.kernelspecs().stream()
                .filter(it -> it.language().equals("python"))
                .findFirst()
                .map(it -> new OnHost(BOX, it, null))
                .orElseThrow();
    }

    private ConnectedKernel kernel(OnHost runtime) throws InterruptedException {
        var outcome = bridge.connect(runtime, NOTEBOOK, LaunchOptions.DEFAULT, RunAdopter.NOBODY);
        return assertInstanceOf(ConnectOutcome.Connected.class, outcome, outcome::toString)
                .kernel();
    }

    private HostProblem problem(SshHost host, HostQuestions questions) throws InterruptedException {
        var answer = bridge.look(host, questions);
        return assertInstanceOf(HostAnswer.Refused.class, answer).problem();
    }

    private static HostListing given(HostAnswer<HostListing> answer) {
        return switch (answer) {
            case HostAnswer.Given(var listing) -> listing;
            case HostAnswer.Refused(var problem) -> throw new AssertionError(problem.toString());
        };
    }

    private void config(String more) throws Exception {
        Files.writeString(sshd.client().resolve("config"), more + "\n", StandardOpenOption.APPEND);
    }

    private static SshHost host(String text) {
        return SshHost.parse(text).orElseThrow();
    }
}
