package org.cellist.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cellist.kernel.client.ExecutionEnd;
import org.cellist.kernel.protocol.Reply;
import org.cellist.kernel.runtime.InterruptMode;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.KernelspecFile;
import org.cellist.kernel.runtime.LaunchOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Start, interrupt, restart and end of the kernels that we promise.
class KernelLifeIT {

    @TempDir private Path folder;

    private final KernelBridge bridge = RealKernel.bridge();
    private final List<ConnectedKernel> started = new ArrayList<>();

    @AfterEach
    void endKernels() {
        started.forEach(ConnectedKernel::close);
    }

    @ParameterizedTest
    @EnumSource
    void itRunsInTheNotebooksFolder(RealKernel real) throws Exception {
        var kernel = start(real);

        var code =
                real == RealKernel.JAVA
                        ? "System.out.println(System.getProperty(\"user.dir\"));"
                        : "import os; print(os.getcwd())";

        assertEquals(folder.toRealPath() + "\n", RecordedRun.output(kernel, code));
    }

    @ParameterizedTest
    @EnumSource
    void anInterruptEndsTheCellAndNotTheKernel(RealKernel real) throws Exception {
        var kernel = start(real);
        RecordedRun.output(kernel, real.setsX());
        var waiting = RecordedRun.of(kernel, real.waiting());
        waiting.firstOutput();

        assertInstanceOf(ExecutionEnd.Replied.class, waiting.interrupt());
        assertEquals("5\n", RecordedRun.output(kernel, real.printsX()));
    }

    @Test
    void anInterruptBetweenTwoStatementsEndsTheNext() throws Exception {
        var kernel = start(RealKernel.JAVA);
        var code = "System.out.println(\"now\");\nwhile (true) { Thread.sleep(20); }";
        var waiting = RecordedRun.of(kernel, code);
        waiting.firstOutput();

        var end = assertInstanceOf(ExecutionEnd.Replied.class, waiting.interrupt());
        assertInstanceOf(Reply.Status.Errored.class, end.reply().status());
    }

    @Test
    void anInterruptOfAnIdleJavaKernelHarmsNothing() throws Exception {
        var kernel = start(RealKernel.JAVA);

        kernel.interrupt();

        assertEquals("7\n", RecordedRun.output(kernel, "System.out.println(7);"));
    }

    @Test
    void anInterruptByMessageReachesAnIpykernelThatAsksForIt() throws Exception {
        var kernel = start(byMessage(RealKernel.NEWEST_IPYKERNEL.kernelspec(bridge)));
        var waiting = RecordedRun.of(kernel, RealKernel.NEWEST_IPYKERNEL.waiting());
        waiting.firstOutput();

        assertInstanceOf(ExecutionEnd.Replied.class, waiting.interrupt());
    }

    @Test
    void anInterruptReachesWhatTheCellStarted() throws Exception {
        var kernel = start(RealKernel.DEBIAN_IPYKERNEL);
        var code =
                """
                import subprocess
                child = subprocess.Popen(['sleep', '600'])
                print(child.pid, flush=True)
                child.wait()
                """;
        var waiting = RecordedRun.of(kernel, code);
        waiting.firstOutput();
        long child = Long.parseLong(waiting.stdout().strip());

        waiting.interrupt();
        RecordedRun.output(kernel, "child.wait()");
        assertTrue(Processes.ends(child));
    }

    @ParameterizedTest
    @EnumSource
    void aRestartForgetsEverythingAndKeepsTheAddress(RealKernel real) throws Exception {
        var before = start(real);
        RecordedRun.output(before, real.setsX());

        var kernel = restarted(before);

        assertNotEquals(before.processId(), kernel.processId());
        assertEquals(before.process().connection(), kernel.process().connection());
        assertEquals("", RecordedRun.output(kernel, real.printsX()));
        assertTrue(Processes.ends(before.processId()));
        assertFalse(Files.exists(before.connectionFile()));
        assertTrue(before.exit().toCompletableFuture().get(1, TimeUnit.MINUTES).expected());
    }

    @Test
    void aRestartEndsTheCellThatRuns() throws Exception {
        var kernel = start(RealKernel.DEBIAN_IPYKERNEL);
        var waiting = RecordedRun.of(kernel, RealKernel.DEBIAN_IPYKERNEL.waiting());
        waiting.firstOutput();

        restarted(kernel);

        assertInstanceOf(ExecutionEnd.KernelGone.class, waiting.end());
    }

    @ParameterizedTest
    @EnumSource
    void aShutdownLeavesNothing(RealKernel real) throws Exception {
        var kernel = start(real);
        var file = kernel.connectionFile();
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));

        kernel.shutdown();

        assertTrue(Processes.ends(kernel.processId()));
        assertTrue(kernel.exit().toCompletableFuture().get(1, TimeUnit.MINUTES).expected());
        assertFalse(Files.exists(file));
    }

    @Test
    void theProgramsEndLetsEachKernelWriteItsFilesAndLeavesNone() throws Exception {
        var one = start(RealKernel.DEBIAN_IPYKERNEL);
        var other = start(RealKernel.DEBIAN_IPYKERNEL);
        RecordedRun.output(one, "f = open('one', 'w'); f.write('kept')");
        RecordedRun.output(
                other,
                "import atexit; atexit.register(lambda: print('said', file=open('o', 'w')))");
        assertEquals("", Files.readString(folder.resolve("one")));

        bridge.endAll(Duration.ofMinutes(1));

        assertEquals("kept", Files.readString(folder.resolve("one")));
        assertEquals("said\n", Files.readString(folder.resolve("o")));
        assertTrue(Processes.ends(one.processId()));
        assertTrue(Processes.ends(other.processId()));
    }

    @Test
    void aShutdownEndsAKernelThatWillNot() throws Exception {
        var kernel = start(RealKernel.DEBIAN_IPYKERNEL);
        var deaf =
                """
                import signal, time
                signal.signal(signal.SIGTERM, signal.SIG_IGN)
                print('deaf', flush=True)
                while True:
                    try:
                        time.sleep(600)
                    except KeyboardInterrupt:
                        pass
                """;
        RecordedRun.of(kernel, deaf).firstOutput();

        kernel.shutdown();

        assertTrue(Processes.ends(kernel.processId()));
    }

    @Test
    void aVenvsProgramsComeFirst() throws Exception {
        var kernel = start(RealKernel.NEWEST_IPYKERNEL);

        var said =
                RecordedRun.output(
                        kernel,
                        "import os, shutil, sys\n"
                                + "print(os.environ['VIRTUAL_ENV'] == sys.prefix,"
                                + " shutil.which('python') == sys.prefix + '/bin/python')");

        assertEquals("True True\n", said);
    }

    private ConnectedKernel start(RealKernel real) throws InterruptedException {
        return start(real.kernelspec(bridge));
    }

    private ConnectedKernel start(Kernelspec kernelspec) throws InterruptedException {
        return connected(bridge.start(kernelspec, folder, LaunchOptions.DEFAULT));
    }

    private ConnectedKernel restarted(ConnectedKernel kernel) throws InterruptedException {
        kernel.shutdownToRestart();
        return connected(bridge.startAgain(kernel, folder));
    }

    private ConnectedKernel connected(ConnectOutcome outcome) {
        var kernel =
                assertInstanceOf(ConnectOutcome.Connected.class, outcome, outcome::toString)
                        .kernel();
        started.add(kernel);
        return kernel;
    }

    private static Kernelspec byMessage(Kernelspec kernelspec) {
        var file = kernelspec.file();
        return new Kernelspec(
                kernelspec.name(),
                new KernelspecFile(
                        file.argv(),
                        file.displayName(),
                        file.language(),
                        InterruptMode.MESSAGE,
                        file.env(),
                        file.metadata()),
                kernelspec.source(),
                kernelspec.folder(),
                kernelspec.interpreter(),
                kernelspec.environment(),
                null);
    }
}
