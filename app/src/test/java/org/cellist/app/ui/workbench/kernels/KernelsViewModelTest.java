package org.cellist.app.ui.workbench.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.workbench.port.RunningKernels;
import org.cellist.app.ui.workbench.port.RunningKernels.Entry;
import org.cellist.app.ui.workbench.port.RunningKernels.Work;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Kernels in a person's words.
class KernelsViewModelTest {

    private static final long GPU = 3L << 30;

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Path NOTEBOOK = Path.of("/work/training.ipynb");

    private final List<Entry> entries = new ArrayList<>();
    private final List<Entry> stopped = new ArrayList<>();
    private final List<Path> opened = new ArrayList<>();
    private final KernelsViewModel model =
            new KernelsViewModel(
                    new Played(),
                    opened::add,
                    Texts.of("kernels", Locale.ENGLISH),
                    Clock.fixed(NOW, ZoneOffset.UTC));

    /// Kernels that a test names.
    private final class Played implements RunningKernels {

        @Override
        public void list(Consumer<List<Entry>> then) {
            then.accept(List.copyOf(entries));
        }

        @Override
        public void stop(Entry kernel, Runnable then) {
            stopped.add(kernel);
            entries.remove(kernel);
            then.run();
        }
    }

    @Test
    void aKernelIsNamedForItsNotebookWithWhatItTakes() {
        entries.add(kernel(NOTEBOOK, Work.BUSY, 1_610_612_736L, false));

        model.refresh();

        var row = model.rows().getFirst();
        assertEquals("training.ipynb", row.title());
        assertEquals("busy", row.work());
        assertEquals("1.5 GB · GPU 3.0 GB · runs for 3 h · without a window", row.figures());
    }

    @Test
    void anIdleKernelSaysSinceWhenAndNoMemoryWhereNobodyKnowsIt() {
        entries.add(kernel(null, Work.IDLE, -1, true));

        model.refresh();

        var row = model.rows().getFirst();
        assertEquals("Notebook without a file", row.title());
        assertEquals("idle for 5 min", row.work());
        assertEquals("runs for 3 h", row.figures());
        assertFalse(KernelsViewModel.canOpen(row));
    }

    @Test
    void aStoppedKernelLeavesTheList() {
        entries.add(kernel(NOTEBOOK, Work.IDLE, 1 << 20, true));
        model.refresh();
        var row = model.rows().getFirst();
        assertTrue(KernelsViewModel.canStop(row));

        model.stop(row);

        assertEquals(List.of(row.kernel()), stopped);
        assertEquals(List.of(), List.copyOf(model.rows()));
    }

    @Test
    void theNotebookOfAKernelOpens() {
        entries.add(kernel(NOTEBOOK, Work.ENDED, -1, false));
        model.refresh();
        var row = model.rows().getFirst();

        model.open(row);

        assertEquals(List.of(NOTEBOOK), opened);
        assertFalse(KernelsViewModel.canStop(row));
    }

    private static Entry kernel(@Nullable Path notebook, Work work, long memory, boolean isOpen) {
        return new Entry(
                "id",
                notebook,
                "Python 3",
                work,
                memory,
                memory < 0 ? memory : GPU,
                NOW.minusSeconds(3 * 3600),
                NOW.minusSeconds(300),
                isOpen);
    }
}
