package org.cellist.app.ui.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.cellist.app.ui.runtime.accelerator.AcceleratorPane;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice.Cpu;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice.Device;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice.Everything;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice.Gpus;
import org.cellist.kernel.runtime.accelerator.Gpu.Maker;
import org.junit.jupiter.api.Test;

class AcceleratorPaneTest {

    private static final Device WHOLE =
            new Device(Maker.NVIDIA, 0, "GPU-0", "NVIDIA GeForce RTX 4090");
    private static final Device SLICE =
            new Device(Maker.NVIDIA, 1, "MIG-b", "NVIDIA A100-SXM4-80GB");

    private final FakeAccelerators accelerators = new FakeAccelerators();
    private final FakeRuntimes runtimes = new FakeRuntimes();

    private PickerViewModel picker() {
        runtimes.accelerators = accelerators;
        return new PickerViewModel(runtimes);
    }

    @Test
    void aDividedGpuIsChosenByItsSlices() {
        var rows = new AcceleratorPane(accelerators).rows();

        assertEquals(
                List.of("GPU-0", "MIG-a", "MIG-b"),
                rows.stream().map(row -> row.device().id()).toList());
    }

    @Test
    void gpusAreAddedInTheOrderInWhichTheyAreChosen() {
        var pane = new AcceleratorPane(accelerators);

        pane.toggle(SLICE);
        pane.toggle(WHOLE);

        assertEquals(new Gpus(List.of(SLICE, WHOLE)), pane.selectedProperty().get());
    }

    @Test
    void withoutTheLastGpuEverythingCounts() {
        var pane = new AcceleratorPane(accelerators);

        pane.toggle(WHOLE);
        pane.toggle(WHOLE);

        assertEquals(new Everything(), pane.selectedProperty().get());
    }

    @Test
    void anotherAcceleratorGivesTheAttachedRuntimeANewKernel() {
        var picker = picker();
        var pane = Objects.requireNonNull(picker.accelerators());

        pane.selectCpu();
        assertTrue(picker.attach());

        assertEquals(new Cpu(), accelerators.chosen);
        assertEquals(List.of("attach venv"), runtimes.asked);
    }

    @Test
    void theSameAcceleratorLeavesTheKernelAlone() {
        assertTrue(picker().attach());

        assertEquals(List.of(), runtimes.asked);
    }

    @Test
    void nothingIsChosenWhereTheRuntimeCannotBeAttached() {
        var picker = picker();
        var pane = Objects.requireNonNull(picker.accelerators());

        pane.selectCpu();
        picker.select(FakeRuntimes.DOWNLOADED);

        assertFalse(picker.attach());
        assertEquals(new Everything(), accelerators.chosen);
    }
}
