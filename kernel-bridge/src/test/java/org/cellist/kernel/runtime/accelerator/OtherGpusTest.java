package org.cellist.kernel.runtime.accelerator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cellist.kernel.runtime.accelerator.GpuProblem.Kind;
import org.junit.jupiter.api.Test;

/// AMD's and Apple's GPUs, by answers of real machines.
class OtherGpusTest {

    private static final String ROCM =
            """
            WARNING: AMD GPU device(s) is/are in a low-power state. Check power control/runtime_status
            {"card0": {"GPU use (%)": "12", "VRAM Total Memory (B)": "34342961152",
            "VRAM Total Used Memory (B)": "6750208",
            "Card series": "Arcturus GL-XL [Instinct MI100]", "Card model": "0x0c34"},
            "card1": {"GPU use (%)": "0", "VRAM Total Memory (B)": "34342961152",
            "VRAM Total Used Memory (B)": "6750208", "Card Series": "0x738c",
            "Card Model": "Instinct MI210"},
            "system": {"Driver version": "6.3.6"}}
            """;

    @Test
    void amdsGpusAreNamedWhateverTheirMembersAreSpelled() {
        var look = AmdGpus.read(ROCM);

        assertEquals(
                List.of("Arcturus GL-XL [Instinct MI100]", "Instinct MI210"),
                look.gpus().stream().map(Gpu::name).toList());
        assertEquals(6_750_208, look.gpus().getFirst().load().usedBytes());
        assertEquals(12, look.gpus().getFirst().load().percent());
        assertEquals("6.3.6", look.driver());
    }

    @Test
    void anAmdGpuIsReadFromTheKernelsFiles() {
        var gpu =
                AmdGpus.ofFiles(
                        1,
                        Map.of(
                                "mem_info_vram_total", "12868124672",
                                "mem_info_vram_used", "868124672",
                                "gpu_busy_percent", "44"));

        assertEquals("AMD GPU", gpu.name());
        assertEquals(new GpuLoad(12_868_124_672L, 12_000_000_000L, 44), gpu.load());
    }

    @Test
    void applesGpuIsNamed() {
        var answer =
                """
                {"SPDisplaysDataType": [{"_name": "Apple M3 Pro", "sppci_bus": "spdisplays_builtin",
                "sppci_cores": "18", "sppci_model": "Apple M3 Pro",
                "spdisplays_vendor": "sppci_vendor_Apple"}]}
                """;

        assertEquals("Apple M3 Pro", AppleGpus.read(answer).gpus().getFirst().name());
    }

    @Test
    void whatIsNotUnderstoodIsAProblem() {
        for (var look :
                List.of(
                        AmdGpus.read("ERROR: no amdgpu driver"),
                        AmdGpus.read(ROCM.substring(0, 300)),
                        AppleGpus.read("{\"SPDisplays"),
                        AppleGpus.read("[]"))) {
            assertEquals(Kind.UNREADABLE, Objects.requireNonNull(look.problem()).kind());
        }
    }

    @Test
    void theMoreTellingProblemIsTold() {
        var failed = GpuLook.failed(new GpuProblem(Kind.DRIVER_FAILS, "no"));

        assertEquals(failed.problem(), GpuLook.NONE.and(failed).problem());
        assertEquals(failed.problem(), failed.and(GpuLook.NONE).problem());
        assertEquals(failed.problem(), failed.and(AmdGpus.read(ROCM)).problem());
        assertEquals(null, GpuLook.NONE.and(AmdGpus.read(ROCM)).problem());
        assertEquals(GpuLook.NONE.problem(), GpuLook.NONE.and(GpuLook.NONE).problem());
    }
}
