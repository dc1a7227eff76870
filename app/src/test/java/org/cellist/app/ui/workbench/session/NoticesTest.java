package org.cellist.app.ui.workbench.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.cellist.app.ui.runtime.FakeAccelerators;
import org.cellist.app.ui.workbench.port.Notice;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice.Cpu;
import org.cellist.kernel.runtime.accelerator.GpuLook;
import org.junit.jupiter.api.Test;

class NoticesTest {

    private final FakeAccelerators accelerators = new FakeAccelerators();
    private final Notices notices = new Notices(accelerators, () -> {});

    @Test
    void aNotebookThatAsksForWhatIsNotHereIsToldOnce() {
        accelerators.asked = "GPU T4";
        accelerators.look = GpuLook.NONE;
        var notice = new Notice.NoAccelerator("GPU T4");

        notices.kernelRuns();
        assertEquals(List.of(notice), notices.all());

        notices.putAway(notice);
        notices.kernelEnded();
        notices.kernelRuns();
        assertEquals(List.of(), notices.all());
    }

    @Test
    void aGpuThatIsHereNeedsNoWords() {
        accelerators.asked = "GPU";

        notices.kernelRuns();

        assertEquals(List.of(), notices.all());
    }

    @Test
    void aTpuIsNeverHere() {
        accelerators.asked = "TPU";

        notices.kernelRuns();

        assertEquals(List.of(new Notice.NoAccelerator("TPU")), notices.all());
    }

    @Test
    void whoChoseTheCpuKnows() {
        accelerators.asked = "GPU";
        accelerators.look = GpuLook.NONE;
        accelerators.chosen = new Cpu();

        notices.kernelRuns();

        assertEquals(List.of(), notices.all());
    }

    @Test
    void whatAKernelTookIsNoNewsOfTheNextOne() {
        notices.add(new Notice.MemoryLow("", 1, 100, 50));
        notices.add(new Notice.MemoryLow("", 2, 100, 50));
        assertEquals(List.of(new Notice.MemoryLow("", 2, 100, 50)), notices.all());

        notices.kernelEnded();

        assertEquals(List.of(), notices.all());
    }
}
