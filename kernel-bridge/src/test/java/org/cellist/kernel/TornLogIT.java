package org.cellist.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Random;
import org.cellist.kernel.client.ExecutionEnd;
import org.cellist.kernel.runtime.hosted.HostTimes;
import org.cellist.kernel.ssh.RealSshd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A recorder on a real OpenSSH server that was killed, and whose log has a torn end or garbage
/// behind it.
class TornLogIT {

    private static final int BYTES = 3000;
    private static final HostTimes QUICK =
            new HostTimes(Duration.ofMillis(200), Duration.ofMillis(800));

    @TempDir Path folder;
    private final RecorderListener news = new RecorderListener();
    private RecordedHost host;

    @BeforeEach
    void start() throws Exception {
        host = RecordedHost.start(folder, QUICK);
    }

    @AfterEach
    void stop() throws Exception {
        if (host != null) {
            host.end();
        }
    }

    @Test
    void aRecordThatIsHalfWrittenIsAGapAndAllElseIsThere() throws Exception {
        var kernel = connect();
        var run = RecordedRun.marked(kernel, "cell", RecordedHost.UNTIL_TOLD);
        run.firstOutput();

        tearAndKill(kernel, run, log -> log.truncate(log.size() - 1));

        goesOn(kernel, run);
    }

    @Test
    void garbageBehindTheEndIsAGapAndAllElseIsThere() throws Exception {
        var kernel = connect();
        var run = RecordedRun.marked(kernel, "cell", RecordedHost.UNTIL_TOLD);
        run.firstOutput();
        var garbage = new byte[BYTES];
        new Random(4).nextBytes(garbage);

        tearAndKill(kernel, run, log -> log.write(ByteBuffer.wrap(garbage), log.size()));

        goesOn(kernel, run);
    }

    /// The log is empty: who has heard what it had hears all that comes.
    @Test
    void aLogThatIsGoneIsAGap() throws Exception {
        var kernel = connect();
        var run = RecordedRun.marked(kernel, "cell", RecordedHost.UNTIL_TOLD);
        run.firstOutput();

        tearAndKill(kernel, run, log -> log.truncate(0));
        host.say("go");

        assertInstanceOf(ExecutionEnd.Replied.class, run.end());
        assertEquals("on\noff\n", run.stdout().replace(".", ""));
        assertTrue(run.hasGap());
        host.cut();
        assertEquals("1\n", RecordedRun.output(kernel, "print(n)"));
        kernel.shutdown();
    }

    /// What was said before the fault and what was said after it come, each once, here and when the
    /// notebook is opened anew.
    private void goesOn(ConnectedKernel kernel, RecordedRun run) throws Exception {
        host.say("go");
        assertInstanceOf(ExecutionEnd.Replied.class, run.end());
        assertEquals("on\noff\n", run.stdout().replace(".", ""));
        assertTrue(run.hasGap());
        assertEquals("1\n", RecordedRun.output(kernel, "print(n)"));

        assertTrue(kernel.leave());
        var adopted = new Adopted();
        var second = RecordedHost.connected(host.resume(adopted));
        var again = adopted.next();

        assertInstanceOf(ExecutionEnd.Replied.class, again.end());
        assertTrue(again.stdout().endsWith("off\n"), again::stdout);
        assertTrue(again.hasGap());
        assertEquals("1\n", RecordedRun.output(second, "print(n)"));
        second.shutdown();
    }

    private ConnectedKernel connect() throws Exception {
        var kernel = host.connect();
        kernel.client().addListener(news);
        return kernel;
    }

    private interface Fault {
        void in(FileChannel log) throws Exception;
    }

    /// The recorder stands still while its log is torn, as in a machine that is switched off.
    private void tearAndKill(ConnectedKernel kernel, RecordedRun run, Fault fault)
            throws Exception {
        var recorder = RecordedHost.recorder(kernel);
        var log = host.log();
        RecordedHost.await(() -> Files.size(log) > 0);
        RealSshd.run("kill", "-STOP", Long.toString(recorder.pid()));
        try (var file = FileChannel.open(log, StandardOpenOption.WRITE)) {
            fault.in(file);
        }
        recorder.destroyForcibly();
        RecordedHost.await(news::isBack);
        run.nextOutput();
    }
}
