package org.cellist.app.ui.workbench.session;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.cellist.app.session.machine.KeptKernelList;
import org.cellist.app.session.machine.KeptKernelList.Row;
import org.cellist.app.session.machine.MachineResources;
import org.cellist.app.ui.workbench.port.RunningKernels;
import org.cellist.kernel.runtime.KeptSession;

/// The kernels that the keeper owns, as the window shows them.
///
/// Confined to the JavaFX Application Thread.
final class SessionKernels implements RunningKernels {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Desk desk;
    private final KeptKernelList kernels;
    private final MachineResources machine;

    SessionKernels(Desk desk) {
        this.desk = desk;
        this.kernels = new KeptKernelList(desk.services().bridge());
        this.machine = new MachineResources(desk.services().bridge());
    }

    @Override
    public void list(Consumer<List<Entry>> then) {
        desk.background()
                .execute(
                        () -> {
                            var entries =
                                    kernels.rows(machine.gpus()).stream()
                                            .sorted(
                                                    Comparator.comparing(
                                                            row -> row.kernel().since()))
                                            .map(SessionKernels::entry)
                                            .toList();
                            desk.owner().thread().execute(() -> then.accept(entries));
                        });
    }

    @Override
    public void stop(Entry kernel, Runnable then) {
        desk.background()
                .execute(
                        () -> {
                            kernels.stop(kernel.id(), PATIENCE);
                            desk.owner().thread().execute(then);
                        });
    }

    private static Entry entry(Row row) {
        var kernel = row.kernel();
        return new Entry(
                kernel.id(),
                kernel.notebook().isEmpty() ? null : Path.of(kernel.notebook()),
                kernel.kernelspec().displayName(),
                work(kernel.work()),
                row.memoryBytes(),
                row.gpuBytes(),
                kernel.since(),
                kernel.active(),
                kernel.isHeld());
    }

    private static Work work(KeptSession.Work work) {
        return switch (work) {
            case BUSY -> Work.BUSY;
            case IDLE -> Work.IDLE;
            case ENDED -> Work.ENDED;
        };
    }
}
