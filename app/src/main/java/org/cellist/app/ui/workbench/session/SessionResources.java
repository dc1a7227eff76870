package org.cellist.app.ui.workbench.session;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import org.cellist.app.session.machine.KeptKernelList.Row;
import org.cellist.app.session.machine.MachineResources;
import org.cellist.app.ui.workbench.port.Resources;
import org.cellist.kernel.runtime.MachineLoad;
import org.jspecify.annotations.Nullable;

/// This machine, as the window shows it.
///
/// Confined to the JavaFX Application Thread.
final class SessionResources implements Resources {

    private final Desk desk;
    private final MachineResources machine;
    private final MemoryWatch watch;

    SessionResources(Desk desk, MemoryWatch watch) {
        this.desk = desk;
        this.machine = new MachineResources(desk.services().bridge());
        this.watch = watch;
    }

    @Override
    public void look(@Nullable Path folder, Consumer<Look> then) {
        var disk = folder == null ? Path.of(System.getProperty("user.home")) : folder;
        desk.background()
                .execute(
                        () -> {
                            var sample = machine.sample(disk);
                            var uses =
                                    sample.kernels().stream().map(SessionResources::use).toList();
                            var look = new Look(sample.load(), sample.gpus(), uses);
                            desk.owner().thread().execute(() -> then.accept(look));
                        });
    }

    @Override
    public ObservableValue<@Nullable MachineLoad> memoryProperty() {
        return watch.memoryProperty();
    }

    private static Use use(Row row) {
        var notebook = row.kernel().notebook();
        return new Use(
                row.kernel().id(),
                notebook.isEmpty() ? null : Path.of(notebook),
                row.memoryBytes(),
                row.gpuBytes(),
                row.kernel().isHeld());
    }
}
