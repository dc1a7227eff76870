package org.cellist.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cellist.kernel.client.ExecutionEnd;
import org.cellist.kernel.runtime.ConsentStore;
import org.cellist.kernel.runtime.KeptSession;
import org.cellist.kernel.runtime.LaunchOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Kernels that the keeper owns, with a real keeper.
class KeeperIT {

    private static final LaunchOptions KEPT = LaunchOptions.DEFAULT.keptFor("/work/of/art.ipynb");

    @TempDir private Path folder;

    @AfterEach
    void endKernels() throws Exception {
        var kept = bridge().kept().orElseThrow();
        for (var each : kept.sessions()) {
            kept.stop(each, Duration.ZERO);
        }
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
        return new KernelBridge(null, ConsentStore.NOTHING, folder.resolve("keeper"));
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
