package org.cellist.app.ui.workbench.kernels;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cellist.app.text.Sizes;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.workbench.port.RunningKernels;
import org.cellist.app.ui.workbench.port.RunningKernels.Entry;
import org.cellist.app.ui.workbench.port.RunningKernels.Work;

/// The kernels of this machine as rows for people.
///
/// Confined to the JavaFX Application Thread.
public final class KernelsViewModel {

    private static final long MEGABYTE = 1 << 20;
    private static final long GIGABYTE = 1 << 30;

    private final RunningKernels kernels;
    private final Consumer<Path> opener;
    private final Texts texts;
    private final Clock clock;
    private final ObservableList<KernelRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper();
    private boolean isLooking;

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

    /// Looks again, unless a look is under way.
    void refresh() {
        if (!isLooking) {
            isLooking = true;
            kernels.list(this::show);
        }
    }

    private void show(List<Entry> entries) {
        isLooking = false;
        known.set(true);
        var shown = entries.stream().map(this::row).toList();
        if (!shown.equals(List.copyOf(rows))) { // else a selection would go for nothing
            rows.setAll(shown);
        }
    }

    private KernelRow row(Entry kernel) {
        var file = kernel.notebook();
        var title = file == null ? texts.get("untitled") : String.valueOf(file.getFileName());
        return new KernelRow(kernel, title, work(kernel), figures(kernel));
    }

    private String work(Entry kernel) {
        return switch (kernel.work()) {
            case BUSY -> texts.get("busy");
            case IDLE -> texts.get("idle", age(kernel.active()));
            case ENDED -> texts.get("ended");
        };
    }

    private String figures(Entry kernel) {
        var memory = kernel.memoryBytes() < 0 ? "" : memory(kernel.memoryBytes()) + " · ";
        var gpu = kernel.gpuBytes() <= 0 ? "" : gpu(kernel.gpuBytes()) + " · ";
        var where = kernel.isOpen() ? "" : " · " + texts.get("unwatched");
        return memory + gpu + texts.get("age", age(kernel.since())) + where;
    }

    private String memory(long bytes) {
        return bytes >= GIGABYTE
                ? texts.get("gigabytes", Math.round(bytes * 10.0 / GIGABYTE) / 10.0)
                : texts.get("megabytes", bytes / MEGABYTE);
    }

    private String gpu(long bytes) {
        return texts.get("gpu", Sizes.words(bytes));
    }

    private String age(Instant since) {
        var age = Duration.between(since, clock.instant());
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

    /// Ends a kernel; what its notebook shows stays.
    void stop(KernelRow row) {
        kernels.stop(row.kernel(), this::refresh);
    }
}
