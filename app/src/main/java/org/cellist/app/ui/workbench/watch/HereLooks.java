package org.cellist.app.ui.workbench.watch;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.cellist.app.session.machine.KeptKernelList.Row;
import org.cellist.app.session.machine.MachineResources;
import org.cellist.app.ui.workbench.port.Resources.Age;
import org.cellist.app.ui.workbench.port.Resources.Look;
import org.cellist.app.ui.workbench.port.Resources.Use;
import org.cellist.kernel.runtime.MachineLoad;
import org.cellist.kernel.runtime.MachineLook;
import org.cellist.kernel.runtime.accelerator.GpuLook;
import org.jspecify.annotations.Nullable;

/// Looks at this machine: a page of the system's files, every three seconds, while a kernel runs;
/// at the GPUs once.
///
/// Confined to the JavaFX Application Thread; looks are made on background threads.
final class HereLooks implements PlaceLooks {

    private static final long PERIOD_SECONDS = 3;

    private final Means means;
    private final MachineResources machine;
    private final Consumer<@Nullable MachineLook> told;
    private @Nullable GpuLook gpus;
    private boolean isWatched;
    private boolean isLooking;

    HereLooks(Means means, Consumer<@Nullable MachineLook> told) {
        this.means = means;
        this.machine = means.machine();
        this.told = told;
    }

    @Override
    public void begin() {
        isWatched = true;
        lookLater(0);
    }

    @Override
    public void end() {
        isWatched = false;
    }

    private void lookLater(long seconds) {
        if (isLooking || !isWatched) {
            return;
        }
        isLooking = means.later(seconds, () -> means.background().execute(this::look));
    }

    private void look() {
        var load = machine.memory();
        means.owner().execute(() -> looked(load));
    }

    private void looked(MachineLoad load) {
        isLooking = false;
        if (!isWatched) {
            return;
        }
        if (gpus == null) {
            gpus = GpuLook.NONE;
            means.background().execute(this::lookAtGpus);
        }
        told.accept(new MachineLook(load, gpus, List.of()));
        lookLater(PERIOD_SECONDS);
    }

    private void lookAtGpus() {
        var found = machine.gpus();
        means.owner().execute(() -> gpus = found);
    }

    @Override
    public void look(@Nullable Path notebook, Consumer<Look> then) {
        var folder = notebook == null ? null : notebook.getParent();
        var disk = folder == null ? Path.of(System.getProperty("user.home")) : folder;
        means.background()
                .execute(
                        () -> {
                            var sample = machine.sample(disk);
                            var uses = sample.kernels().stream().map(HereLooks::use).toList();
                            var look = new Look.Known(sample.load(), sample.gpus(), uses, Age.NOW);
                            means.owner().execute(() -> then.accept(look));
                        });
    }

    @Override
    public void uses(Consumer<List<Use>> then) {
        means.background()
                .execute(
                        () -> {
                            var kernels = machine.kernels(GpuLook.NONE);
                            var uses = kernels.stream().map(HereLooks::use).toList();
                            means.owner().execute(() -> then.accept(uses));
                        });
    }

    private static Use use(Row row) {
        var notebook = row.kernel().notebook();
        return new Use(
                row.kernel().id(),
                notebook.isEmpty() ? null : Path.of(notebook),
                "",
                row.memoryBytes(),
                row.gpuBytes(),
                row.kernel().isHeld());
    }
}
