package org.cellist.app.ui.workbench.resources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cellist.app.ui.workbench.FakeResources;
import org.cellist.app.ui.workbench.port.Resources.Use;
import org.cellist.kernel.runtime.MachineLoad;
import org.cellist.kernel.runtime.accelerator.GpuLook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResourcesViewModelTest {

    private static final Path NOTEBOOK = Path.of("/w/forecast.ipynb");
    private static final long GIGABYTE = 1L << 30;

    private final Locale before = Locale.getDefault();
    private final FakeResources resources = new FakeResources();
    private final List<Path> freed = new ArrayList<>();
    private ResourcesViewModel model;

    @BeforeEach
    void makeModel() {
        Locale.setDefault(Locale.ENGLISH);
        model = new ResourcesViewModel(resources, () -> null, freed::add);
    }

    @AfterEach
    void restoreLanguage() {
        Locale.setDefault(before);
    }

    @Test
    void theMachineSaysHowBusyAndHowFullItIs() {
        model.refresh();

        assertEquals(
                List.of(
                        "Processor: 37 % of 16 cores",
                        "Memory: 48 GB of 64 GB",
                        "Disk of this folder: 120 GB of 500 GB free",
                        "NVIDIA GeForce RTX 4090: 23 GB of 24 GB \u00b7 71 % busy"),
                model.metersProperty().get().stream()
                        .map(meter -> meter.title() + ": " + meter.words())
                        .toList());
    }

    @Test
    void whatIsNearlyFullIsScarce() {
        model.refresh();

        assertFalse(meter("memory").isScarce());
        assertTrue(meter("gpu NVIDIA0").isScarce());
    }

    @Test
    void aMeterRemembersItsPastAndNotForEver() {
        for (int i = 0; i < 2 * ResourcesViewModel.MOST_PARTS; i++) {
            resources.load = new MachineLoad(i / 1000.0, 4, 100, 50, 100, 50);
            model.refresh();
        }

        var parts = meter("cpu").parts();
        assertEquals(ResourcesViewModel.MOST_PARTS, parts.size());
        assertEquals(0.119, parts.getLast());
    }

    @Test
    void withoutAGpuThereIsOneLine() {
        resources.gpus = GpuLook.NONE;

        model.refresh();

        assertEquals(3, model.metersProperty().get().size());
        assertEquals(
                "No GPU: there is no driver for one on this computer.", model.lineProperty().get());
    }

    @Test
    void whatIsNotKnownIsNotSaid() {
        resources.load = new MachineLoad(-1, 1, -1, -1, -1, -1);
        resources.gpus = GpuLook.NONE;

        model.refresh();

        var meters = model.metersProperty().get();
        assertEquals(1, meters.size());
        assertEquals("1 core", meters.getFirst().words());
        assertEquals(List.of(), meters.getFirst().parts());
    }

    @Test
    void notebooksAreListedByWhatTheyTake() {
        resources.uses =
                List.of(
                        new Use("a", null, 2 * GIGABYTE, 0, true),
                        new Use("b", NOTEBOOK, 16 * GIGABYTE, 20 * GIGABYTE, true));

        model.refresh();

        assertEquals(
                List.of(
                        new UseRow(
                                "forecast.ipynb",
                                "16 GB of memory (25 %) \u00b7 20 GB on GPUs",
                                NOTEBOOK),
                        new UseRow("Notebook without a file", "2.0 GB of memory (3 %)", null)),
                model.usesProperty().get());
    }

    @Test
    void aNotebookWithAWindowCanFreeItsGpu() {
        resources.uses =
                List.of(
                        new Use("a", NOTEBOOK, GIGABYTE, GIGABYTE, true),
                        new Use("b", Path.of("/w/b.ipynb"), 1, GIGABYTE, false));
        model.refresh();

        model.usesProperty().get().forEach(model::free);

        assertEquals(List.of(NOTEBOOK), freed);
    }

    private Meter meter(String key) {
        return model.metersProperty().get().stream()
                .filter(meter -> meter.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
