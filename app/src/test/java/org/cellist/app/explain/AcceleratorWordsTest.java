package org.cellist.app.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice.Cpu;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice.Device;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice.Everything;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice.Gpus;
import org.cellist.kernel.runtime.accelerator.Gpu;
import org.cellist.kernel.runtime.accelerator.Gpu.Maker;
import org.cellist.kernel.runtime.accelerator.GpuLoad;
import org.cellist.kernel.runtime.accelerator.GpuLook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceleratorWordsTest {

    private final Locale before = Locale.getDefault();

    @BeforeEach
    void speakEnglish() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterEach
    void restoreLanguage() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @CsvSource({
        "NVIDIA A100-SXM4-80GB,A100",
        "NVIDIA GeForce RTX 4090,RTX 4090",
        "NVIDIA H100 80GB HBM3,H100",
        "NVIDIA H200,H200",
        "NVIDIA H100 PCIe,H100",
        "Tesla T4,T4",
        "Tesla V100-SXM2-16GB,V100",
        "NVIDIA L4,L4",
        "AMD Instinct MI210,MI210",
        "AMD Radeon RX 7900 XTX,RX 7900 XTX",
        "Apple M3 Pro,M3 Pro",
        "AMD,AMD"
    })
    void aModelIsCalledAsPeopleSayIt(String name, String brief) {
        assertEquals(brief, brief(new Everything(), name));
    }

    @Test
    void severalAreCounted() {
        assertEquals("2 \u00d7 H200", brief(new Everything(), "NVIDIA H200", "NVIDIA H200"));
        assertEquals("2 GPUs", brief(new Everything(), "NVIDIA H200", "Tesla T4"));
    }

    @Test
    void whatWasChosenIsWhatIsSaid() {
        var chosen = new Gpus(List.of(new Device(Maker.NVIDIA, 1, "GPU-1", "Tesla T4")));

        assertEquals("T4", brief(chosen, "NVIDIA H200", "Tesla T4"));
        assertEquals("CPU", brief(new Cpu(), "NVIDIA H200"));
    }

    @Test
    void withoutAGpuThereIsNothingToSay() {
        assertEquals("", brief(new Everything()));
        assertEquals("", new AcceleratorWords().brief(new Everything(), null));
    }

    private static String brief(AcceleratorChoice choice, String... names) {
        var gpus =
                Stream.of(names)
                        .map(it -> new Gpu(Maker.NVIDIA, 0, "", it, "", GpuLoad.UNKNOWN, List.of()))
                        .toList();
        return new AcceleratorWords().brief(choice, new GpuLook(gpus, List.of(), "", null));
    }
}
