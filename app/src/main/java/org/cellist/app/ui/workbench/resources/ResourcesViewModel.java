package org.cellist.app.ui.workbench.resources;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.cellist.app.explain.GpuWords;
import org.cellist.app.text.Sizes;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.workbench.port.Resources;
import org.cellist.app.ui.workbench.port.Resources.Look;
import org.cellist.app.ui.workbench.port.Resources.Use;
import org.cellist.kernel.runtime.MachineLoad;
import org.cellist.kernel.runtime.accelerator.Gpu;
import org.jspecify.annotations.Nullable;

/// This machine as meters with a minute or two of their past, and its notebooks by what they take.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
public final class ResourcesViewModel {

    /// How many looks a meter remembers.
    static final int MOST_PARTS = 60;

    private static final double SCARCE = 0.9;

    private final Resources resources;
    private final Supplier<@Nullable Path> folder;
    private final Consumer<Path> freeing;
    private final Texts texts = Texts.of("resources");
    private final GpuWords gpuWords = new GpuWords();
    private final Map<String, Deque<Double>> pasts = new HashMap<>();
    private final ReadOnlyObjectWrapper<List<Meter>> meters =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<UseRow>> uses = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<String> line = new ReadOnlyObjectWrapper<>("");
    private boolean isLooking;

    /// A model of the pane.
    ///
    /// @param folder of the notebook in front, whose disk is shown
    /// @param freeing asks whether the GPU of a notebook is to be freed
    public ResourcesViewModel(
            Resources resources, Supplier<@Nullable Path> folder, Consumer<Path> freeing) {
        this.resources = resources;
        this.folder = folder;
        this.freeing = freeing;
    }

    ReadOnlyObjectProperty<List<Meter>> metersProperty() {
        return meters.getReadOnlyProperty();
    }

    /// The notebooks whose kernels run, the largest first.
    ReadOnlyObjectProperty<List<UseRow>> usesProperty() {
        return uses.getReadOnlyProperty();
    }

    /// Why there are no GPUs among the meters; empty where there are.
    ReadOnlyObjectProperty<String> lineProperty() {
        return line.getReadOnlyProperty();
    }

    /// Looks again, unless a look is under way.
    void refresh() {
        if (!isLooking) {
            isLooking = true;
            resources.look(folder.get(), this::show);
        }
    }

    private void show(Look look) {
        isLooking = false;
        var now = new ArrayList<>(machine(look.load()));
        look.gpus().gpus().forEach(gpu -> now.add(gpu(gpu)));
        pasts.keySet().retainAll(now.stream().map(Meter::key).collect(Collectors.toSet()));
        meters.set(List.copyOf(now));
        line.set(gpuWords.problem(look.gpus()));
        uses.set(
                look.uses().stream()
                        .sorted(Comparator.comparingLong(Use::memoryBytes).reversed())
                        .map(use -> row(use, look.load()))
                        .toList());
    }

    private List<Meter> machine(MachineLoad load) {
        var found = new ArrayList<Meter>();
        var percent =
                load.cpu() < 0
                        ? texts.get("cores", load.cores())
                        : texts.get("cpu.words", Math.round(load.cpu() * 100), load.cores());
        found.add(new Meter("cpu", texts.get("cpu"), percent, past("cpu", load.cpu()), false));
        if (load.usedBytes() >= 0) {
            double part = part(load.usedBytes(), load.memoryBytes());
            found.add(
                    new Meter(
                            "memory",
                            texts.get("memory"),
                            used(load.usedBytes(), load.memoryBytes()),
                            past("memory", part),
                            part > SCARCE));
        }
        if (load.diskBytes() > 0) {
            var left = Sizes.words(load.diskFreeBytes());
            double part = 1 - part(load.diskFreeBytes(), load.diskBytes());
            found.add(
                    new Meter(
                            "disk",
                            texts.get("disk"),
                            texts.get("disk.words", left, Sizes.words(load.diskBytes())),
                            past("disk", part),
                            part > SCARCE));
        }
        return found;
    }

    /// The line is that of its memory, which is what runs out; its load stands in words.
    private Meter gpu(Gpu gpu) {
        var load = gpu.load();
        double part = load.usedBytes() < 0 ? -1 : part(load.usedBytes(), load.totalBytes());
        var key = "gpu " + gpu.maker() + gpu.index();
        return new Meter(key, gpu.name(), gpuWords.load(load), past(key, part), part > SCARCE);
    }

    private static double part(long bytes, long whole) {
        return whole <= 0 ? 0 : Math.clamp((double) bytes / whole, 0, 1);
    }

    private String used(long bytes, long whole) {
        return texts.get("used", Sizes.words(bytes), Sizes.words(whole));
    }

    private List<Double> past(String key, double part) {
        var past = pasts.computeIfAbsent(key, _ -> new ArrayDeque<>());
        if (part >= 0) {
            past.addLast(part);
        }
        if (past.size() > MOST_PARTS) {
            past.removeFirst();
        }
        return List.copyOf(past);
    }

    private UseRow row(Use use, MachineLoad load) {
        var file = use.notebook();
        var title = file == null ? texts.get("untitled") : String.valueOf(file.getFileName());
        var words = new ArrayList<String>();
        if (use.memoryBytes() >= 0) {
            long percent = Math.round(part(use.memoryBytes(), load.memoryBytes()) * 100);
            words.add(texts.get("use.memory", Sizes.words(use.memoryBytes()), percent));
        }
        if (use.gpuBytes() > 0) {
            words.add(texts.get("use.gpu", Sizes.words(use.gpuBytes())));
        }
        boolean canFree = use.gpuBytes() > 0 && use.isOpen();
        return new UseRow(title, String.join(" \u00b7 ", words), canFree ? file : null);
    }

    /// Asks whether a notebook's kernel is to be restarted, which frees its GPU.
    void free(UseRow row) {
        var file = row.notebook();
        if (file != null) {
            freeing.accept(file);
        }
    }
}
