package org.cellist.app.ui.runtime;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.cellist.app.ui.runtime.accelerator.AcceleratorChoices;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice;
import org.cellist.kernel.runtime.accelerator.Gpu;
import org.cellist.kernel.runtime.accelerator.Gpu.GpuSlice;
import org.cellist.kernel.runtime.accelerator.Gpu.Maker;
import org.cellist.kernel.runtime.accelerator.GpuLoad;
import org.cellist.kernel.runtime.accelerator.GpuLook;
import org.jspecify.annotations.Nullable;

/// Accelerators as a test wants them.
public final class FakeAccelerators implements AcceleratorChoices {

    private static final long GIGABYTE = 1L << 30;

    public static final Gpu BUSY =
            new Gpu(
                    Maker.NVIDIA,
                    0,
                    "GPU-0",
                    "NVIDIA GeForce RTX 4090",
                    "8.9",
                    new GpuLoad(24 * GIGABYTE, 1 * GIGABYTE, 71),
                    List.of());
    public static final Gpu DIVIDED =
            new Gpu(
                    Maker.NVIDIA,
                    1,
                    "GPU-1",
                    "NVIDIA A100-SXM4-80GB",
                    "8.0",
                    new GpuLoad(80 * GIGABYTE, 79 * GIGABYTE, -1),
                    List.of(new GpuSlice("MIG-a", "2g.20gb"), new GpuSlice("MIG-b", "1g.10gb")));

    public GpuLook look = new GpuLook(List.of(BUSY, DIVIDED), List.of(), "580.65.06", null);
    public AcceleratorChoice chosen = new AcceleratorChoice.Everything();
    public @Nullable String asked;

    @Override
    public Optional<String> asked() {
        return Optional.ofNullable(asked);
    }

    @Override
    public AcceleratorChoice chosen() {
        return chosen;
    }

    @Override
    public void look(Consumer<GpuLook> then) {
        then.accept(look);
    }

    @Override
    public void choose(AcceleratorChoice choice) {
        chosen = choice;
    }
}
