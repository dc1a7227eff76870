package org.cellist.kernel.runtime.accelerator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cellist.kernel.runtime.accelerator.Gpu.GpuSlice;
import org.cellist.kernel.runtime.accelerator.Gpu.Maker;
import org.cellist.kernel.runtime.accelerator.GpuProblem.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Answers as drivers gave them; ids are others.
class NvidiaSmiTest {

    private static final long MEBIBYTE = 1 << 20;

    @Test
    void aGpuTellsItsModelItsMemoryAndHowBusyItIs() {
        var look = NvidiaSmi.read(SmiAnswers.ONE, SmiAnswers.ONE_PROCESSES);

        var load = new GpuLoad(15_360 * MEBIBYTE, 13_939 * MEBIBYTE, 37);
        var id = "GPU-d37e67a5-91dd-3774-a5cb-99096249601a";
        assertEquals(
                List.of(new Gpu(Maker.NVIDIA, 0, id, "Tesla T4", "", load, List.of())),
                look.gpus());
        assertEquals("515.105.01", look.driver());
        assertEquals(1_030 * MEBIBYTE, look.bytesOf(Set.of(4_711L, 1L)));
        assertNull(look.problem());
    }

    @Test
    void eightGpusKeepTheirOrderAndTheirProcesses() {
        var look = NvidiaSmi.read(SmiAnswers.EIGHT, SmiAnswers.EIGHT_PROCESSES);

        assertEquals(8, look.gpus().size());
        assertEquals(
                List.of(0, 1, 2, 3, 4, 5, 6, 7), look.gpus().stream().map(Gpu::index).toList());
        assertEquals(99, look.gpus().get(3).load().percent());
        assertEquals(71_804 * MEBIBYTE, look.gpus().get(3).load().usedBytes());
        assertEquals((71_320 + 512) * MEBIBYTE, look.bytesOf(Set.of(20_001L)));
        assertEquals(0, look.bytesOf(Set.of(7L)));
    }

    @Test
    void aDividedGpuListsItsSlices() {
        var look = NvidiaSmi.read(SmiAnswers.MIG, SmiAnswers.NO_PROCESSES);
        var divided = NvidiaSmi.withSlices(look, SmiAnswers.MIG_LIST);

        assertTrue(NvidiaSmi.mayBeDivided(look));
        assertEquals(-1, divided.gpus().getFirst().load().percent());
        assertEquals(
                List.of(
                        new GpuSlice("MIG-fb42055e-9e53-5764-9278-438605a3014c", "2g.20gb"),
                        new GpuSlice("MIG-3d4db13e-c42d-5555-98f4-8b50389791bc", "1g.10gb")),
                divided.gpus().getFirst().slices());
        assertEquals(List.of(), divided.gpus().get(1).slices());
    }

    @Test
    void aGpuThatTellsHowBusyItIsIsNotAskedForSlices() {
        assertFalse(NvidiaSmi.mayBeDivided(NvidiaSmi.read(SmiAnswers.ONE, "")));
    }

    @Test
    void onWindowsNobodyKnowsWhatAProcessTakes() {
        var look = NvidiaSmi.read(SmiAnswers.WINDOWS, SmiAnswers.WINDOWS_PROCESSES);

        assertEquals(-1, look.bytesOf(Set.of(9_012L)));
        assertEquals(0, look.bytesOf(Set.of(1L)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DRIVER_FAILS | NVIDIA-SMI has failed because it couldn't communicate with the"
                        + " NVIDIA driver. Make sure that the latest NVIDIA driver is installed"
                        + " and running.",
                "DRIVER_FAILS | Failed to initialize NVML: Driver/library version mismatch",
                "DRIVER_FAILS | Failed to initialize NVML: Unknown Error",
                "DRIVER_FAILS | Failed to initialize NVML: GPU access blocked by the operating"
                        + " system",
                "DRIVER_FAILS | Unable to determine the device handle for GPU0000:3B:00.0: Unknown"
                        + " Error",
                "NO_DEVICE | No devices were found",
                "DRIVER_TOO_OLD | Field \"memory.total\" is not a valid field to query.",
                "UNREADABLE | <html><body>Log in to the network",
            })
    void whatIsNoTableIsAProblemWithTheDriversWords(Kind kind, String answer) {
        var look = NvidiaSmi.read("\n" + answer + "\nNVML library version: 580.173\n", "");

        assertEquals(List.of(), look.gpus());
        assertEquals(new GpuProblem(kind, answer), look.problem());
    }

    @Test
    void warningsBeforeATableAreNoProblem() {
        var warned = "Warning: infoROM is corrupted at gpu 0000:01:00.0\n" + SmiAnswers.ONE;

        assertEquals(1, NvidiaSmi.read(warned, "").gpus().size());
    }

    @Test
    void ofATableThatIsCutTheWholeLinesCount() {
        int cut = SmiAnswers.EIGHT.indexOf("GPU-00000005");
        var look = NvidiaSmi.read(SmiAnswers.EIGHT.substring(0, cut + 20), "gpu_uuid, pid, used_g");

        assertEquals(5, look.gpus().size());
        assertEquals(Kind.UNREADABLE, Objects.requireNonNull(look.problem()).kind());
    }

    @Test
    void nothingAtAllIsUnreadable() {
        assertEquals(new GpuProblem(Kind.UNREADABLE, ""), NvidiaSmi.read("", "").problem());
    }

    @Property(tries = 300)
    void noAnswerBreaksTheReader(@ForAll String noise, @ForAll("cuts") int at) {
        var half = SmiAnswers.EIGHT.substring(0, at);

        assertTrue(NvidiaSmi.read(half + noise, noise).gpus().size() <= 9);
        NvidiaSmi.withSlices(NvidiaSmi.read(SmiAnswers.MIG, noise), noise);
    }

    @Provide
    static Arbitrary<Integer> cuts() {
        return Arbitraries.integers().between(0, SmiAnswers.EIGHT.length());
    }
}
