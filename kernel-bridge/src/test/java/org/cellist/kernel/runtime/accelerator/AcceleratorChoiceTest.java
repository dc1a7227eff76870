package org.cellist.kernel.runtime.accelerator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice.Cpu;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice.Device;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice.Everything;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice.Gpus;
import org.cellist.kernel.runtime.accelerator.Gpu.Maker;
import org.junit.jupiter.api.Test;

class AcceleratorChoiceTest {

    @Test
    void theCpuAloneHidesEveryGpu() {
        assertEquals(
                Map.of("CUDA_VISIBLE_DEVICES", "-1", "HIP_VISIBLE_DEVICES", "-1"),
                new Cpu().variables());
    }

    @Test
    void gpusAreNamedByTheirIdsInTheOrderOfTheChoice() {
        var chosen =
                new Gpus(
                        List.of(
                                new Device(Maker.NVIDIA, 3, "GPU-b", "H100"),
                                new Device(Maker.NVIDIA, 0, "MIG-a", "1g.10gb")));

        assertEquals(
                Map.of("CUDA_VISIBLE_DEVICES", "GPU-b,MIG-a", "HIP_VISIBLE_DEVICES", "-1"),
                chosen.variables());
    }

    @Test
    void amdsGpusAreNamedByTheirPlaces() {
        var chosen = new Gpus(List.of(new Device(Maker.AMD, 1, "", "Instinct MI100")));

        assertEquals(
                Map.of("CUDA_VISIBLE_DEVICES", "-1", "HIP_VISIBLE_DEVICES", "1"),
                chosen.variables());
    }

    @Test
    void withoutAChoiceNothingIsSaid() {
        assertEquals(Map.of(), new Everything().variables());
    }
}
