package org.cellist.app.ui.workbench.kernels;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
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
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.app.ui.workbench.port.RunningKernels;
import org.cellist.app.ui.workbench.port.RunningKernels.Entry;
import org.cellist.app.ui.workbench.port.RunningKernels.Look;
import org.cellist.app.ui.workbench.port.RunningKernels.Work;
import org.jspecify.annotations.Nullable;

/// The kernels that run as rows for people: those of this machine first, then of each other place.
///
/// This machine is asked at each look; others, which have to be reached, every ten seconds, and
/// each on its own: a place that does not answer holds up no other.
///
/// Confined to the JavaFX Application Thread.
public final class KernelsViewModel {

    private static final long MEGABYTE = 1 << 20;
    private static final long GIGABYTE = 1 << 30;
    private static final Duration ELSEWHERE = Duration.ofSeconds(10);

    private final RunningKernels kernels;
    private final Consumer<Path> opener;
    private final Texts texts;
    private final Clock clock;
    private final ObservableList<KernelRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final Map<Place, PlaceLook> looks = new LinkedHashMap<>();

    /// A model of the pane.
    ///
    /// @param opener opens a notebook, or brings it to the front
    public KernelsViewModel(
            RunningKernels kernels, Consumer<Path> opener, Texts texts, Clock clock) {
        this.kernels = kernels;
        this.opener = opener;
        this.texts = texts;
        this.clock = clock;
    }

    ObservableList<KernelRow> rows() {
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
        var places = kernels.places();
        looks.keySet().retainAll(places);
        places.forEach(place -> looks.computeIfAbsent(place, _ -> new PlaceLook()));
        places.forEach(this::lookIfDue);
    }

    private void lookIfDue(Place place) {
        var look = Objects.requireNonNull(looks.get(place));
        var now = clock.instant();
        boolean isDue = place instanceof Place.Here || !look.asked.isAfter(now.minus(ELSEWHERE));
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
        var shown = new ArrayList<KernelRow>();
        var unknown = new ArrayList<String>();
        for (var look : looks.values()) {
            switch (look.last) {
                case Look.Known(var entries) -> entries.stream().map(this::row).forEach(shown::add);
                case Look.Unknown(var why) -> unknown.add(why);
            }
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
                    texts.get("elsewhere", kernel.name(), server.shown());
        };
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

    /// Opens the notebook of a kernel.
    void open(KernelRow row) {
        if (canOpen(row)) {
            opener.accept(Objects.requireNonNull(row.kernel().notebook()));
        }
    }

    static boolean canOpen(KernelRow row) {
        return row.kernel().notebook() != null;
    }

    static boolean canStop(KernelRow row) {
        return row.kernel().work() != Work.ENDED;
    }

    static boolean canRestart(KernelRow row) {
        return row.kernel().canRestart() && row.kernel().work() != Work.ENDED;
    }

    /// Ends a kernel; what its notebook shows stays.
    void stop(KernelRow row) {
        kernels.stop(row.kernel(), () -> lookAgain(row));
    }

    /// Starts a kernel again; its variables are gone.
    void restart(KernelRow row) {
        kernels.restart(row.kernel(), () -> lookAgain(row));
    }

    private void lookAgain(KernelRow row) {
        var look = looks.get(row.kernel().place());
        if (look != null) {
            look.asked = Instant.MIN;
        }
        refresh();
    }
}
