package org.cellist.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cellist.kernel.client.ExecutionEnd;
import org.cellist.kernel.client.RunAdopter;
import org.cellist.kernel.protocol.MessageId;
import org.cellist.kernel.runtime.KernelRuntime.OnHost;
import org.cellist.kernel.runtime.LaunchOptions;
import org.cellist.kernel.runtime.StartFailure;
import org.cellist.kernel.runtime.host.HostAnswer;
import org.cellist.kernel.runtime.host.HostListing;
import org.cellist.kernel.runtime.host.HostProblem;
import org.cellist.kernel.runtime.host.SshHost;
import org.cellist.kernel.runtime.local.ProcessMemory;
import org.cellist.kernel.runtime.server.JupyterServers.Notebook;
import org.cellist.kernel.ssh.Answers;
import org.cellist.kernel.ssh.RealSshd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What kernels on a real OpenSSH server say while the way to them is broken or nobody is there.
class RecordedHostIT {

    private static final SshHost BOX = SshHost.parse("box").orElseThrow();
    private static final Notebook NOTEBOOK = new Notebook("art-0f3c.ipynb", "art.ipynb");
    private static final int CUTS = 10;
    private static final int LONGEST_MILLIS = 900;

    @TempDir Path folder;
    private RealSshd sshd;
    private HostBridge bridge;
    private OnHost runtime;

    @BeforeEach
    void start() throws Exception {
        sshd = RealSshd.start(folder);
        bridge = new HostBridge(sshd.places(null));
        runtime = python();
    }

    @AfterEach
    void stop() throws Exception {
        if (sshd != null) {
            for (var kernel : listing().kernels()) {
                bridge.end(BOX, kernel.id());
            }
            await(() -> !hasLastWords());
            bridge.close();
            sshd.close();
        }
    }

    /// Hears what a kernel said last: then it is forgotten.
    private boolean hasLastWords() throws InterruptedException {
        var outcome = bridge.resume(runtime, NOTEBOOK, LaunchOptions.DEFAULT, new Adopted());
        return outcome instanceof ConnectOutcome.Connected;
    }

    private OnHost python() throws InterruptedException {
        return listing().kernelspecs().stream()
                .filter(it -> it.language().equals("python"))
                .findFirst()
                .map(it -> new OnHost(BOX, it, null))
                .orElseThrow();
    }

    private HostListing listing() throws InterruptedException {
        return switch (bridge.look(BOX, new Answers(true))) {
            case HostAnswer.Given(var listing) -> listing;
            case HostAnswer.Refused(var problem) -> throw new AssertionError(problem.toString());
        };
    }

    @Test
    void cutsAtAnyMomentCostNoLine() throws Exception {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        var kernel = connect(RunAdopter.NOBODY);
        var run = RecordedRun.marked(kernel, "cell", PRINTING);
        run.firstOutput();

        for (int i = 0; i < CUTS; i++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST_MILLIS)));
            sshd.cut();
        }
        enough();

        assertInstanceOf(ExecutionEnd.Replied.class, run.end(), "seed " + seed);
        assertEquals(printed(), run.stdout(), "seed " + seed);
        assertFalse(run.hasGap(), "seed " + seed);
        assertEquals("on\n", RecordedRun.output(kernel, "print('on')"));
        kernel.shutdown();
    }

    @Test
    void aRunThatEndsWhileTheConnectionIsBrokenHasEndedWithAllThatItSaid() throws Exception {
        var kernel = connect(RunAdopter.NOBODY);
        var run = RecordedRun.marked(kernel, "cell", "print('on', flush=True)\n" + waits("go"));
        run.firstOutput();

        sshd.stop();
        Files.createFile(sshd.home().resolve("go"));
        await(() -> Files.exists(sshd.home().resolve("done")));
        sshd.startAgain();

        assertInstanceOf(ExecutionEnd.Replied.class, run.end());
        assertEquals("on\nend\n", run.stdout());
        assertFalse(run.hasGap());
        kernel.shutdown();
    }

    @Test
    void aNetworkThatStandsStillCostsNothing() throws Exception {
        var kernel = connect(RunAdopter.NOBODY);
        var code = "for i in range(5000):\n    display({'text/plain': str(i)}, raw=True)\n";
        var run = RecordedRun.marked(kernel, "cell", "print('on', flush=True)\n" + code + CREATES);
        run.firstOutput();

        sshd.block();
        await(() -> Files.exists(sshd.home().resolve("done")));
        sshd.mend();

        assertInstanceOf(ExecutionEnd.Replied.class, run.end());
        var shown = run.received().stream().map(Object::toString);
        assertEquals(5000, shown.filter(it -> it.startsWith("DisplayData")).count());
        assertFalse(run.hasGap());
        kernel.shutdown();
    }

    @Test
    void whatIsRunWhileTheConnectionIsBrokenRunsOnce() throws Exception {
        var kernel = connect(RunAdopter.NOBODY);
        RecordedRun.output(kernel, "n = 0");

        sshd.cut();
        var runs = new ArrayList<RecordedRun>();
        for (int i = 0; i < 5; i++) {
            runs.add(RecordedRun.marked(kernel, "cell", "n += 1\nprint(n)"));
        }

        for (int i = 0; i < 5; i++) {
            assertInstanceOf(ExecutionEnd.Replied.class, runs.get(i).end());
            assertEquals((i + 1) + "\n", runs.get(i).stdout());
        }
        kernel.shutdown();
    }

    @Test
    void whoComesBackHasEachLineOnceAndFollows() throws Exception {
        var first = connect(RunAdopter.NOBODY);
        RecordedRun.marked(first, "cell", PRINTING).firstOutput();

        assertTrue(first.leave());
        var adopted = new Adopted();
        var second = resume(adopted);
        var run = adopted.next();
        run.firstOutput();
        enough();

        assertInstanceOf(ExecutionEnd.Replied.class, run.end());
        assertEquals(printed(), run.stdout());
        assertFalse(run.hasGap());
        second.shutdown();
    }

    @Test
    void whatAFileHasIsForgotten() throws Exception {
        var first = connect(RunAdopter.NOBODY);
        var saved = RecordedRun.marked(first, "one", "print(1)");
        saved.end();
        bridge.settle(List.of(new MessageId(saved.execution().id().value())));
        RecordedRun.marked(first, "two", "print(2)").end();

        assertTrue(first.leave());
        var adopted = new Adopted();
        var second = resume(adopted);

        var run = adopted.next();
        run.end();
        assertEquals("two", run.execution().id().mark());
        assertEquals("2\n", run.stdout());
        second.shutdown();
    }

    @Test
    void aQuestionThatWasAskedWhileNobodyWasThereIsAskedThen() throws Exception {
        var first = connect(RunAdopter.NOBODY);
        RecordedRun.marked(
                        first,
                        "cell",
                        "print('on', flush=True)\n"
                                + waits("go")
                                + "\nprint('<' + input('name? ') + '>')")
                .firstOutput();

        assertTrue(first.leave());
        Files.createFile(sshd.home().resolve("go"));
        await(() -> Files.exists(sshd.home().resolve("done")));
        var adopted = new Adopted();
        var second = resume(adopted);
        var run = adopted.next();
        assertEquals("name? ", run.asked().prompt());
        run.execution().answer("첼로");

        assertInstanceOf(ExecutionEnd.Replied.class, run.end());
        assertEquals("on\nend\n<첼로>\n", run.stdout());
        second.shutdown();
    }

    @Test
    void aKernelThatDiedAloneSaysHowAndWhatItSaidLast() throws Exception {
        var first = connect(RunAdopter.NOBODY);
        RecordedRun.marked(
                        first,
                        "cell",
                        "print('on', flush=True)\n" + waits("go") + "\ntime.sleep(1)\nos._exit(3)")
                .firstOutput();

        assertTrue(first.leave());
        Files.createFile(sshd.home().resolve("go"));
        await(() -> listing().kernels().isEmpty());
        var adopted = new Adopted();
        var second = resume(adopted);

        var run = adopted.next();
        assertInstanceOf(ExecutionEnd.KernelGone.class, run.end());
        assertEquals("on\nend\n", run.stdout());
        assertEquals(3, second.exit().toCompletableFuture().get(20, TimeUnit.SECONDS).exitCode());
        assertEquals(new HostProblem.NoSuchKernel(), problem(adopted));
    }

    @Test
    void aRecorderThatIsKilledIsStartedAgainAndTheGapIsSaid() throws Exception {
        var kernel = connect(RunAdopter.NOBODY);
        var run = RecordedRun.marked(kernel, "cell", PRINTING);
        run.firstOutput();

        recorder(kernel).destroyForcibly();
        await(run::hasGap);
        enough();

        assertInstanceOf(ExecutionEnd.Replied.class, run.end());
        assertTrue(printed().endsWith(run.stdout().substring(run.stdout().length() - 4)));
        assertEquals("on\n", RecordedRun.output(kernel, "print('on')"));
        kernel.shutdown();
    }

    @Test
    void aNotebookThatIsRenamedKeepsItsKernel() throws Exception {
        var renamed = new Notebook("other-1a2b.ipynb", "other.ipynb");
        var first = connect(RunAdopter.NOBODY);
        RecordedRun.output(first, "x = 42");
        first.rename(renamed);
        await(() -> listing().kernels().getFirst().notebook().equals("other.ipynb"));

        assertTrue(first.leave());
        assertEquals(new HostProblem.NoSuchKernel(), problem(RunAdopter.NOBODY));
        var second =
                connected(bridge.resume(runtime, renamed, LaunchOptions.DEFAULT, new Adopted()));

        assertEquals("42\n", RecordedRun.output(second, "print(x)"));
        second.shutdown();
    }

    @Test
    void aKernelWorksInTheFolderThatIsCalledAsTheNotebooks() throws Exception {
        var here = Path.of(System.getProperty("user.home"), "cello", "art.ipynb");
        Files.createDirectory(sshd.home().resolve("cello"));
        var options = LaunchOptions.DEFAULT.keptFor(here.toString());
        var kernel = connected(bridge.connect(runtime, NOTEBOOK, options, RunAdopter.NOBODY));

        assertEquals(
                "cello\n",
                RecordedRun.output(kernel, "import os; print(os.path.basename(os.getcwd()))"));
        kernel.shutdown();
    }

    @Test
    void aKernelWorksInTheFolderThatItIsTold(@TempDir Path outsideTheHome) throws Exception {
        var folder = Files.createDirectory(outsideTheHome.toRealPath().resolve("data set"));
        var here = Path.of(System.getProperty("user.home"), "cello", "art.ipynb");
        Files.createDirectory(sshd.home().resolve("cello"));
        var options =
                LaunchOptions.DEFAULT.keptFor(here.toString()).inFolderThere(folder.toString());
        var kernel = connected(bridge.connect(runtime, NOTEBOOK, options, RunAdopter.NOBODY));

        assertEquals(folder + "\n", RecordedRun.output(kernel, "import os; print(os.getcwd())"));
        kernel.shutdown();
    }

    @Test
    void theRecorderTakesLessThan50Megabytes() throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "only Linux says so in a file");
        var kernel = connect(RunAdopter.NOBODY);

        RecordedRun.marked(kernel, "cell", "for i in range(5_000): print(i, flush=True)").end();

        var recorder = recorder(kernel).pid();
        await(() -> ProcessMemory.of(ProcessMemory.tree(recorder)) < 50_000_000);
        kernel.shutdown();
    }

    private static ProcessHandle recorder(ConnectedKernel kernel) {
        var process = ProcessHandle.of(kernel.processId()).orElseThrow();
        return process.parent()
                .orElseThrow()
                .children()
                .filter(it -> it.pid() != process.pid())
                .findFirst()
                .orElseThrow();
    }

    private ConnectedKernel connect(RunAdopter adopter) throws InterruptedException {
        return connected(bridge.connect(runtime, NOTEBOOK, LaunchOptions.DEFAULT, adopter));
    }

    private ConnectedKernel resume(RunAdopter adopter) throws InterruptedException {
        return connected(bridge.resume(runtime, NOTEBOOK, LaunchOptions.DEFAULT, adopter));
    }

    private HostProblem problem(RunAdopter adopter) throws InterruptedException {
        var outcome = bridge.resume(runtime, NOTEBOOK, LaunchOptions.DEFAULT, adopter);
        var failed = assertInstanceOf(ConnectOutcome.Failed.class, outcome);
        return assertInstanceOf(StartFailure.HostFailed.class, failed.failure()).problem();
    }

    private static ConnectedKernel connected(ConnectOutcome outcome) {
        return assertInstanceOf(ConnectOutcome.Connected.class, outcome, outcome::toString)
                .kernel();
    }

    private static final String CREATES = "open('done', 'w').close()";

    private static final String PRINTING =
            """
            import os, time
            i = 0
            while not os.path.exists('enough'):
                print(i, flush=True)
                i += 1
                time.sleep(0.003)
            open('count', 'w').write(str(i))
            None
            """;

    private static String waits(String file) {
        return "import os, time\nwhile not os.path.exists('%s'): time.sleep(0.01)\nprint('end', flush=True)\n%s"
                .formatted(file, CREATES);
    }

    private void enough() throws Exception {
        Files.createFile(sshd.home().resolve("enough"));
    }

    private String printed() throws Exception {
        int count = Integer.parseInt(Files.readString(sshd.home().resolve("count")));
        return IntStream.range(0, count).mapToObj(i -> i + "\n").collect(Collectors.joining());
    }

    /// Waits for what nobody tells.
    private static void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!condition.call()) {
            assertTrue(System.nanoTime() - end < 0, "waited in vain");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }
}
