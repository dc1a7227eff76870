package org.cellist.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.cellist.kernel.client.ExecutionEnd;
import org.cellist.kernel.runtime.hosted.HostTimes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A recorder on a real OpenSSH server that has ended and cannot be started again, since a folder
/// lies where its log belongs; until that is taken away.
class RecorderAgainIT {

    private static final HostTimes QUICK =
            new HostTimes(Duration.ofMillis(200), Duration.ofMillis(800));

    /// Longer than any test waits.
    private static final HostTimes SLOW =
            new HostTimes(Duration.ofMinutes(30), Duration.ofHours(1));

    @TempDir Path folder;
    private final RecorderListener news = new RecorderListener();
    private @Nullable RecordedHost host;

    private RecordedHost begin(HostTimes times) throws Exception {
        var begun = RecordedHost.start(folder, times);
        host = begun;
        return begun;
    }

    @AfterEach
    void stop() throws Exception {
        if (host != null) {
            host.end();
        }
    }

    @Test
    void whoIsConnectedIsToldAndAllGoesOnWhenItCanBeStarted() throws Exception {
        var there = begin(QUICK);
        var kernel = connect(there);
        RecordedRun.output(kernel, "n = 0");

        breakRecorder(there, kernel);
        RecordedHost.await(() -> news.tries() >= 3);
        assertTrue(news.isLost());
        assertTrue(news.why().contains("Is a directory"), news::why);
        var asked = RecordedRun.marked(kernel, "cell", "n += 1\nprint(n)");
        assertFalse(asked.isOver());
        mendRecorder(there);

        assertInstanceOf(ExecutionEnd.Replied.class, asked.end());
        assertEquals("1\n", asked.stdout());
        assertFalse(news.isLost());
        assertEquals("1\n", RecordedRun.output(kernel, "print(n)"));
        kernel.shutdown();
    }

    @Test
    void aRunThatEndedMeanwhileHasEndedAndIsNotRunAgain() throws Exception {
        var there = begin(QUICK);
        var kernel = connect(there);
        var run = RecordedRun.marked(kernel, "cell", RecordedHost.UNTIL_TOLD);
        run.firstOutput();

        breakRecorder(there, kernel);
        RecordedHost.await(news::isLost);
        there.say("go");
        RecordedHost.await(() -> Files.exists(there.home().resolve("done")));
        mendRecorder(there);

        var end = assertInstanceOf(ExecutionEnd.ConnectionLost.class, run.end());
        assertTrue(end.hasBegun());
        assertEquals("on\n", run.stdout().replace(".", ""));
        assertEquals("1\n", RecordedRun.output(kernel, "print(n)"));
        kernel.shutdown();
    }

    @Test
    void aRunThatGoesOnIsHeardAgainAndSaysThatSomethingIsMissing() throws Exception {
        var there = begin(QUICK);
        var kernel = connect(there);
        var run = RecordedRun.marked(kernel, "cell", RecordedHost.UNTIL_TOLD);
        run.firstOutput();

        breakRecorder(there, kernel);
        RecordedHost.await(news::isLost);
        mendRecorder(there);
        RecordedHost.await(news::isBack);
        run.nextOutput();
        there.say("go");

        assertInstanceOf(ExecutionEnd.Replied.class, run.end());
        assertEquals("on\noff\n", run.stdout().replace(".", ""));
        assertTrue(run.hasGap());
        kernel.shutdown();
    }

    @Test
    void whoOpensTheNotebookMeanwhileHasTheKernelWithoutARecord() throws Exception {
        var there = begin(QUICK);
        var kernel = connect(there);
        RecordedRun.output(kernel, "n = 7");
        breakRecorder(there, kernel);
        RecordedHost.await(news::isLost);
        assertTrue(kernel.leave());

        var second = there.connect();

        assertEquals("7\n", RecordedRun.output(second, "print(n)"));
        second.shutdown();
    }

    @Test
    void whatWasRecordedIsThereAlsoIfTheKernelEndsMeanwhile() throws Exception {
        var there = begin(QUICK);
        var kernel = connect(there);
        RecordedRun.marked(kernel, "cell", RecordedHost.UNTIL_TOLD + "os._exit(3)").firstOutput();
        breakRecorder(there, kernel);
        RecordedHost.await(news::isLost);
        assertTrue(kernel.leave());
        there.say("go");
        RecordedHost.await(() -> there.listing().kernels().isEmpty());
        mendRecorder(there);

        var adopted = new Adopted();
        RecordedHost.await(() -> there.resume(adopted) instanceof ConnectOutcome.Connected);

        var run = adopted.next();
        assertInstanceOf(ExecutionEnd.KernelGone.class, run.end());
        assertEquals("on\n", run.stdout().replace(".", ""));
    }

    @Test
    void aPersonWhoDoesNotWantToWaitDoesNotWait() throws Exception {
        var there = begin(SLOW);
        var kernel = connect(there);
        RecordedRun.output(kernel, "n = 7");
        breakRecorder(there, kernel);
        RecordedHost.await(() -> news.tries() >= 1);
        mendRecorder(there);

        kernel.hurry();

        RecordedHost.await(() -> !news.isLost());
        assertEquals("7\n", RecordedRun.output(kernel, "print(n)"));
        kernel.shutdown();
    }

    private static void breakRecorder(RecordedHost there, ConnectedKernel kernel) throws Exception {
        var log = there.log();
        Files.move(log, log.resolveSibling("log.aside"));
        Files.createDirectory(log);
        RecordedHost.recorder(kernel).destroyForcibly();
    }

    private static void mendRecorder(RecordedHost there) throws Exception {
        var log = there.log();
        Files.delete(log);
        Files.move(log.resolveSibling("log.aside"), log);
    }

    private ConnectedKernel connect(RecordedHost there) throws Exception {
        var kernel = there.connect();
        kernel.client().addListener(news);
        return kernel;
    }
}
