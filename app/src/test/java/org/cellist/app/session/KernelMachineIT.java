package org.cellist.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.cellist.app.session.machine.KernelMachine;
import org.cellist.app.variables.KernelQuestion;
import org.cellist.kernel.runtime.MachineLook;
import org.cellist.kernel.runtime.accelerator.GpuLook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What real kernels say of the machine that they are on.
class KernelMachineIT {

    private static final long MEBIBYTE = 1L << 20;

    /// A driver's program that takes its time, and knows the process that started it.
    private static final String NVIDIA =
            """
            #!/bin/sh
            while [ ! -e "$(dirname "$0")/go" ]; do sleep 0.05; done
            case "$1" in
            *query-gpu*) echo 'index, uuid, name, memory.total [MiB], memory.free [MiB]'
              echo '0, GPU-1, Tesla T4, 15360 MiB, 5360 MiB' ;;
            *) echo 'gpu_uuid, pid, used_gpu_memory [MiB]'
              echo "GPU-1, $PPID, 512 MiB" ;;
            esac
            """;

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(names = {"DEBIAN", "NEWEST"})
    void aKernelSaysHowFullItsMachineIsAndWhatItTakes(TestKernels which) throws Exception {
        var code =
                "import subprocess; held = bytearray(100 << 20); child = subprocess.Popen([\\\"python3\\\","
                        + " \\\"-c\\\", \\\"x = bytearray(50 << 20); print(1, flush=True);"
                        + " input()\\\"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,"
                        + " start_new_session=True); child.stdout.readline()";
        try (var page = which.session(folder, code)) {
            page.runToTheEnd(0);

            look(page);
            var look = look(page);

            assertTrue(look.load().memoryBytes() > MEBIBYTE, look::toString);
            assertTrue(look.load().freeBytes() >= 0, look::toString);
            assertTrue(look.load().cpu() >= 0, look::toString);
            assertTrue(look.load().cores() > 0, look::toString);
            assertTrue(look.load().diskFreeBytes() > 0, look::toString);
            assertEquals(1, look.kernels().size());
            long taken = look.kernels().getFirst().memoryBytes();
            assertTrue(taken > 150 * MEBIBYTE, look::toString);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DEBIAN", "NEWEST"})
    void nothingIsBoundCountedOrPrinted(TestKernels which) throws Exception {
        var code = "before = set(globals()); _ = 7";
        var after =
                "assert set(globals()) - before <= {'before', '_i1', '_i2', '_ii', '_iii', '_i'},"
                        + " set(globals()) - before; assert _ == 7; print(len(In))";
        try (var page = which.session(folder, code, after)) {
            page.runToTheEnd(0);
            look(page);
            look(page);

            page.runToTheEnd(1);

            assertEquals("3\n", page.shown(1));
        }
    }

    @Test
    void aDriverIsNotWaitedForAndAnswersWithTheNextLook() throws Exception {
        var tools = Files.createDirectories(folder.resolve("tools"));
        Files.writeString(tools.resolve("nvidia-smi"), NVIDIA);
        assertTrue(tools.resolve("nvidia-smi").toFile().setExecutable(true));
        var code = "import os; os.environ['PATH'] = '" + tools + ":' + os.environ['PATH']";
        try (var page = TestKernels.DEBIAN.session(folder, code)) {
            page.runToTheEnd(0);

            assertNull(look(page).gpus());
            Files.createFile(tools.resolve("go"));
            var look = look(page);
            while (look.gpus() == null) {
                look = look(page);
            }

            var gpus = Objects.requireNonNull(look.gpus());
            assertEquals("Tesla T4", gpus.gpus().getFirst().name());
            assertEquals(512 * MEBIBYTE, look.kernels().getFirst().gpuBytes());
        }
    }

    @Test
    void whatAFrameworkHoldsIsKnownWhereTheDriverIsNot() throws Exception {
        var code =
                "import sys, types; cuda = types.SimpleNamespace(is_initialized=lambda: True,"
                        + " device_count=lambda: 2, memory_reserved=lambda i: 1000 + i);"
                        + " sys.modules['torch'] = types.SimpleNamespace(cuda=cuda)";
        try (var page = TestKernels.DEBIAN.session(folder, code)) {
            page.runToTheEnd(0);

            var look = look(page);

            assertEquals(2001, look.kernels().getFirst().gpuBytes());
            assertEquals(GpuLook.NONE, look.gpus());
        }
    }

    private static MachineLook look(RunSession page) throws InterruptedException {
        var answer = new AtomicReference<KernelAnswer<Evaluation>>();
        KernelQuestion question = KernelMachine.question();
        page.session.kernel().assist().evaluate("machine", question, answer::set);
        page.until(() -> answer.get() != null);
        var given = (Evaluation) assertInstanceOf(KernelAnswer.Given.class, answer.get()).value();
        var value = assertInstanceOf(Evaluation.Value.class, given, given::toString);
        return KernelMachine.read(value.json()).orElseThrow();
    }
}
