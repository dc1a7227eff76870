package org.cellist.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.cellist.kernel.client.ExecutionEnd;
import org.cellist.kernel.runtime.host.HostAnswer;
import org.cellist.kernel.runtime.host.HostProblem;
import org.cellist.kernel.runtime.hosted.HostTimes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kernels on a real OpenSSH server that are restarted without their notebook.
class HostRestartIT {

    private static final String ABOUT =
            "import os; print('n' in globals(), os.environ['PART'], os.getcwd())";

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

    @Test
    void theNotebookFindsTheNewOneAndWhatTheOldOneSaid() throws Exception {
        var first = host.connect("PART", "cello");
        var before = RecordedRun.output(first, ABOUT);
        RecordedRun.marked(first, "cell", RecordedHost.UNTIL_TOLD).firstOutput();
        var address = Files.readString(host.log().resolveSibling("connection.json"));
        assertTrue(first.leave());

        assertInstanceOf(HostAnswer.Given.class, host.restart());
        var kernels = host.listing().kernels();
        var adopted = new Adopted();
        var second = RecordedHost.connected(host.resume(adopted));

        assertEquals(1, kernels.size());
        var run = adopted.next();
        assertInstanceOf(ExecutionEnd.KernelGone.class, run.end());
        assertTrue(run.stdout().startsWith("on\n"), run::stdout);
        assertNotEquals(first.processId(), second.processId());
        assertEquals(before, RecordedRun.output(second, ABOUT));
        assertEquals(address, Files.readString(second.connectionFile()));
        second.shutdown();
    }

    @Test
    void whoRunsACellAtOnceHasBothToo() throws Exception {
        var first = host.connect("PART", "cello");
        RecordedRun.marked(first, "cell", RecordedHost.UNTIL_TOLD).firstOutput();
        assertTrue(first.leave());

        host.restart();
        var adopted = new Adopted();
        var second = host.connect(adopted);

        assertInstanceOf(ExecutionEnd.KernelGone.class, adopted.next().end());
        assertEquals("False\n", RecordedRun.output(second, "print('n' in globals())"));
        second.shutdown();
    }

    @Test
    void aKernelThatIsNotThereIsNotRestarted() throws Exception {
        assertEquals(0, host.listing().kernels().size()); // connects

        assertEquals(new HostAnswer.Refused<>(new HostProblem.NoSuchKernel()), host.restart());
    }
}
