package org.cellist.app.ui.workbench.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.JsonText;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.RawJson;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice.Cpu;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice.Device;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice.Everything;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice.Gpus;
import org.cellist.kernel.runtime.accelerator.Gpu.Maker;
import org.cellist.kernel.runtime.jupyter.ColabMachine;
import org.cellist.kernel.runtime.jupyter.ColabMachine.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceleratorMetadataTest {

    private static final String ON_A_T4 =
            "{\"accelerator\":\"GPU\",\"colab\":{\"provenance\":[],\"gpuType\":\"T4\"}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "{\"accelerator\":\"GPU\",\"colab\":{\"gpuType\":\"T4\"}}; GPU T4",
                "{\"accelerator\":\"GPU\"}; GPU",
                "{\"accelerator\":\"TPU\",\"colab\":{\"gpuType\":\"V28\"}}; TPU V28",
                "{\"accelerator\":\"GPU\",\"colab\":{\"gpuType\":\"<b>\\n\"}}; GPU",
            })
    void whatColabWroteIsUnderstood(String metadata, String asked) throws Exception {
        assertEquals(Optional.of(asked), AcceleratorMetadata.asked(json(metadata)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {"{}; ", "{\"accelerator\":\"None\"}; ", "{\"accelerator\":7}; "})
    void otherwiseNothingIsAsked(String metadata) throws Exception {
        assertEquals(Optional.empty(), AcceleratorMetadata.asked(json(metadata)));
    }

    @Test
    void theCpuAloneIsNoAcceleratorAndNoModel() throws Exception {
        assertEquals("{\"colab\":{\"provenance\":[]}}", after(ON_A_T4, new Cpu()));
        assertEquals("{\"a\":1}", after("{\"a\":1}", new Cpu()));
    }

    @Test
    void aModelOfColabsIsNamedAsThere() throws Exception {
        assertEquals(
                "{\"accelerator\":\"GPU\",\"colab\":{\"gpuType\":\"A100\"}}",
                after("{}", gpu("NVIDIA A100-SXM4-80GB")));
        assertEquals(
                "{\"accelerator\":\"GPU\",\"colab\":{\"gpuType\":\"T4\"}}",
                after("{}", gpu("Tesla T4")));
    }

    @Test
    void anotherModelLeavesWhatTheNotebookWantsInColab() throws Exception {
        assertEquals(ON_A_T4, after(ON_A_T4, gpu("NVIDIA GeForce RTX 4090")));
        assertEquals("{\"accelerator\":\"GPU\"}", after("{}", gpu("NVIDIA RTX A1000")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "GPU; L4; false; {\"accelerator\":\"GPU\",\"colab\":{\"gpuType\":\"L4\"}}",
                "TPU; V5E1; false; {\"accelerator\":\"TPU\",\"colab\":{\"gpuType\":\"V5E1\"}}",
                "GPU; T4; true; {\"accelerator\":\"GPU\",\"colab\":"
                        + "{\"gpuType\":\"T4\",\"machine_shape\":\"hm\"}}",
            })
    void aMachineOfColabsIsWrittenAndReadAsColabDoes(
            Kind kind, String model, boolean isLarge, String written) throws Exception {
        var machine = new ColabMachine(kind, model, isLarge);

        var metadata = AcceleratorMetadata.with(JsonObject.EMPTY, machine);

        assertEquals(written, JsonText.compact(metadata));
        assertEquals(Optional.of(machine), AcceleratorMetadata.machine(metadata));
    }

    @Test
    void aMachineWithoutAnAcceleratorTakesTheWishBack() throws Exception {
        var large = json("{\"accelerator\":\"TPU\",\"colab\":{\"machine_shape\":\"hm\",\"a\":1}}");

        assertEquals(
                "{\"colab\":{\"a\":1}}",
                JsonText.compact(AcceleratorMetadata.with(large, ColabMachine.CPU)));
        assertEquals(Optional.empty(), AcceleratorMetadata.machine(JsonObject.EMPTY));
    }

    @Test
    void everythingChangesNothing() throws Exception {
        assertEquals(ON_A_T4, after(ON_A_T4, new Everything()));
    }

    @Test
    void choicesAreReadAgainFromTheSettings() {
        for (var choice : List.of(new Cpu(), gpu("NVIDIA H100 80GB HBM3"), gpu("a|b"))) {
            assertEquals(choice, DeviceTexts.choice(DeviceTexts.lines(choice)));
        }
    }

    @Test
    void linesThatSomebodyElseWroteAreNotBelieved() {
        assertEquals(
                new Everything(),
                DeviceTexts.choice(
                        List.of("", "NVIDIA|x|GPU-1|n", "INTEL|0||n", "NVIDIA|0|$(reboot)|n")));
    }

    private static AcceleratorChoice gpu(String name) {
        return new Gpus(List.of(new Device(Maker.NVIDIA, 1, "GPU-1f2e-3d", name)));
    }

    private static String after(String metadata, AcceleratorChoice choice) throws Exception {
        return JsonText.compact(AcceleratorMetadata.with(json(metadata), choice));
    }

    private static JsonObject json(String text) throws JsonSyntaxException {
        return RawJson.parse(text.getBytes(StandardCharsets.UTF_8)).object();
    }
}
