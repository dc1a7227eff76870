package org.cellist.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.cellist.kernel.runtime.host.HostKernel;
import org.cellist.kernel.runtime.hosted.HostTimes;
import org.cellist.kernel.runtime.server.JupyterServers.Notebook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kernels on a real OpenSSH server that nobody uses, and the time after which they end.
class UnusedHostIT {

    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Notebook OTHER = new Notebook("other-1a2b.ipynb", "other.ipynb");

    private static final String SILENT =
            """
            import os, time
            print('on', flush=True)
            while not os.path.exists('go'):
                time.sleep(0.02)
            """;

    @TempDir Path folder;
    private RecordedHost host;

    @BeforeEach
    void start() throws Exception {
        host = RecordedHost.start(folder, HostTimes.USUAL);
    }

    @AfterEach
    void stop() throws Exception {
        if (host != null) {
            host.end();
        }
    }

    /// Somebody looks all the time, which is no use of it; the other one is at work.
    @Test
    void oneThatDoesNothingEndsAndOneThatIsAtWorkDoesNot() throws Exception {
        host.bridge().endUnusedAfter(SHORT);
        var atWork = host.connect();
        RecordedRun.marked(atWork, "cell", SILENT).firstOutput();
        var idle = host.connect(OTHER);
        RecordedRun.output(idle, "1");
        assertTrue(atWork.leave());
        assertTrue(idle.leave());

        RecordedHost.await(() -> host.listing().kernels().size() == 1);
        assertEquals("art.ipynb", host.listing().kernels().getFirst().notebook());

        host.say("go");
        RecordedHost.await(() -> host.listing().kernels().isEmpty());
    }

    @Test
    void anotherTimeHoldsAtOnceForThoseThatRun() throws Exception {
        var kernel = host.connect();
        RecordedRun.output(kernel, "1");

        host.bridge().endUnusedAfter(SHORT);
        assertTrue(kernel.leave());

        RecordedHost.await(() -> host.listing().kernels().isEmpty());
    }

    @Test
    void whoComesLaterBringsTheTimeAlong() throws Exception {
        var first = host.connect();
        RecordedRun.output(first, "1");
        assertTrue(first.leave());
        host.bridge().endUnusedAfter(SHORT);
        assertEquals(1, host.listing().kernels().stream().map(HostKernel::id).count());

        var second = RecordedHost.connected(host.resume(new Adopted()));
        assertTrue(second.leave());

        RecordedHost.await(() -> host.listing().kernels().isEmpty());
    }
}
