package org.cellist.app.ui.workbench.session;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.cellist.app.session.machine.KeptKernelList.Row;
import org.cellist.app.session.machine.MachineResources;
import org.cellist.app.session.machine.MemoryForecast;
import org.cellist.app.ui.workbench.port.Notice;
import org.cellist.kernel.runtime.MachineLoad;
import org.cellist.kernel.runtime.accelerator.GpuLook;
import org.jspecify.annotations.Nullable;

/// Looks at the memory while kernels of open notebooks run, and tells the notebooks whose kernels
/// take much of it before it runs out.
///
/// A look reads a page of the system's files, every three seconds; without a kernel there is none.
///
/// Confined to the JavaFX Application Thread; looks are made on background threads.
final class MemoryWatch {

    private static final long PERIOD_SECONDS = 3;

    /// A kernel that takes less is not what the memory runs out for.
    private static final double MUCH = 0.1;

    private final Desk desk;
    private final MachineResources machine;
    private final MemoryForecast forecast = new MemoryForecast();
    private final Set<SessionDocument> running = new HashSet<>();
    private final ReadOnlyObjectWrapper<@Nullable MachineLoad> memory =
            new ReadOnlyObjectWrapper<>();
    private boolean isLooking;

    MemoryWatch(Desk desk) {
        this.desk = desk;
        this.machine = new MachineResources(desk.services().bridge());
    }

    /// The memory while somebody looks; else null.
    ReadOnlyObjectProperty<@Nullable MachineLoad> memoryProperty() {
        return memory.getReadOnlyProperty();
    }

    /// Says whether a notebook's kernel runs on this machine.
    void watch(SessionDocument document, boolean runs) {
        if (runs) {
            running.add(document);
            lookLater(0);
        } else if (running.remove(document) && running.isEmpty()) {
            memory.set(null);
        }
    }

    private void lookLater(long seconds) {
        if (isLooking || running.isEmpty()) {
            return;
        }
        isLooking = true;
        try {
            var _ =
                    desk.services()
                            .timer()
                            .schedule(
                                    () -> desk.background().execute(this::look),
                                    seconds,
                                    TimeUnit.SECONDS);
        } catch (RejectedExecutionException _) {
            isLooking = false; // the program ends
        }
    }

    private void look() {
        var load = machine.memory();
        desk.owner().thread().execute(() -> looked(load));
    }

    private void looked(MachineLoad load) {
        isLooking = false;
        if (running.isEmpty()) {
            return;
        }
        memory.set(load);
        if (forecast.warns(load, desk.services().clock().instant())) {
            desk.background().execute(() -> tell(load));
        }
        lookLater(PERIOD_SECONDS);
    }

    /// Only now it is worth looking who takes it.
    private void tell(MachineLoad load) {
        var kernels = machine.kernels(GpuLook.NONE);
        desk.owner().thread().execute(() -> tell(load, kernels));
    }

    private void tell(MachineLoad load, List<Row> kernels) {
        long most = kernels.stream().mapToLong(Row::memoryBytes).max().orElse(-1);
        for (var document : running) {
            long bytes = bytes(document, kernels);
            if (bytes >= most || bytes > MUCH * load.memoryBytes()) {
                document.tell(new Notice.MemoryLow(load.freeBytes(), load.memoryBytes(), bytes));
            }
        }
    }

    private static long bytes(SessionDocument document, List<Row> kernels) {
        var file = document.file();
        var name = file == null ? "" : file.toAbsolutePath().normalize().toString();
        return kernels.stream()
                .filter(row -> row.kernel().notebook().equals(name))
                .mapToLong(Row::memoryBytes)
                .max()
                .orElse(-1);
    }
}
