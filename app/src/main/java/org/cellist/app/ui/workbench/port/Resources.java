package org.cellist.app.ui.workbench.port;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.cellist.kernel.runtime.MachineLoad;
import org.cellist.kernel.runtime.accelerator.GpuLook;
import org.jspecify.annotations.Nullable;

/// What this machine has, and what notebooks take of it.
///
/// Confined to the JavaFX Application Thread.
public interface Resources {

    /// Nothing is known.
    Resources NONE =
            new Resources() {
                @Override
                public void look(@Nullable Path folder, Consumer<Look> then) {
                    // Nobody answers.
                }

                @Override
                public ObservableValue<@Nullable MachineLoad> memoryProperty() {
                    return new SimpleObjectProperty<>();
                }
            };

    /// Looks once.
    ///
    /// @param folder whose disk is meant; the person's home if null
    /// @param then told later
    void look(@Nullable Path folder, Consumer<Look> then);

    /// The memory, as it was a moment ago while a kernel runs; null while nobody looks.
    ObservableValue<@Nullable MachineLoad> memoryProperty();

    /// One look. Immutable.
    record Look(MachineLoad load, GpuLook gpus, List<Use> uses) {
        public Look {
            uses = List.copyOf(uses);
        }
    }

    /// What a kernel takes with all that it started; negative where that is not known. Immutable.
    ///
    /// @param id tells it from all others
    /// @param notebook its notebook's file; null if that has none
    /// @param gpuBytes of all GPUs together
    /// @param isOpen whether a window has its notebook open
    record Use(
            String id, @Nullable Path notebook, long memoryBytes, long gpuBytes, boolean isOpen) {}
}
