package org.cellist.app.ui.workbench.kernels;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cellist.app.text.Sizes;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.workbench.kernels.KernelsRow.KernelRow;
import org.cellist.app.ui.workbench.kernels.KernelsRow.MachineRow;
import org.cellist.app.ui.workbench.port.LentMachines.Lent;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.app.ui.workbench.port.RunningKernels;
import org.cellist.app.ui.workbench.port.RunningKernels.Entry;
import org.cellist.app.ui.workbench.port.RunningKernels.Look;
import org.cellist.app.ui.workbench.port.RunningKernels.Work;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.jspecify.annotations.Nullable;

/// The kernels that run as rows for people: those of this machine first, then of each other place.
///
/// This machine is asked at each look; others, which have to be reached, every ten seconds, and
/// each on its own: a place that does not answer holds up no other. Machines that are lent stand
/// above their kernels, and are asked for once a minute.
///
/// Confined to the JavaFX Application Thread.
public final class KernelsViewModel {

    private static final long MEGABYTE = 1 << 20;
    private static final long GIGABYTE = 1 << 30;
    private static final Duration ELSEWHERE = Duration.ofSeconds(10);

    private final RunningKernels kernels;
    private final Ways ways;
    private final Texts texts;
    private final Clock clock;
    private final ObservableList<KernelsRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final Map<Place, PlaceLook> looks = new LinkedHashMap<>();
    private final LentLooks lent;

    /// A model of the pane.
    ///
    /// @param ways what is done beyond the pane
    public KernelsViewModel(RunningKernels kernels, Ways ways, Texts texts, Clock clock) {
        this.kernels = kernels;
        this.ways = ways;
        this.lent = new LentLooks(kernels.lent(), clock);
        this.texts = texts;
        this.clock = clock;
    }

    /// What is done beyond the pane.
    public interface Ways {

        /// Opens a notebook, or brings it to the front.
        void open(Path notebook);

        /// Lets a person choose whether the notebook in front goes on with a kernel of a server.
        default void join(ServerAddress server, String kernel) {}

        /// Asks whether a machine is to be given back.
        default void askGiveBack(String machine, Runnable agreed) {
            agreed.run();
        }
    }

    ObservableList<KernelsRow> rows() {
        return rows;
    }

    /// Whether it has been looked once.
    ReadOnlyBooleanProperty knownProperty() {
        return known.getReadOnlyProperty();
    }

    /// Which places do not answer, and why; empty if all do.
    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /// What is known of a place.
    private static final class PlaceLook {
        boolean isUnderWay;
        Instant asked = Instant.MIN;
        Look last = new Look.Known(List.of());
    }

    /// Looks again wherever that is due and no look is under way.
    void refresh() {
        lent.refresh(this::refresh);
        var near = kernels.places();
        var places = new LinkedHashSet<>(near);
        for (var machine : lent.all()) {
            if (machine.place() != null) {
                places.add(machine.place());
            }
        }
        boolean isFewer = looks.keySet().retainAll(places);
        places.forEach(place -> looks.computeIfAbsent(place, _ -> new PlaceLook()));
        for (var place : places) {
            lookIfDue(place, near.contains(place) ? ELSEWHERE : LentLooks.PERIOD);
        }
        if (isFewer || !lent.all().isEmpty() || !lent.trouble().isEmpty()) {
            show();
        }
    }

    private void lookIfDue(Place place, Duration period) {
        var look = Objects.requireNonNull(looks.get(place));
        var now = clock.instant();
        boolean isDue = place instanceof Place.Here || !look.asked.isAfter(now.minus(period));
        if (isDue && !look.isUnderWay) {
            look.isUnderWay = true;
            look.asked = now;
            kernels.look(place, it -> looked(place, look, it));
        }
    }

    private void looked(Place place, PlaceLook look, Look found) {
        look.isUnderWay = false;
        look.last = found;
        if (place instanceof Place.Here) {
            known.set(true);
        }
        show();
    }

    private void show() {
        var shown = new ArrayList<KernelsRow>();
        var unknown = new ArrayList<String>();
        looks.forEach(
                (place, look) -> {
                    lent.at(place).map(it -> row(it, look.last)).ifPresent(shown::add);
                    switch (look.last) {
                        case Look.Known(var entries) ->
                                entries.stream().map(this::row).forEach(shown::add);
                        case Look.Unknown(var why) -> unknown.add(why);
                    }
                });
        lent.all().stream()
                .filter(it -> it.place() == null)
                .map(it -> row(it, new Look.Known(List.of())))
                .forEach(shown::add);
        if (!lent.trouble().isEmpty()) {
            unknown.add(lent.trouble());
        }
        trouble.set(String.join("\n", unknown));
        if (!shown.equals(List.copyOf(rows))) { // else a selection would go for nothing
            rows.setAll(shown);
        }
    }

    private KernelRow row(Entry kernel) {
        var file = kernel.notebook();
        var untitled = kernel.title().isEmpty() ? texts.get("untitled") : kernel.title();
        var title = file == null ? untitled : String.valueOf(file.getFileName());
        return new KernelRow(
                kernel, title, work(kernel), name(kernel), figures(kernel), remarks(kernel));
    }

    private String name(Entry kernel) {
        return switch (kernel.place()) {
            case Place.Here _ -> kernel.name();
            case Place.OnHost(var host) -> texts.get("elsewhere", kernel.name(), host.name());
            case Place.OnServer(var server) ->
                    texts.get(
                            "elsewhere",
                            kernel.name(),
                            lent.at(kernel.place()).map(Lent::name).orElseGet(server::shown));
        };
    }

    private MachineRow row(Lent machine, Look look) {
        var kernels =
                look instanceof Look.Known(var entries) && machine.place() != null
                        ? entries
                        : List.<Entry>of();
        boolean isBusy = kernels.stream().anyMatch(it -> it.work() == Work.BUSY);
        var limit = machine.idleLimit();
        return new MachineRow(
                machine,
                machine.name(),
                lent.isLeaving(machine) ? texts.get("lent.leaving") : work(kernels, isBusy),
                machine.place() == null
                        ? texts.get("lent.closed")
                        : limit == null
                                ? texts.get("lent.limit.unknown")
                                : texts.get("lent.limit", limit.toMinutes()),
                isBusy ? Work.BUSY : kernels.isEmpty() ? Work.UNKNOWN : Work.IDLE);
    }

    /// Nothing ran on a machine since the last of its kernels did something.
    private String work(List<Entry> kernels, boolean isBusy) {
        if (isBusy) {
            return texts.get("busy");
        }
        return kernels.stream()
                .map(Entry::active)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .flatMap(it -> since("idle", it))
                .orElse("");
    }

    private String work(Entry kernel) {
        return switch (kernel.work()) {
            case BUSY -> texts.get("busy");
            case IDLE -> since("idle", kernel.active()).orElseGet(() -> texts.get("idle.now"));
            case ENDED -> texts.get("ended");
            case UNKNOWN -> texts.get("running");
        };
    }

    private String figures(Entry kernel) {
        return joined(
                kernel.memoryBytes() < 0 ? "" : memory(kernel.memoryBytes()),
                kernel.gpuBytes() <= 0 ? "" : gpu(kernel.gpuBytes()),
                since("age", kernel.since()).orElse(""));
    }

    private String remarks(Entry kernel) {
        return joined(silence(kernel), kernel.isOpen() ? "" : texts.get("unwatched"));
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(it -> !it.isEmpty()).collect(Collectors.joining(" · "));
    }

    private String silence(Entry kernel) {
        return kernel.work() == Work.BUSY ? since("silent", kernel.active()).orElse("") : "";
    }

    private String memory(long bytes) {
        return bytes >= GIGABYTE
                ? texts.get("gigabytes", Math.round(bytes * 10.0 / GIGABYTE) / 10.0)
                : texts.get("megabytes", bytes / MEGABYTE);
    }

    private String gpu(long bytes) {
        return texts.get("gpu", Sizes.words(bytes));
    }

    /// Returns for how long something has been so; empty for less than a minute, and where nobody
    /// knows.
    private Optional<String> since(String key, @Nullable Instant since) {
        return Optional.ofNullable(since)
                .filter(it -> quiet(it).toMinutes() >= 1)
                .map(it -> texts.get(key, age(it)));
    }

    private Duration quiet(Instant since) {
        return Duration.between(since, clock.instant());
    }

    private String age(Instant since) {
        var age = quiet(since);
        if (age.toDays() > 0) {
            return texts.get("days", age.toDays());
        }
        if (age.toHours() > 0) {
            return texts.get("hours", age.toHours());
        }
        return texts.get("minutes", Math.max(0, age.toMinutes()));
    }

    /// Opens the notebook of a kernel; for one of a server whose notebook is not known, lets the
    /// notebook in front go on with it.
    void open(KernelsRow row) {
        if (row instanceof KernelRow(var kernel, _, _, _, _, _)) {
            var notebook = kernel.notebook();
            if (notebook != null) {
                ways.open(notebook);
            } else if (canJoin(row) && kernel.place() instanceof Place.OnServer(var server)) {
                ways.join(server, kernel.id());
            }
        }
    }

    static boolean canOpen(KernelsRow row) {
        return row instanceof KernelRow of && of.kernel().notebook() != null;
    }

    /// Only what a server has can be joined by whoever comes.
    static boolean canJoin(KernelsRow row) {
        return row instanceof KernelRow of
                && of.kernel().place() instanceof Place.OnServer
                && of.kernel().notebook() == null
                && of.kernel().work() != Work.ENDED;
    }

    static boolean canStop(KernelsRow row) {
        return row instanceof KernelRow of && of.kernel().work() != Work.ENDED;
    }

    static boolean canRestart(KernelsRow row) {
        return row instanceof KernelRow of
                && of.kernel().canRestart()
                && of.kernel().work() != Work.ENDED;
    }

    boolean canGiveBack(KernelsRow row) {
        return row instanceof MachineRow of && !lent.isLeaving(of.machine());
    }

    /// Ends a kernel; what its notebook shows stays.
    void stop(KernelsRow row) {
        if (row instanceof KernelRow of) {
            kernels.stop(of.kernel(), () -> lookAgain(of.kernel().place()));
        }
    }

    /// Starts a kernel again; its variables are gone.
    void restart(KernelsRow row) {
        if (row instanceof KernelRow of) {
            kernels.restart(of.kernel(), () -> lookAgain(of.kernel().place()));
        }
    }

    /// Gives a machine back, after asking: what is on it is lost.
    void giveBack(KernelsRow row) {
        if (row instanceof MachineRow of) {
            ways.askGiveBack(of.title(), () -> lent.giveBack(of.machine(), this::refresh));
        }
    }

    private void lookAgain(Place place) {
        var look = looks.get(place);
        if (look != null) {
            look.asked = Instant.MIN;
        }
        refresh();
    }
}
