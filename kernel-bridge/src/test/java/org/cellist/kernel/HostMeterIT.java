package org.cellist.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.cellist.kernel.client.RunAdopter;
import org.cellist.kernel.runtime.KernelRuntime.OnHost;
import org.cellist.kernel.runtime.LaunchOptions;
import org.cellist.kernel.runtime.MachineLook;
import org.cellist.kernel.runtime.accelerator.GpuLoad;
import org.cellist.kernel.runtime.host.HostAnswer;
import org.cellist.kernel.runtime.host.HostProblem;
import org.cellist.kernel.runtime.host.SshHost;
import org.cellist.kernel.runtime.hosted.HostMeter;
import org.cellist.kernel.runtime.hosted.HostMeter.Wish;
import org.cellist.kernel.runtime.server.JupyterServers.Notebook;
import org.cellist.kernel.ssh.Answers;
import org.cellist.kernel.ssh.RealSshd;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How busy and how full a machine with a real OpenSSH server is, look by look.
class HostMeterIT {

    private static final SshHost BOX = SshHost.parse("box").orElseThrow();
    private static final Notebook NOTEBOOK = new Notebook("art-0f3c.ipynb", "art.ipynb");
    private static final Duration SOON = Duration.ofMillis(100);
    private static final Wish MEMORY = new Wish(false, "", SOON);
    private static final Wish WHOLE = new Wish(true, "", SOON);
    private static final int MOST_LOOKS = 200;
    private static final long MEBIBYTE = 1L << 20;

    /// A driver's program, which knows a process whose number stands in a file.
    private static final String NVIDIA =
            """
            #!/bin/sh
            case "$1" in
            *query-gpu*)
              echo 'index, uuid, name, driver_version, memory.total [MiB], memory.used [MiB],'\
            ' memory.free [MiB], utilization.gpu [%]'
              echo '0, GPU-1, NVIDIA H200, 570.86, 143771 MiB, 633 MiB, 143138 MiB, 7 %' ;;
            *) echo 'gpu_uuid, pid, used_gpu_memory [MiB]'
              echo "GPU-1, $(cat "$HOME/pid" || echo 1), 512 MiB" ;;
            esac
            """;

    @TempDir Path folder;
    private @Nullable RealSshd running;
    private HostBridge bridge = HostBridge.NONE;

    @AfterEach
    void stop() throws Exception {
        if (running != null) {
            for (var each : given(bridge.kernels(BOX))) {
                bridge.end(BOX, each.kernel().id());
            }
            bridge.close();
            running.close();
        }
    }

    private void start(String... options) throws Exception {
        running = RealSshd.start(folder, options);
        bridge = new HostBridge(running.places(null));
    }

    private RealSshd sshd() {
        return Objects.requireNonNull(running);
    }

    @Test
    void nobodyLogsInForIt() throws Exception {
        start();

        assertEquals(new HostAnswer.Refused<>(new HostProblem.Asks()), bridge.meter(BOX, MEMORY));
        assertFalse(bridge.isConnected(BOX));
        given(bridge.look(BOX, new Answers(true)));
    }

    @Test
    void theMemoryIsToldLookByLookUntilNobodyListens() throws Exception {
        start();
        given(bridge.look(BOX, new Answers(true)));
        var meter = given(bridge.meter(BOX, MEMORY));

        var first = meter.next().orElseThrow();
        var second = meter.next().orElseThrow();

        assertTrue(first.load().memoryBytes() > MEBIBYTE, first::toString);
        assertTrue(first.load().freeBytes() < first.load().memoryBytes(), first::toString);
        assertTrue(first.load().cpu() < 0, first::toString);
        assertTrue(second.load().cpu() >= 0 && second.load().cpu() <= 1, second::toString);
        assertTrue(second.load().cores() > 0, second::toString);
        assertNull(second.gpus());
        meter.close();
        await(meter, Optional::isEmpty);
    }

    @Test
    void aWholeLookTellsWhatAKernelTakes() throws Exception {
        start();
        var tools = Files.createDirectories(sshd().home().resolve("bin"));
        Files.writeString(tools.resolve("nvidia-smi"), NVIDIA);
        assertTrue(tools.resolve("nvidia-smi").toFile().setExecutable(true));
        Files.writeString(sshd().home().resolve(".bashrc"), "PATH=\"$HOME/bin:$PATH\"\n");
        var kernel = connect(NOTEBOOK);
        var code =
                "import os, subprocess; held = bytearray(200 << 20); open(os.path.expanduser("
                        + "'~/pid'), 'w').write(str(os.getpid())); child = subprocess.Popen(["
                        + "'sleep', '600'], start_new_session=True); print('on')";
        assertEquals("on\n", RecordedRun.output(kernel, code));
        var meter = given(bridge.meter(BOX, MEMORY));
        assertTrue(meter.next().isPresent());

        meter.ask(WHOLE);
        var look = await(meter, it -> it.map(HostMeterIT::isWhole).orElse(false)).orElseThrow();

        var gpus = Objects.requireNonNull(look.gpus());
        assertEquals("NVIDIA H200", gpus.gpus().getFirst().name());
        assertEquals(
                new GpuLoad(143_771 * MEBIBYTE, 143_138 * MEBIBYTE, 7),
                gpus.gpus().getFirst().load());
        var use = look.kernels().getFirst();
        assertEquals(HostBridge.id(NOTEBOOK), use.kernel());
        assertEquals("art.ipynb", use.notebook());
        assertEquals(512 * MEBIBYTE, use.gpuBytes());
        assertTrue(use.memoryBytes() > 200 * MEBIBYTE, use::toString);
        assertTrue(look.load().diskFreeBytes() > 0, look::toString);
        assertTrue(look.load().diskBytes() >= look.load().diskFreeBytes(), look::toString);
        meter.close();
        RecordedRun.output(kernel, "child.kill()");
        kernel.leave();
    }

    private static boolean isWhole(MachineLook look) {
        var gpus = look.gpus();
        return gpus != null && !gpus.gpus().isEmpty() && !look.kernels().isEmpty();
    }

    @Test
    void itGivesWayToAKernelAndTakesNoFurtherConnection() throws Exception {
        start("MaxSessions 2");
        var first = connect(NOTEBOOK);
        var meter = given(bridge.meter(BOX, MEMORY));
        assertTrue(meter.next().isPresent());

        var second = connect(new Notebook("b-0f3c.ipynb", "b.ipynb"));

        await(meter, Optional::isEmpty);
        assertEquals("2\n", RecordedRun.output(second, "print(2)"));
        assertEquals(1, connections());
        assertEquals(new HostAnswer.Refused<>(new HostProblem.Full()), bridge.meter(BOX, MEMORY));
        assertEquals(1, connections());
        first.leave();
        second.leave();
    }

    @Test
    void aBrokenConnectionEndsIt() throws Exception {
        start();
        given(bridge.look(BOX, new Answers(true)));
        var meter = given(bridge.meter(BOX, MEMORY));
        assertTrue(meter.next().isPresent());

        sshd().cut();

        await(meter, Optional::isEmpty);
    }

    private long connections() throws Exception {
        return sshd().log().lines().filter(it -> it.startsWith("Accepted publickey")).count();
    }

    private static Optional<MachineLook> await(
            HostMeter meter, Predicate<Optional<MachineLook>> wanted) {
        var last = Optional.<MachineLook>empty();
        for (int i = 0; i < MOST_LOOKS; i++) {
            var look = meter.next();
            if (wanted.test(look)) {
                return look;
            }
            last = look;
        }
        throw new AssertionError(last.toString());
    }

    private ConnectedKernel connect(Notebook notebook) throws InterruptedException {
        var runtime =
                given(bridge.look(BOX, new Answers(true))).kernelspecs().stream()
                        .filter(it -> it.language().equals("python"))
                        .findFirst()
                        .map(it -> new OnHost(BOX, it, null))
                        .orElseThrow();
        var outcome = bridge.connect(runtime, notebook, LaunchOptions.DEFAULT, RunAdopter.NOBODY);
        return assertInstanceOf(ConnectOutcome.Connected.class, outcome, outcome::toString)
                .kernel();
    }

    private static <T> T given(HostAnswer<T> answer) {
        return switch (answer) {
            case HostAnswer.Given(var value) -> value;
            case HostAnswer.Refused(var problem) -> throw new AssertionError(problem.toString());
        };
    }
}
