package org.cellist.app.ui.workbench.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.workbench.kernels.KernelsRow.KernelRow;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.app.ui.workbench.port.RunningKernels;
import org.cellist.app.ui.workbench.port.RunningKernels.Entry;
import org.cellist.app.ui.workbench.port.RunningKernels.Look;
import org.cellist.app.ui.workbench.port.RunningKernels.Work;
import org.cellist.kernel.runtime.host.SshHost;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Kernels in a person's words.
class KernelsViewModelTest {

    private static final long GPU = 3L << 30;

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Place BOX = new Place.OnHost(SshHost.parse("box").orElseThrow());
    private static final Place SERVER =
            new Place.OnServer(ServerAddress.parse("http://lab:8888").orElseThrow().address());
    private static final Path NOTEBOOK = Path.of("/home/ada/training.ipynb");

    private final List<Entry> entries = new ArrayList<>();
    private final List<Entry> stopped = new ArrayList<>();
    private final List<Entry> restarted = new ArrayList<>();
    private final List<Place> places = new ArrayList<>(List.of(new Place.Here()));
    private final List<Place> asked = new ArrayList<>();
    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private @Nullable Place silent;
    private @Nullable Place refusing;
    private final List<Path> opened = new ArrayList<>();
    private final KernelsViewModel model =
            new KernelsViewModel(
                    new Played(),
                    opened::add,
                    Texts.of("kernels", Locale.ENGLISH),
                    ((InstantSource) now::get).withZone(ZoneOffset.UTC));

    /// Kernels that a test names.
    private final class Played implements RunningKernels {

        @Override
        public List<Place> places() {
            return List.copyOf(places);
        }

        @Override
        public void look(Place place, Consumer<Look> then) {
            asked.add(place);
            if (place.equals(silent)) {
                return;
            }
            then.accept(
                    place.equals(refusing)
                            ? new Look.Unknown("box does not answer.")
                            : new Look.Known(
                                    entries.stream()
                                            .filter(it -> it.place().equals(place))
                                            .toList()));
        }

        @Override
        public void restart(Entry kernel, Runnable then) {
            restarted.add(kernel);
            then.run();
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
        assertEquals("1.5 GB · GPU 3.0 GB · runs for 3 h", row.figures());
        assertEquals("silent for 5 min · without a window", row.remarks());
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

        assertEquals(List.of(((KernelRow) row).kernel()), stopped);
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

    @Test
    void kernelsElsewhereSayWhereAndComeWhenTheirPlaceAnswers() {
        places.addAll(List.of(BOX, SERVER));
        silent = BOX;
        entries.add(kernel(NOTEBOOK, Work.IDLE, -1, true));
        entries.add(elsewhere(BOX, Work.BUSY, NOW.minusSeconds(300), null));
        entries.add(elsewhere(SERVER, Work.UNKNOWN, null, null));

        model.refresh();

        assertEquals(List.of("Python 3", "Python 3 on lab:8888"), names());
        silent = null;
        now.set(NOW.plusSeconds(60));
        model.refresh(); // that place has not answered yet
        assertEquals(1, Collections.frequency(asked, BOX));
        assertEquals("running", model.rows().get(1).work());
        assertEquals("without a window", model.rows().get(1).remarks());
    }

    @Test
    void aBusyKernelThatHasSaidNothingForLongSaysSo() {
        entries.add(kernel(NOTEBOOK, Work.BUSY, -1, true));
        places.add(BOX);
        entries.add(elsewhere(BOX, Work.BUSY, NOW.minusSeconds(20), null));

        model.refresh();

        assertEquals("silent for 5 min", model.rows().get(0).remarks());
        assertEquals("without a window", model.rows().get(1).remarks());
    }

    @Test
    void whatIsLessThanAMinuteIsNotCounted() {
        places.add(BOX);
        var now = NOW.minusSeconds(59);
        entries.add(elsewhere(BOX, Work.IDLE, now, now));

        model.refresh();

        assertEquals("idle", model.rows().getFirst().work());
        assertEquals("", model.rows().getFirst().figures());
    }

    @Test
    void placesThatMustBeReachedAreAskedEveryTenSeconds() {
        places.add(BOX);

        for (int second = 0; second < 21; second++) {
            now.set(NOW.plusSeconds(second));
            model.refresh();
        }

        assertEquals(21, Collections.frequency(asked, new Place.Here()));
        assertEquals(3, Collections.frequency(asked, BOX));
    }

    @Test
    void aPlaceThatDoesNotAnswerIsSaidUntilItIsGone() {
        places.add(BOX);
        refusing = BOX;

        model.refresh();
        assertEquals("box does not answer.", model.troubleProperty().get());

        places.remove(BOX);
        model.refresh();
        assertEquals("", model.troubleProperty().get());
    }

    @Test
    void aKernelThatCanBeStartedAgainIsAskedForAnewAtOnce() {
        places.add(BOX);
        var there = elsewhere(BOX, Work.IDLE, NOW, NOW);
        entries.add(there);
        entries.add(kernel(NOTEBOOK, Work.IDLE, -1, true));
        model.refresh();
        assertFalse(KernelsViewModel.canRestart(model.rows().get(0)));
        assertTrue(KernelsViewModel.canRestart(model.rows().get(1)));

        model.restart(model.rows().get(1));

        assertEquals(List.of(there), restarted);
        assertEquals(2, Collections.frequency(asked, BOX));
    }

    private List<String> names() {
        return model.rows().stream().map(KernelsRow::name).toList();
    }

    private static Entry elsewhere(
            Place place, Work work, @Nullable Instant active, @Nullable Instant since) {
        return new Entry(
                place, "id", null, "a.ipynb", "Python 3", work, -1, -1, since, active, false, true);
    }

    private static Entry kernel(@Nullable Path notebook, Work work, long memory, boolean isOpen) {
        return new Entry(
                new Place.Here(),
                "id",
                notebook,
                "",
                "Python 3",
                work,
                memory,
                memory < 0 ? memory : GPU,
                NOW.minusSeconds(3 * 3600),
                NOW.minusSeconds(300),
                isOpen,
                false);
    }
}
