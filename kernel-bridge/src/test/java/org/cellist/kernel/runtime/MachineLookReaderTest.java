package org.cellist.kernel.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.RawJson;
import org.cellist.kernel.runtime.MachineLook.KernelUse;
import org.cellist.kernel.runtime.accelerator.GpuLoad;
import org.cellist.kernel.runtime.accelerator.GpuLook;
import org.cellist.kernel.runtime.accelerator.GpuProblem;
import org.junit.jupiter.api.Test;

/// What machines say of themselves, and what none should say.
class MachineLookReaderTest {

    private static final MachineLoad NOTHING = new MachineLoad(-1, -1, -1, -1, -1, -1);

    @Test
    void aLookAtTheMemoryKnowsNothingElse() throws JsonSyntaxException {
        var look =
                read("{\"event\": \"load\", \"cpu\": 0.25, \"cores\": 8, \"memory\": [100, 40]}");

        assertEquals(
                new MachineLook(new MachineLoad(0.25, 8, 100, 40, -1, -1), null, List.of()), look);
    }

    @Test
    void gpusArePutTogetherWithWhoTakesThem() throws JsonSyntaxException {
        var look =
                read(
                        """
                        {"memory": [100, 40], "disk": [9, 3], "gpus": {"nvidia": "index, uuid, \
                        name, memory.total [MiB], memory.free [MiB], utilization.gpu [%]\\n\
                        0, GPU-1, NVIDIA A100, 40960 MiB, 20480 MiB, [N/A]\\n", "processes": \
                        "gpu_uuid, pid, used_gpu_memory [MiB]\\nGPU-1, 4242, 1024 MiB\\n\
                        GPU-1, 17, 7 MiB\\n", "rocm": ""},
                         "kernels": [{"id": "a", "notebook": "a.ipynb", "memory": 60,
                           "pids": [4242, 4243]}, {"id": "b", "pids": []}, 7]}
                        """);

        var gpu = Objects.requireNonNull(look.gpus()).gpus().getFirst();
        assertEquals(new GpuLoad(40_960L << 20, 20_480L << 20, -1), gpu.load());
        assertEquals(
                List.of(
                        new KernelUse("a", "a.ipynb", 60, 1024L << 20),
                        new KernelUse("b", "", -1, 0)),
                look.kernels());
        assertEquals(3, look.load().diskFreeBytes());
    }

    @Test
    void whatAFrameworkSaysCountsWhereTheDriverKnowsOtherProcesses() throws JsonSyntaxException {
        var look = read("{\"kernels\": [{\"id\": \"a\", \"gpu\": 500, \"pids\": []}]}");

        assertEquals(500, look.kernels().getFirst().gpuBytes());
    }

    @Test
    void withoutADriverThereIsAReason() throws JsonSyntaxException {
        var look = read("{\"gpus\": {\"nvidia\": \"\", \"processes\": \"\", \"rocm\": \"\"}}");

        assertEquals(GpuLook.NONE, look.gpus());
        assertEquals(
                GpuProblem.Kind.NO_DRIVER,
                Objects.requireNonNull(Objects.requireNonNull(look.gpus()).problem()).kind());
    }

    @Test
    void strangeAnswersSayNothing() throws JsonSyntaxException {
        for (var said :
                List.of(
                        "{}",
                        "{\"cpu\": null, \"cores\": \"8\", \"memory\": null, \"gpus\": {}}",
                        "{\"cpu\": -1, \"memory\": [], \"disk\": [1e400, -7], \"kernels\": 1}",
                        "{\"memory\": {\"0\": 1}, \"gpus\": [], \"kernels\": [[]]}")) {
            assertEquals(NOTHING, read(said).load(), said);
            assertNull(read(said).gpus(), said);
            assertEquals(List.of(), read(said).kernels(), said);
        }
    }

    private static MachineLook read(String json) throws JsonSyntaxException {
        return MachineLookReader.read(
                RawJson.parse(json.getBytes(StandardCharsets.UTF_8)).object());
    }
}
