package org.cellist.app.ui.workbench.resources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cellist.app.ui.runtime.FakeHosts;
import org.cellist.app.ui.workbench.FakeDocument;
import org.cellist.app.ui.workbench.FakeResources;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.app.ui.workbench.port.Resources.Age;
import org.cellist.app.ui.workbench.port.Resources.Look;
import org.cellist.app.ui.workbench.port.Resources.Use;
import org.cellist.kernel.runtime.MachineLoad;
import org.cellist.kernel.runtime.accelerator.GpuLook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResourcesViewModelTest {

    private static final Path NOTEBOOK = Path.of("/w/forecast.ipynb");
    private static final long GIGABYTE = 1L << 30;
    private static final Place ON_BOX = new Place.OnHost(FakeHosts.host("ada@gpu-box"));
    private static final MachineLoad LOAD =
            new MachineLoad(0.5, 4, 8 * GIGABYTE, 4 * GIGABYTE, 100, 50);

    private final Locale before = Locale.getDefault();
    private final FakeResources resources = new FakeResources();
    private final List<Path> freed = new ArrayList<>();
    private final FakeDocument document = new FakeDocument(NOTEBOOK);
    private ResourcesViewModel model;

    @BeforeEach
    void makeModel() {
        Locale.setDefault(Locale.ENGLISH);
        document.place = null;
        model = new ResourcesViewModel(resources, () -> Optional.of(document), freed::add);
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
                here().meters().stream()
                        .map(meter -> meter.title() + ": " + meter.words())
                        .toList());
    }

    @Test
    void whatIsNearlyFullIsScarce() {
        model.refresh();

        assertFalse(meter("memory").isScarce());
        assertTrue(meter("gpu 0").isScarce());
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

        assertEquals(3, here().meters().size());
        assertEquals("No GPU: there is no driver for one on this computer.", here().line());
    }

    @Test
    void whatIsNotKnownIsNotSaid() {
        resources.load = new MachineLoad(-1, 1, -1, -1, -1, -1);
        resources.gpus = GpuLook.NONE;

        model.refresh();

        var meters = here().meters();
        assertEquals(1, meters.size());
        assertEquals("1 core", meters.getFirst().words());
        assertEquals(List.of(), meters.getFirst().parts());
    }

    @Test
    void notebooksAreListedByWhatTheyTake() {
        resources.uses =
                List.of(
                        new Use("a", null, "", 2 * GIGABYTE, 0, true),
                        new Use("b", NOTEBOOK, "", 16 * GIGABYTE, 20 * GIGABYTE, true));

        model.refresh();

        assertEquals(
                List.of(
                        new UseRow(
                                "b",
                                "forecast.ipynb",
                                "16 GB of memory (25 %) \u00b7 20 GB on GPUs",
                                NOTEBOOK),
                        new UseRow("a", "Notebook without a file", "2.0 GB of memory (3 %)", null)),
                here().uses());
    }

    @Test
    void aNotebookWithAWindowCanFreeItsGpu() {
        resources.uses =
                List.of(
                        new Use("a", NOTEBOOK, "", GIGABYTE, GIGABYTE, true),
                        new Use("b", Path.of("/w/b.ipynb"), "", 1, GIGABYTE, false));
        model.refresh();

        here().uses().forEach(model::free);

        assertEquals(List.of(NOTEBOOK), freed);
    }

    @Test
    void thePlaceOfTheNotebookInFrontComesFirst() {
        resources.add(ON_BOX, known(Age.NOW));
        assertEquals(List.of("This computer", "ada@gpu-box"), headings());

        document.place = ON_BOX;
        assertEquals(List.of("ada@gpu-box", "This computer"), headings());
        assertEquals(List.of("OnHost " + NOTEBOOK, "Here null"), resources.asked.subList(2, 4));
    }

    private List<String> headings() {
        model.refresh();
        return model.sectionsProperty().get().stream().map(Section::heading).toList();
    }

    @Test
    void aMachineElsewhereHasMetersAndNotebooksOfItsOwn() {
        resources.add(
                ON_BOX,
                new Look.Known(
                        LOAD,
                        GpuLook.NONE,
                        List.of(
                                new Use("x-1", null, "x.ipynb", GIGABYTE, 0, false),
                                new Use("f-1", NOTEBOOK, "f.ipynb", 4 * GIGABYTE, GIGABYTE, true)),
                        Age.NOW));

        model.refresh();

        var there = model.sectionsProperty().get().getLast();
        assertEquals("4.0 GB of 8.0 GB", there.meters().get(1).words());
        assertEquals("", there.line());
        assertEquals(
                List.of(
                        new UseRow(
                                "f-1",
                                "forecast.ipynb",
                                "4.0 GB of memory (50 %) \u00b7 1.0 GB on GPUs",
                                NOTEBOOK),
                        new UseRow("x-1", "x.ipynb", "1.0 GB of memory (13 %)", null)),
                there.uses());
    }

    @Test
    void aPlaceThatSaysNothingSaysWhyAndOneThatIsSlowKeepsItsFigures() {
        resources.add(ON_BOX, new Look.Soon());
        model.refresh();
        assertFalse(there().isKnown());

        resources.add(ON_BOX, known(Age.NOW));
        model.refresh();
        resources.add(ON_BOX, new Look.Soon());
        model.refresh();
        assertEquals(3, there().meters().size());

        resources.add(ON_BOX, new Look.Unknown("It does not say."));
        model.refresh();
        assertEquals("It does not say.", there().line());
        assertEquals(List.of(), there().meters());
    }

    @Test
    void whatIsOldIsSaidToBeAndDrawsNoLineOn() {
        resources.add(ON_BOX, known(Age.NOW));
        model.refresh();
        resources.add(ON_BOX, known(Age.BEFORE_THIS_RUN));
        model.refresh();
        model.refresh();

        assertTrue(there().line().startsWith("As it was before the code"), there().line());
        assertEquals(1, there().meters().getFirst().parts().size());
    }

    private static Look known(Age age) {
        return new Look.Known(LOAD, GpuLook.NONE, List.of(), age);
    }

    private Section there() {
        return model.sectionsProperty().get().getLast();
    }

    private Section here() {
        return model.sectionsProperty().get().getFirst();
    }

    private Meter meter(String key) {
        return here().meters().stream()
                .filter(meter -> meter.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
