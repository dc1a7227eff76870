package org.cellist.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cellist.kernel.client.ExecutionEnd;
import org.cellist.kernel.client.RunAdopter;
import org.cellist.kernel.runtime.KernelExit;
import org.cellist.kernel.runtime.KernelRuntime.OnHost;
import org.cellist.kernel.runtime.LaunchOptions;
import org.cellist.kernel.runtime.StartFailure;
import org.cellist.kernel.runtime.container.Containers;
import org.cellist.kernel.runtime.host.Container;
import org.cellist.kernel.runtime.host.HostAnswer;
import org.cellist.kernel.runtime.host.HostKernelspec;
import org.cellist.kernel.runtime.host.HostListing;
import org.cellist.kernel.runtime.host.HostProblem;
import org.cellist.kernel.runtime.host.HostQuestions;
import org.cellist.kernel.runtime.host.NearbyHost;
import org.cellist.kernel.runtime.hosted.HostTimes;
import org.cellist.kernel.runtime.server.JupyterServers.Notebook;
import org.cellist.kernel.runtime.ssh.SshPlaces;
import org.cellist.kernel.runtime.terminal.Terminal;
import org.cellist.kernel.runtime.terminal.TerminalEnd;
import org.cellist.kernel.runtime.terminal.TerminalSize;
import org.cellist.kernel.runtime.terminal.TerminalTalk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What holds for kernels in every container.
abstract class ContainerRules {

    private static final Notebook NOTEBOOK = new Notebook("art-0f3c.ipynb", "art.ipynb");
    private static final int PATIENCE_SECONDS = 60;
    private static final int LINES = 400;

    /// Prints until there is a file `go`, then many lines.
    private static final String PRINTING =
            """
            import os, time
            print('on', flush=True)
            while not os.path.exists('go'):
                time.sleep(0.02)
            for i in range(%d):
                print(i, flush=True)
            """
                    .formatted(LINES);

    @TempDir Path folder;
    private ContainerPeer peer;
    private HostBridge bridge;

    abstract ContainerPeer peer(Path empty) throws Exception;

    @BeforeEach
    void start() throws Exception {
        peer = peer(folder);
        bridge = bridge();
    }

    @AfterEach
    void end() throws Exception {
        if (bridge != null) {
            bridge.close();
            peer.remove();
        }
    }

    private HostBridge bridge() {
        return new HostBridge(
                new SshPlaces(folder, "nobody", List.of(), null),
                HostTimes.USUAL,
                new Containers(peer.here()));
    }

    @Test
    void aKernelIsStartedInterruptedRestartedAndEnds() throws Exception {
        var lab =
                bridge.nearby().hosts().stream()
                        .filter(it -> it.address().equals(peer.container()))
                        .findFirst();
        assertTrue(lab.filter(NearbyHost::canBeEntered).isPresent(), lab::toString);

        var kernel = kernel(bridge);
        assertTrue(bridge.isConnected(peer.container()));
        assertEquals("42\n", RecordedRun.output(kernel, "x = 42; print(x)"));
        assertEquals(
                peer.home().getFileName() + "\n",
                RecordedRun.output(kernel, "import os; print(os.path.basename(os.getcwd()))"));
        var long_ = RecordedRun.of(kernel, "import time\nprint('on')\ntime.sleep(600)");
        long_.firstOutput();
        long_.interrupt();
        assertEquals(1, given(bridge.kernels(peer.container())).size());

        kernel.shutdownToRestart();
        assertTrue(exit(kernel).expected());
        var second = kernel(bridge);
        assertEquals("False\n", RecordedRun.output(second, "print('x' in globals())"));

        RecordedRun.of(second, "import os; os._exit(3)");
        assertEquals(3, exit(second).exitCode());
        assertFalse(exit(second).expected());
    }

    @Test
    void brokenWaysCostNoLine() throws Exception {
        var kernel = kernel(bridge);
        var run = RecordedRun.marked(kernel, "cell", PRINTING);
        run.firstOutput();

        for (int i = 0; i < 3; i++) {
            peer.cut();
            assertEquals("on\n", run.stdout());
        }
        Files.createFile(peer.home().resolve("go"));

        assertInstanceOf(ExecutionEnd.Replied.class, run.end());
        assertEquals(printed(), run.stdout());
        assertFalse(run.hasGap());
        assertEquals("on\n", RecordedRun.output(kernel, "print('on')"));
        kernel.shutdown();
    }

    @Test
    void whatIsSaidWhileNobodyIsThereComesOnce() throws Exception {
        var kernel = kernel(bridge);
        var run = RecordedRun.marked(kernel, "cell", PRINTING);
        run.firstOutput();
        assertTrue(kernel.leave());
        bridge.close();
        peer.cut();
        Files.createFile(peer.home().resolve("go"));

        bridge = bridge();
        var adopted = new Adopted();
        var outcome = bridge.resume(python(bridge), NOTEBOOK, LaunchOptions.DEFAULT, adopted);

        var again = assertInstanceOf(ConnectOutcome.Connected.class, outcome).kernel();
        var rest = adopted.next();
        rest.end();
        assertEquals(printed(), rest.stdout());
        assertEquals("8\n", RecordedRun.output(again, "print(i - %d + 9)".formatted(LINES)));
        again.shutdown();
    }

    private static String printed() {
        return IntStream.range(0, LINES)
                .mapToObj(it -> it + "\n")
                .collect(Collectors.joining("", "on\n", ""));
    }

    @Test
    void theEndOfTheContainerIsTheKernels() throws Exception {
        var kernel = kernel(bridge);
        assertEquals("1\n", RecordedRun.output(kernel, "print(1)"));

        peer.stop();

        assertFalse(exit(kernel).expected());
        assertEquals(new HostProblem.NotRunning(), problem());
        assertEquals(
                new StartFailure.HostFailed(new HostProblem.NotRunning()),
                assertInstanceOf(ConnectOutcome.Failed.class, connect(bridge, kernelOf(kernel)))
                        .failure());

        peer.startAgain();
        assertEquals(List.of(), given(look(bridge)).kernels());
        assertEquals("2\n", RecordedRun.output(kernel(bridge), "print(2)"));

        peer.remove();
        assertEquals(new HostProblem.NoSuchHost(), problem());
    }

    private OnHost kernelOf(ConnectedKernel kernel) {
        var file = kernel.kernelspec();
        var spec = HostKernelspec.named(file.name(), file.name(), "python", "");
        return new OnHost(peer.container(), spec, null);
    }

    @Test
    void aTerminalIsInThere() throws Exception {
        var terminal =
                given(bridge.terminal(peer.container(), TerminalSize.USUAL, HostQuestions.NOBODY));
        var talk = new TerminalTalk(terminal);
        talk.tryOut();
        talk.type("echo $HOME is $((6*7))");
        talk.await(" is 42");
        assertEquals(Terminal.Work.UNKNOWN, terminal.work());

        talk.type("exit 7");

        assertEquals(new TerminalEnd.Exited(7), talk.awaitEnd());
    }

    @Test
    void aTerminalThatIsClosedLeavesNoShell() throws Exception {
        var terminal =
                given(bridge.terminal(peer.container(), TerminalSize.USUAL, HostQuestions.NOBODY));
        var talk = new TerminalTalk(terminal);
        talk.type("echo $((40+2))");
        talk.await("42");
        RecordedHost.await(() -> !Processes.with("CELLIST_TERMINAL=").isEmpty());

        terminal.close();

        talk.awaitNoMore();
        RecordedHost.await(() -> Processes.with("CELLIST_TERMINAL=").isEmpty());
    }

    @Test
    void otherNamesAreNobody() throws Exception {
        var other = new Container(peer.container().engine(), "nobody");

        assertEquals(
                new HostAnswer.Refused<HostListing>(new HostProblem.NoSuchHost()),
                bridge.look(other, HostQuestions.NOBODY));
    }

    private HostAnswer<HostListing> look(HostBridge from) throws InterruptedException {
        return from.look(peer.container(), HostQuestions.NOBODY);
    }

    private HostProblem problem() throws InterruptedException {
        return assertInstanceOf(HostAnswer.Refused.class, look(bridge)).problem();
    }

    private OnHost python(HostBridge from) throws InterruptedException {
        return given(look(from)).kernelspecs().stream()
                .filter(it -> it.language().equals("python"))
                .findFirst()
                .map(it -> new OnHost(peer.container(), it, null))
                .orElseThrow();
    }

    private ConnectedKernel kernel(HostBridge from) throws InterruptedException {
        var outcome = connect(from, python(from));
        return assertInstanceOf(ConnectOutcome.Connected.class, outcome, outcome::toString)
                .kernel();
    }

    private static ConnectOutcome connect(HostBridge from, OnHost runtime)
            throws InterruptedException {
        return from.connect(runtime, NOTEBOOK, LaunchOptions.DEFAULT, RunAdopter.NOBODY);
    }

    private static KernelExit exit(ConnectedKernel kernel) throws Exception {
        return kernel.exit().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static <T> T given(HostAnswer<T> answer) {
        return switch (answer) {
            case HostAnswer.Given(var value) -> value;
            case HostAnswer.Refused(var problem) -> throw new AssertionError(problem.toString());
        };
    }
}
