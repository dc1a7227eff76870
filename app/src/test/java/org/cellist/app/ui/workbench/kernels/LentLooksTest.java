package org.cellist.app.ui.workbench.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
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
import org.cellist.app.ui.workbench.port.LentMachines;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.app.ui.workbench.port.RunningKernels;
import org.cellist.app.ui.workbench.port.RunningKernels.Entry;
import org.cellist.app.ui.workbench.port.RunningKernels.Look;
import org.cellist.app.ui.workbench.port.RunningKernels.Work;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Machines that are lent, above their kernels.
class LentLooksTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final ServerAddress PROXY =
            ServerAddress.parse("https://8080-t4.colab.example").orElseThrow().address();
    private static final Place ON_T4 = new Place.OnServer(PROXY);
    private static final LentMachines.Lent T4 =
            new LentMachines.Lent("gpu-t4", "Colab T4 GPU", ON_T4, Duration.ofMinutes(90));
    private static final LentMachines.Lent CLOSED =
            new LentMachines.Lent("m-s", "Colab CPU", null, null);

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final List<String> asked = new ArrayList<>();
    private final List<Place> places = new ArrayList<>(List.of(new Place.Here()));
    private final List<Entry> entries = new ArrayList<>();
    private final List<LentMachines.Lent> machines = new ArrayList<>();
    private List<LentMachines.Lent> known = List.of();
    private boolean isOn = true;
    private String refusal = "";
    private final List<String> done = new ArrayList<>();
    private final List<Runnable> questions = new ArrayList<>();
    private final KernelsViewModel model =
            new KernelsViewModel(
                    new Played(),
                    new Ways(),
                    Texts.of("kernels", Locale.ENGLISH),
                    ((InstantSource) now::get).withZone(ZoneOffset.UTC));

    private final class Ways implements KernelsViewModel.Ways {

        @Override
        public void open(Path notebook) {
            done.add("open " + notebook.getFileName());
        }

        @Override
        public void join(ServerAddress server, String kernel) {
            done.add("join " + kernel + " at " + server.base());
        }

        @Override
        public void askGiveBack(String machine, Runnable agreed) {
            done.add("ask " + machine);
            questions.add(agreed);
        }
    }

    private final class Played implements RunningKernels, LentMachines {

        @Override
        public LentMachines lent() {
            return this;
        }

        @Override
        public boolean isOn() {
            return isOn;
        }

        @Override
        public List<Lent> known() {
            return known;
        }

        @Override
        public void look(Consumer<String> then) {
            asked.add("list");
            if (refusal.isEmpty()) {
                known = List.copyOf(machines);
            }
            then.accept(refusal);
        }

        @Override
        public void giveBack(Lent machine, Consumer<String> then) {
            done.add("give back " + machine.id());
            if (refusal.isEmpty()) {
                known = known.stream().filter(it -> !it.equals(machine)).toList();
            }
            then.accept(refusal);
        }

        @Override
        public List<Place> places() {
            return List.copyOf(places);
        }

        @Override
        public void look(Place place, Consumer<Look> then) {
            asked.add(place instanceof Place.Here ? "here" : "kernels");
            then.accept(
                    new Look.Known(
                            entries.stream().filter(it -> it.place().equals(place)).toList()));
        }

        @Override
        public void stop(Entry kernel, Runnable then) {
            done.add("stop " + kernel.id());
            then.run();
        }

        @Override
        public void restart(Entry kernel, Runnable then) {
            then.run();
        }
    }

    @Test
    void aMachineWhereNoNotebookOfAWindowRunsStandsAboveItsKernels() {
        machines.add(T4);
        machines.add(CLOSED);
        entries.add(kernel(new Place.Here(), "own", Work.IDLE, null));
        entries.add(kernel(ON_T4, "k1", Work.IDLE, NOW.minusSeconds(1200)));
        entries.add(kernel(ON_T4, "k2", Work.IDLE, NOW.minusSeconds(720)));

        model.refresh();

        assertEquals(
                List.of("a.ipynb", "Colab T4 GPU", "a.ipynb", "a.ipynb", "Colab CPU"),
                model.rows().stream().map(KernelsRow::title).toList());
        assertEquals("taken back after 90 min without use", row(1).name());
        assertEquals("idle for 12 min", row(1).work());
        assertEquals("Python 3 on Colab T4 GPU", row(2).name());
        assertEquals("no way there is known", row(4).name());
        assertFalse(KernelsViewModel.canStop(row(1)));
        assertFalse(KernelsViewModel.canOpen(row(1)));
    }

    @Test
    void whatRunsThereIsWhatTheMachineDoes() {
        machines.add(T4);
        entries.add(kernel(ON_T4, "k1", Work.IDLE, NOW.minusSeconds(1200)));
        entries.add(kernel(ON_T4, "k2", Work.BUSY, NOW));

        model.refresh();

        assertEquals("busy", row(0).work());
        assertEquals(Work.BUSY, row(0).dot());
    }

    @Test
    void colabIsAskedOncePerMinuteAndNotAtAllWhileItIsOff() {
        machines.add(T4);
        isOn = false;
        model.refresh();
        assertEquals(List.of("here"), asked);

        isOn = true;
        for (int second = 0; second < 121; second += 2) {
            now.set(NOW.plusSeconds(second));
            model.refresh();
        }

        assertEquals(3, Collections.frequency(asked, "list"));
        assertEquals(3, Collections.frequency(asked, "kernels"));
        isOn = false;
        model.refresh();
        assertEquals(List.of(), List.copyOf(model.rows()));
    }

    @Test
    void aMachineOfAWindowIsAskedAsOftenAsAnyServer() {
        machines.add(T4);
        places.add(ON_T4);

        for (int second = 0; second < 21; second++) {
            now.set(NOW.plusSeconds(second));
            model.refresh();
        }

        assertEquals(3, Collections.frequency(asked, "kernels"));
        assertEquals(1, Collections.frequency(asked, "list"));
    }

    @Test
    void aMachineIsGivenBackAfterAsking() {
        machines.add(T4);
        model.refresh();
        assertTrue(model.canGiveBack(row(0)));

        model.giveBack(row(0));
        assertEquals(List.of("ask Colab T4 GPU"), done);
        questions.getFirst().run();

        assertEquals(List.of("ask Colab T4 GPU", "give back gpu-t4"), done);
        assertEquals(List.of(), List.copyOf(model.rows()));
    }

    @Test
    void whatColabRefusesIsSaidAndWhatIsKnownStays() {
        machines.add(T4);
        model.refresh();
        refusal = "Google Colab does not answer.";
        now.set(NOW.plusSeconds(60));

        model.refresh();

        assertEquals(refusal, model.troubleProperty().get());
        assertEquals("Colab T4 GPU", row(0).title());
        refusal = "";
        now.set(NOW.plusSeconds(120));
        model.refresh();
        assertEquals("", model.troubleProperty().get());
    }

    @Test
    void aKernelWhoseNotebookIsNotKnownHereCanBeJoined() {
        machines.add(T4);
        entries.add(kernel(ON_T4, "k1", Work.BUSY, NOW));
        entries.add(kernel(new Place.Here(), "own", Work.IDLE, null));
        model.refresh();

        model.open(row(2));
        model.open(row(1));
        model.open(row(0));

        assertEquals(List.of("join k1 at https://8080-t4.colab.example/"), done);
    }

    private KernelsRow row(int at) {
        return model.rows().get(at);
    }

    private static Entry kernel(Place place, String id, Work work, @Nullable Instant active) {
        return new Entry(
                place, id, null, "a.ipynb", "Python 3", work, -1, -1, null, active, true, true);
    }
}
