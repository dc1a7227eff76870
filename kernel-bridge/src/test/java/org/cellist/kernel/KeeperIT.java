package org.cellist.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cellist.kernel.client.ExecutionEnd;
import org.cellist.kernel.keeper.Keepers;
import org.cellist.kernel.protocol.IopubContent.Stream;
import org.cellist.kernel.protocol.StreamName;
import org.cellist.kernel.runtime.ConsentStore;
import org.cellist.kernel.runtime.KeptSession;
import org.cellist.kernel.runtime.LaunchOptions;
import org.cellist.kernel.runtime.local.LocalKernels;
import org.cellist.kernel.runtime.local.ProcessMemory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Kernels that the keeper owns, with a real keeper.
class KeeperIT {

    private static final LaunchOptions KEPT = LaunchOptions.DEFAULT.keptFor("/work/of/art.ipynb");

    private static final ConsentStore EVERYTHING = _ -> true;

    @TempDir private Path folder;

    @AfterEach
    void endKernels() throws Exception {
        var kept = bridge().kept().orElseThrow();
        for (var each : kept.sessions()) {
            kept.stop(each.id(), Duration.ZERO);
        }
        var keeper = ProcessHandle.of(keeperId());
        keeper.ifPresent(ProcessHandle::destroyForcibly); // it writes into the test's folder
        assertTrue(keeper.isEmpty() || Processes.ends(keeper.get().pid()));
    }

    @ParameterizedTest
    @EnumSource
    void whatAKernelSaysWhileNobodyIsThereArrivesOnceAndInOrder(RealKernel real) throws Exception {
        var first = real.start(bridge(), folder, KEPT);
        var begun = RecordedRun.marked(first, "cell", printing(real, 300));
        begun.firstOutput();

        assertTrue(first.leave());
        var adopted = new Adopted();
        var second = resume(adopted);

        var run = adopted.next();
        assertInstanceOf(ExecutionEnd.Replied.class, run.end());
        assertEquals(lines(300), run.stdout());
        assertEquals(first.processId(), second.processId());
    }

    @Test
    void whatWasSaidBeforeTheFirstClientWentIsRememberedUntilItIsSettled() throws Exception {
        var kernel = RealKernel.DEBIAN_IPYKERNEL;
        var bridge = bridge();
        var first = kernel.start(bridge, folder, KEPT);
        var settled = RecordedRun.marked(first, "one", "print(1)");
        settled.end();
        var other = RecordedRun.marked(first, "two", "print(2)\n1/0");
        other.end();
        bridge.kept().orElseThrow().settle(Set.of(settled.execution().id()));

        assertTrue(first.leave());
        var adopted = new Adopted();
        resume(adopted);

        var run = adopted.next();
        assertEquals("two", run.execution().id().mark());
        assertEquals("2\n", run.stdout());
        assertInstanceOf(ExecutionEnd.Replied.class, run.end());
    }

    @Test
    void aResumedKernelRunsWhatItIsGivenNext() throws Exception {
        var first = RealKernel.DEBIAN_IPYKERNEL.start(bridge(), folder, KEPT);
        RecordedRun.of(first, "x = 5").end();

        first.leave();
        var second = resume(new Adopted());

        assertEquals("5\n", RecordedRun.output(second, "print(x)"));
        assertTrue(second.client().info().isPresent());
    }

    @Test
    void whoComesAtOnceWaitsUntilTheOneBeforeIsHeardToGo() throws Exception {
        var kernel = RealKernel.DEBIAN_IPYKERNEL.start(bridge(), folder, KEPT);
        long process = kernel.processId();

        for (int window = 0; window < 20; window++) {
            assertTrue(kernel.leave());
            kernel = resume(new Adopted());
            assertEquals(process, kernel.processId());
        }
        assertEquals("1\n", RecordedRun.output(kernel, "print(1)"));
    }

    @Test
    void aQuestionThatNobodyAnsweredIsAskedAgain() throws Exception {
        var first = RealKernel.DEBIAN_IPYKERNEL.start(bridge(), folder, KEPT);
        var asking = RecordedRun.marked(first, "cell", "print('<' + input('name? ') + '>')");
        assertEquals("name? ", asking.asked().prompt());

        first.leave();
        var adopted = new Adopted();
        resume(adopted);
        var run = adopted.next();
        assertEquals("name? ", run.asked().prompt());
        run.execution().answer("첼로");

        run.end();
        assertEquals("<첼로>\n", run.stdout());
    }

    @ParameterizedTest
    @EnumSource(names = {"DEBIAN_IPYKERNEL", "NEWEST_IPYKERNEL"})
    void aQuestionThatWasAskedWhileNobodyWasThereIsAskedThen(RealKernel real) throws Exception {
        var first = real.start(bridge(), folder, KEPT);
        var asking =
                RecordedRun.marked(
                        first,
                        "cell",
                        """
                        print('now', flush=True)
                        import time
                        time.sleep(1)
                        open('asks', 'w').close()
                        print('<' + input('name? ') + '>')
                        """);
        asking.firstOutput();

        first.leave();
        await(() -> Files.exists(folder.resolve("asks")));
        var adopted = new Adopted();
        resume(adopted);
        var run = adopted.next();
        assertEquals("name? ", run.asked().prompt());
        run.execution().answer("첼로");

        assertInstanceOf(ExecutionEnd.Replied.class, run.end());
        assertEquals("now\n<첼로>\n", run.stdout());
    }

    @Test
    void whatAKernelSaidIsThereAfterItsKeeperWasKilledWithIt() throws Exception {
        var first = RealKernel.DEBIAN_IPYKERNEL.start(bridge(), folder, KEPT);
        var begun = RecordedRun.marked(first, "cell", "print('now')\nimport time\ntime.sleep(600)");
        begun.firstOutput();
        await(() -> logs().contains("now\\n")); // as it stands in JSON

        ProcessHandle.of(keeperId()).orElseThrow().destroyForcibly();
        assertInstanceOf(ExecutionEnd.KernelGone.class, begun.end());
        assertTrue(Processes.ends(first.processId()), "the kernel lives");
        var kept = bridge().kept().orElseThrow();
        kept.warmUp();
        var adopted = new Adopted();
        var second = resume(adopted);

        var run = adopted.next();
        assertInstanceOf(ExecutionEnd.KernelGone.class, run.end());
        assertEquals("now\n", run.stdout());
        assertEquals(-1, second.exit().toCompletableFuture().get(20, TimeUnit.SECONDS).exitCode());
    }

    @Test
    void aKernelThatDoesNothingWithoutAWindowIsEnded() throws Exception {
        var keepers = new Keepers(folder.resolve("keeper"), Duration.ofMillis(1));
        var kernels = new LocalKernels(null, EVERYTHING);
        var first =
                RealKernel.DEBIAN_IPYKERNEL.start(
                        new KernelBridge(kernels, keepers, ServerBridge.NONE, HostBridge.NONE),
                        folder,
                        KEPT);
        RecordedRun.of(first, "1").end();

        first.leave();

        assertTrue(Processes.ends(first.processId()), "the kernel lives");
    }

    @Test
    void anotherTimeHoldsAtOnceForThoseThatRun() throws Exception {
        var bridge = bridge();
        var first = RealKernel.DEBIAN_IPYKERNEL.start(bridge, folder, KEPT);
        RecordedRun.of(first, "1").end();
        first.leave();

        bridge.endUnusedAfter(Duration.ofMillis(1));

        assertTrue(Processes.ends(first.processId()), "the kernel lives");
    }

    @Test
    void whatNobodyTakesOverKeepsNoKernelThatHasEnded() throws Exception {
        var kernel = RealKernel.DEBIAN_IPYKERNEL.start(bridge(), folder, KEPT);
        RecordedRun.of(kernel, "1").end(); // as the pane of variables asks

        kernel.shutdown();

        assertTrue(Processes.ends(kernel.processId()), "the kernel lives");
        await(() -> bridge().kept().orElseThrow().sessions().isEmpty());
    }

    /// Waits for what nobody tells.
    private static void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!condition.call()) {
            assertTrue(System.nanoTime() - end < 0, "waited in vain");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    /// Returns all that the keeper has recorded, as text.
    private String logs() throws IOException {
        var text = new StringBuilder();
        try (var files = Files.walk(folder.resolve("keeper"))) {
            for (var file : files.filter(it -> it.endsWith("log")).toList()) {
                text.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return text.toString();
    }

    @Test
    void theKeeperTakesLessThan70Megabytes() throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "only Linux says so in a file");
        var first = RealKernel.DEBIAN_IPYKERNEL.start(bridge(), folder, KEPT);

        RecordedRun.marked(first, "cell", "for i in range(20_000): print(i, flush=True)").end();

        long keeper = keeperId();
        await(() -> ownMemory(keeper, first) < 70_000_000); // once it is quiet again
    }

    private static long ownMemory(long keeper, ConnectedKernel kernel) {
        return ProcessMemory.of(ProcessMemory.tree(keeper))
                - ProcessMemory.of(ProcessMemory.tree(kernel.processId()));
    }

    private long keeperId() throws IOException {
        var address = Files.readString(folder.resolve("keeper/v1/address.json"));
        var matcher = Pattern.compile("\"pid\": *([0-9]+)").matcher(address);
        assertTrue(matcher.find(), address);
        return Long.parseLong(matcher.group(1));
    }

    @Test
    void aKernelThatIsHeldIsNobodyElses() throws Exception {
        var first = RealKernel.DEBIAN_IPYKERNEL.start(bridge(), folder, KEPT);
        var other = bridge().kept().orElseThrow();

        var session = other.sessions().getFirst();

        assertTrue(session.isHeld());
        assertTrue(other.resume(session, KEPT, new Adopted()).isEmpty());
        assertEquals(first.processId(), session.processId());
        assertEquals("/work/of/art.ipynb", session.notebook());
    }

    @Test
    void anAnswerStaysInTheOutputForThoseWhoComeLater() throws Exception {
        var first = RealKernel.DEBIAN_IPYKERNEL.start(bridge(), folder, KEPT);
        var asking = RecordedRun.marked(first, "cell", "print('<' + input('name? ') + '>')");
        asking.asked();
        asking.execution().keep(new Stream(StreamName.STDOUT, "name? 첼로\n"));
        asking.execution().answer("첼로");
        asking.end();

        first.leave();
        var adopted = new Adopted();
        resume(adopted);

        var run = adopted.next();
        run.end();
        assertEquals("name? 첼로\n<첼로>\n", run.stdout());
    }

    @Test
    void aKernelThatDiedAloneSaysHow() throws Exception {
        var first = RealKernel.DEBIAN_IPYKERNEL.start(bridge(), folder, KEPT);
        var dying =
                RecordedRun.marked(
                        first,
                        "cell",
                        "print('now', flush=True)\nimport os, time\ntime.sleep(1)\nos._exit(3)");
        dying.firstOutput();
        first.leave();
        first.exit().toCompletableFuture().get(20, TimeUnit.SECONDS);

        var adopted = new Adopted();
        var second = resume(adopted);

        var run = adopted.next();
        assertInstanceOf(ExecutionEnd.KernelGone.class, run.end());
        assertEquals("now\n", run.stdout());
        assertEquals(3, second.exit().toCompletableFuture().get(20, TimeUnit.SECONDS).exitCode());
    }

    private KernelBridge bridge() {
        return new KernelBridge(null, EVERYTHING, folder.resolve("keeper"));
    }

    private ConnectedKernel resume(Adopted adopted) throws Exception {
        var kept = bridge().kept().orElseThrow();
        KeptSession session = kept.sessions().getFirst();
        return kept.resume(session, KEPT, adopted).orElseThrow();
    }

    private static String printing(RealKernel real, int lines) {
        return real == RealKernel.JAVA
                ? "for (int i = 0; i < "
                        + lines
                        + "; i++) { System.out.println(i); Thread.sleep(5); }"
                : "import time\nfor i in range("
                        + lines
                        + "):\n    print(i)\n    time.sleep(0.005)";
    }

    private static String lines(int count) {
        return IntStream.range(0, count).mapToObj(i -> i + "\n").collect(Collectors.joining());
    }
}
