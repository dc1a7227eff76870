package org.cellist.app.ui.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import org.cellist.app.ui.runtime.FakeAccelerators;
import org.cellist.app.ui.workbench.port.Resources;
import org.cellist.kernel.runtime.MachineLoad;
import org.cellist.kernel.runtime.accelerator.GpuLook;
import org.jspecify.annotations.Nullable;

/// A machine as a test wants it.
public final class FakeResources implements Resources {

    private static final long GIGABYTE = 1L << 30;

    public final SimpleObjectProperty<@Nullable MachineLoad> memory = new SimpleObjectProperty<>();
    public MachineLoad load =
            new MachineLoad(0.37, 16, 64 * GIGABYTE, 16 * GIGABYTE, 500 * GIGABYTE, 120 * GIGABYTE);
    public GpuLook gpus = new GpuLook(List.of(FakeAccelerators.BUSY), List.of(), "580", null);
    public List<Use> uses = List.of();

    @Override
    public void look(@Nullable Path folder, Consumer<Look> then) {
        then.accept(new Look(load, gpus, uses));
    }

    @Override
    public SimpleObjectProperty<@Nullable MachineLoad> memoryProperty() {
        return memory;
    }
}
