package org.cellist.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.cellist.kernel.client.ExecutionEnd;
import org.cellist.kernel.runtime.ConsentStore;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.LaunchOptions;
import org.cellist.kernel.runtime.StartFailure;
import org.cellist.kernel.runtime.StartFailure.ConsentNeeded;
import org.cellist.kernel.runtime.StartFailure.DiedAtStart;
import org.cellist.kernel.runtime.StartFailure.ProgramMissing;
import org.cellist.kernel.runtime.StartFailure.SystemRefused;
import org.cellist.kernel.runtime.StartFailure.TimedOut;
import org.cellist.kernel.runtime.local.Kernelspecs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Kernels that do not start, and kernels that die.
class KernelTroubleIT {

    @TempDir private Path root;

    private final KernelBridge bridge = RealKernel.bridge();
    private Path folder;

    @BeforeEach
    void makeFolder() throws Exception {
        folder = Files.createDirectories(root.resolve("notebooks"));
    }

    @Test
    void aKernelThatDiesAtStartLeavesItsLastWords() throws Exception {
        var kernelspec = script("echo 마지막; echo 'no module' >&2; exit 7");

        var exit = assertInstanceOf(DiedAtStart.class, failure(kernelspec, Duration.ofMinutes(1)));

        assertEquals(7, exit.exit().exitCode());
        assertEquals("마지막\nno module\n", exit.exit().lastWords());
        assertFalse(exit.exit().expected());
    }

    @Test
    void aKernelThatHangsAtStartIsEndedWithAllThatItStarted() throws Exception {
        var kernelspec = script("sleep 600 & echo $! > child; echo stuck; wait");

        var failure =
                assertInstanceOf(TimedOut.class, failure(kernelspec, Duration.ofMillis(1500)));

        assertEquals("stuck\n", failure.lastWords());
        var child = Long.parseLong(Files.readString(folder.resolve("child")).strip());
        assertTrue(Processes.ends(child));
    }

    @Test
    void aProgramThatIsMissingIsNamed() throws Exception {
        var missing = root.resolve("bin/none");

        assertEquals(
                new ProgramMissing(missing.toString()),
                failure(Kernelspecs.starting(missing), Duration.ofMinutes(1)));
    }

    @Test
    void aFolderThatIsGoneIsSaid() throws Exception {
        var kernelspec = script("exit 0");
        Files.delete(folder);

        assertInstanceOf(SystemRefused.class, failure(kernelspec, Duration.ofMinutes(1)));
    }

    @Test
    void aPortThatWasTakenMeanwhileIsTriedAgain() throws Exception {
        var spec = RealKernel.DEBIAN_IPYKERNEL.kernelspec(bridge);
        var python = spec.argv().getFirst();
        var kernelspec =
                script(
                        """
                        if [ ! -e tried ]; then
                            touch tried
                            echo "zmq.error.ZMQError: Address already in use" >&2
                            exit 1
                        fi
                        exec %s -m ipykernel_launcher -f "$1"
                        """
                                .formatted(python));

        var outcome = bridge.start(kernelspec, folder, LaunchOptions.DEFAULT);

        try (var kernel = assertInstanceOf(ConnectOutcome.Connected.class, outcome).kernel()) {
            assertEquals("1\n", RecordedRun.output(kernel, "print(1)"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aKernelThatDiesDuringACellEndsTheCell(RealKernel real) throws Exception {
        try (var kernel = real.start(bridge, folder)) {
            var waiting = RecordedRun.of(kernel, real.waiting());
            waiting.firstOutput();

            ProcessHandle.of(kernel.processId()).orElseThrow().destroyForcibly();

            assertInstanceOf(ExecutionEnd.KernelGone.class, waiting.end());
            var exit = kernel.exit().toCompletableFuture().get();
            assertEquals(128 + 9, exit.exitCode());
            assertFalse(exit.expected());
        }
    }

    @Test
    void whatADeadKernelLeftBehindEndsToo() throws Exception {
        try (var kernel = RealKernel.DEBIAN_IPYKERNEL.start(bridge, folder)) {
            var code =
                    "import subprocess; print(subprocess.Popen(['sleep', '600']).pid, flush=True)";
            long child = Long.parseLong(RecordedRun.output(kernel, code).strip());

            ProcessHandle.of(kernel.processId()).orElseThrow().destroyForcibly();

            assertTrue(Processes.ends(child));
        }
    }

    @Test
    void nothingInTheNotebooksFolderRunsBeforeConsent() throws Exception {
        var trap = trap(folder.resolve(".venv"));
        var careful = new KernelBridge(null, ConsentStore.NOTHING);

        var spec = careful.kernels(folder).kernelspecs().getFirst();
        var outcome = careful.start(spec, folder, LaunchOptions.DEFAULT);

        var failure = assertInstanceOf(ConnectOutcome.Failed.class, outcome).failure();
        assertEquals(new ConsentNeeded(trap.toRealPath()), failure);
        assertFalse(Files.exists(root.resolve("executed")));
    }

    @Test
    void afterConsentItRuns() throws Exception {
        var trap = trap(folder.resolve(".venv"));
        var agreed = new KernelBridge(null, path -> path.equals(trap));

        var spec = agreed.kernels(folder).kernelspecs().getFirst();
        var outcome = agreed.start(spec, folder, LaunchOptions.DEFAULT);

        assertInstanceOf(ConnectOutcome.Failed.class, outcome);
        assertTrue(Files.exists(root.resolve("executed")));
    }

    private StartFailure failure(Kernelspec kernelspec, Duration patience)
            throws InterruptedException {
        var outcome =
                bridge.start(
                        kernelspec,
                        folder,
                        new LaunchOptions(patience, Map.of(), true, false, null, null));
        return assertInstanceOf(ConnectOutcome.Failed.class, outcome).failure();
    }

    private Kernelspec script(String script) throws Exception {
        var program = program(root.resolve("kernel.sh"), script);
        return Kernelspecs.starting(program, "{connection_file}");
    }

    /// Makes a venv whose Python notes that it was executed.
    private Path trap(Path prefix) throws Exception {
        Files.createDirectories(prefix.resolve("bin"));
        Files.createDirectories(
                prefix.resolve("lib/python3.12/site-packages/ipykernel-7.0.0.dist-info"));
        Files.writeString(prefix.resolve("pyvenv.cfg"), "version = 3.12.1\n");
        return program(prefix.resolve("bin/python3"), "touch '" + root.resolve("executed") + "'");
    }

    private static Path program(Path path, String script) throws Exception {
        Files.writeString(path, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        return path;
    }
}
