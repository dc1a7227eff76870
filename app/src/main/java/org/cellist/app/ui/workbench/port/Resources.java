package org.cellist.app.ui.workbench.port;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.cellist.kernel.runtime.MachineLoad;
import org.cellist.kernel.runtime.MachineLook;
import org.cellist.kernel.runtime.accelerator.GpuLook;
import org.jspecify.annotations.Nullable;

/// What the places have where notebooks run, and what notebooks take of it.
///
/// Confined to the JavaFX Application Thread.
public interface Resources {

    /// Nothing is known.
    Resources NONE =
            new Resources() {
                @Override
                public List<Place> places() {
                    return List.of(new Place.Here());
                }

                @Override
                public void look(Place place, @Nullable Path notebook, Consumer<Look> then) {
                    // Nobody answers.
                }

                @Override
                public ObservableValue<@Nullable MachineLook> watched(Place place) {
                    return new SimpleObjectProperty<>();
                }
            };

    /// Returns this machine, and each other one where a kernel of an open notebook runs.
    List<Place> places();

    /// Looks once.
    ///
    /// @param notebook the file whose folder's disk is meant, if it runs there; null for none
    /// @param then told later, or at once
    void look(Place place, @Nullable Path notebook, Consumer<Look> then);

    /// What a place was like a moment ago, as far as that is watched while a kernel of an open
    /// notebook runs there: its memory, and its GPUs as they were once. Null while nobody watches.
    ObservableValue<@Nullable MachineLook> watched(Place place);

    /// What a look has brought. Immutable.
    sealed interface Look {

        /// It is not known yet; what was known before may go on being shown.
        record Soon() implements Look {}

        /// The place does not tell.
        ///
        /// @param why in one sentence, for people
        record Unknown(String why) implements Look {}

        /// What the place is like.
        ///
        /// @param gpus null where nobody has looked at them yet
        /// @param uses what kernels take there
        record Known(MachineLoad load, @Nullable GpuLook gpus, List<Use> uses, Age age)
                implements Look {
            public Known {
                uses = List.copyOf(uses);
            }
        }
    }

    /// How old a look is that only a kernel itself can make.
    enum Age {
        NOW,
        /// Of before the code that the kernel runs now.
        BEFORE_THIS_RUN,
        /// Of when the kernel last had something to do; one that rests is left alone.
        AFTER_THE_LAST_RUN
    }

    /// What a kernel takes with all that it started; negative where that is not known. Immutable.
    ///
    /// @param id tells it from all others of its place
    /// @param notebook its notebook's file; null if that has none, or is not known here
    /// @param title its notebook's name where it runs; empty if it has none
    /// @param gpuBytes of all GPUs together
    /// @param isOpen whether a window has its notebook open
    record Use(
            String id,
            @Nullable Path notebook,
            String title,
            long memoryBytes,
            long gpuBytes,
            boolean isOpen) {}
}
