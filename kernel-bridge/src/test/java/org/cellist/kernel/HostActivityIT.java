package org.cellist.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.cellist.kernel.client.RunAdopter;
import org.cellist.kernel.runtime.KernelRuntime.OnHost;
import org.cellist.kernel.runtime.LaunchOptions;
import org.cellist.kernel.runtime.host.HostAnswer;
import org.cellist.kernel.runtime.host.HostKernel;
import org.cellist.kernel.runtime.host.HostKernel.Work;
import org.cellist.kernel.runtime.host.HostProblem;
import org.cellist.kernel.runtime.host.SshHost;
import org.cellist.kernel.runtime.server.JupyterServers.Notebook;
import org.cellist.kernel.ssh.Answers;
import org.cellist.kernel.ssh.RealSshd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What kernels on a real OpenSSH server do, as whoever is not connected to them sees it.
class HostActivityIT {

    private static final SshHost BOX = SshHost.parse("box").orElseThrow();
    private static final Notebook NOTEBOOK = new Notebook("art-0f3c.ipynb", "art.ipynb");
    private static final long SMALLEST_PYTHON = 10L << 20;
    private static final int LOOKS = 600;
    private static final String UNTIL_TOLD =
            """
            import os, time
            print('on', flush=True)
            while not os.path.exists(os.path.expanduser('~/go')):
                time.sleep(0.02)
            """;

    @TempDir Path folder;
    private RealSshd sshd;
    private HostBridge bridge;

    @BeforeEach
    void start() throws Exception {
        sshd = RealSshd.start(folder);
        bridge = new HostBridge(sshd.places(null));
    }

    @AfterEach
    void stop() throws Exception {
        if (sshd != null) {
            for (var each : given(bridge.kernels(BOX))) {
                bridge.end(BOX, each.kernel().id());
            }
            bridge.close();
            sshd.close();
        }
    }

    @Test
    void aMachineIsAskedOnlyOverAConnectionThatIsThere() throws Exception {
        assertFalse(bridge.isConnected(BOX));
        assertEquals(new HostAnswer.Refused<>(new HostProblem.Asks()), bridge.kernels(BOX));
        assertFalse(bridge.isConnected(BOX));

        given(bridge.look(BOX, new Answers(true)));

        assertTrue(bridge.isConnected(BOX));
        assertEquals(List.of(), given(bridge.kernels(BOX)));
    }

    @Test
    void aKernelSaysWhetherItRunsSomethingAlsoWhenNobodyIsConnected() throws Exception {
        var kernel = connect();
        assertEquals("x\n", RecordedRun.output(kernel, "print('x')"));
        var idle = await(Work.IDLE);
        assertEquals(HostBridge.id(NOTEBOOK), idle.kernel().id());
        assertEquals("art.ipynb", idle.kernel().notebook());
        assertTrue(idle.memoryBytes() > SMALLEST_PYTHON, idle::toString);
        assertTrue(idle.quietSeconds() >= 0 && idle.quietSeconds() <= 60, idle::toString);
        assertTrue(idle.ageSeconds() <= 60, idle::toString);

        RecordedRun.marked(kernel, "cell", UNTIL_TOLD).firstOutput();
        assertTrue(kernel.leave());
        await(Work.BUSY);

        Files.createFile(sshd.home().resolve("go"));
        await(Work.IDLE);
    }

    @Test
    void aKernelThatHasEndedUnheardIsAmongThem() throws Exception {
        var kernel = connect();
        RecordedRun.marked(kernel, "cell", UNTIL_TOLD + "os._exit(7)").firstOutput();
        assertTrue(kernel.leave());

        Files.createFile(sshd.home().resolve("go"));

        await(Work.ENDED);
        bridge.resume(python(), NOTEBOOK, LaunchOptions.DEFAULT, new Adopted());
    }

    /// Looks until the only kernel does that.
    private HostKernel.Activity await(Work wanted) throws InterruptedException {
        List<HostKernel.Activity> seen = List.of();
        for (int i = 0; i < LOOKS; i++) {
            seen = given(bridge.kernels(BOX));
            if (seen.size() == 1 && seen.getFirst().work() == wanted) {
                return seen.getFirst();
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        throw new AssertionError("not " + wanted + ": " + seen);
    }

    private ConnectedKernel connect() throws InterruptedException {
        var outcome = bridge.connect(python(), NOTEBOOK, LaunchOptions.DEFAULT, RunAdopter.NOBODY);
        return assertInstanceOf(ConnectOutcome.Connected.class, outcome, outcome::toString)
                .kernel();
    }

    private OnHost python() throws InterruptedException {
        return given(bridge.look(BOX, new Answers(true))).kernelspecs().stream()
                .filter(it -> it.language().equals("python"))
                .findFirst()
                .map(it -> new OnHost(BOX, it, null))
                .orElseThrow();
    }

    private static <T> T given(HostAnswer<T> answer) {
        return switch (answer) {
            case HostAnswer.Given(var value) -> value;
            case HostAnswer.Refused(var problem) -> throw new AssertionError(problem.toString());
        };
    }
}
