package org.cellist.app.ui.runtime.accelerator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice.Cpu;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice.Device;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice.Everything;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice.Gpus;
import org.cellist.kernel.runtime.accelerator.Gpu;
import org.cellist.kernel.runtime.accelerator.GpuLook;
import org.jspecify.annotations.Nullable;

/// The part of the picker that chooses what of this computer a kernel computes on.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
public final class AcceleratorPane {

    private final AcceleratorChoices choices;
    private final ReadOnlyObjectWrapper<@Nullable GpuLook> look = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<AcceleratorChoice> selected;

    /// Looks at the GPUs.
    public AcceleratorPane(AcceleratorChoices choices) {
        this.choices = choices;
        this.selected = new ReadOnlyObjectWrapper<>(choices.chosen());
        choices.look(look::set);
    }

    /// A choice for one GPU, or for a slice of one.
    ///
    /// @param gpu what it is, or is a part of
    /// @param profile of the slice; empty for a whole GPU
    public record Row(Gpu gpu, Device device, String profile) {}

    /// What was found; null until something is known.
    ReadOnlyObjectProperty<@Nullable GpuLook> lookProperty() {
        return look.getReadOnlyProperty();
    }

    /// What is selected, whether or not it is chosen yet.
    public ReadOnlyObjectProperty<AcceleratorChoice> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /// What the notebook asks for.
    Optional<String> asked() {
        return choices.asked();
    }

    /// Returns what can be chosen. Apple's GPU cannot be: it is there or it is not used.
    public List<Row> rows() {
        var rows = new ArrayList<Row>();
        var known = look.get();
        for (var gpu : known == null ? List.<Gpu>of() : known.gpus()) {
            switch (gpu.maker()) {
                case NVIDIA, AMD -> rows.addAll(rows(gpu));
                case APPLE -> {}
            }
        }
        return rows;
    }

    /// A GPU that is divided is used through its slices alone.
    private static List<Row> rows(Gpu gpu) {
        if (gpu.slices().isEmpty()) {
            var whole = new Device(gpu.maker(), gpu.index(), gpu.id(), gpu.name());
            return List.of(new Row(gpu, whole, ""));
        }
        return gpu.slices().stream()
                .map(
                        it ->
                                new Row(
                                        gpu,
                                        new Device(gpu.maker(), gpu.index(), it.id(), gpu.name()),
                                        it.profile()))
                .toList();
    }

    /// Selects all that the computer has.
    public void selectEverything() {
        selected.set(new Everything());
    }

    /// Selects the CPU alone.
    public void selectCpu() {
        selected.set(new Cpu());
    }

    /// Adds a GPU to the chosen ones, or takes it away; without the last one everything counts.
    public void toggle(Device device) {
        var devices = new ArrayList<>(devices());
        if (!devices.remove(device)) {
            devices.add(device);
        }
        selected.set(devices.isEmpty() ? new Everything() : new Gpus(devices));
    }

    boolean isSelected(Device device) {
        return devices().contains(device);
    }

    private List<Device> devices() {
        return selected.get() instanceof Gpus(var devices) ? devices : List.of();
    }

    /// Whether something else is selected than the kernel was started with.
    public boolean isChanged() {
        return !selected.get().equals(choices.chosen());
    }

    /// Lets the next kernel compute on what is selected.
    public void choose() {
        if (isChanged()) {
            choices.choose(selected.get());
        }
    }
}
