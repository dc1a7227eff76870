package org.cellist.app.ui.workbench.port;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The kernels that run, here and elsewhere, in this window or without one.
///
/// Confined to the JavaFX Application Thread.
public interface RunningKernels {

    /// There are none.
    RunningKernels NONE =
            new RunningKernels() {
                @Override
                public List<Place> places() {
                    return List.of();
                }

                @Override
                public void look(Place place, Consumer<Look> then) {
                    then.accept(new Look.Known(List.of()));
                }

                @Override
                public void stop(Entry kernel, Runnable then) {
                    then.run();
                }

                @Override
                public void restart(Entry kernel, Runnable then) {
                    then.run();
                }
            };

    /// Returns where kernels may run, this machine first: those that can be asked without a person
    /// having to answer anything.
    List<Place> places();

    /// Returns the machines that are lent, whose kernels can be looked at as well.
    default LentMachines lent() {
        return LentMachines.NONE;
    }

    /// Looks which kernels there are, the oldest first.
    ///
    /// @param then told later, or at once
    void look(Place place, Consumer<Look> then);

    /// Ends a kernel, in peace if it lets itself be ended.
    ///
    /// @param then told when it has ended
    void stop(Entry kernel, Runnable then);

    /// Starts a kernel again, without its variables; only one that allows that.
    ///
    /// @param then told when that has begun
    void restart(Entry kernel, Runnable then);

    /// What a look has brought. Immutable.
    sealed interface Look {

        record Known(List<Entry> kernels) implements Look {}

        /// The place does not tell.
        ///
        /// @param why in one sentence, for people
        record Unknown(String why) implements Look {}
    }

    /// What a kernel does.
    enum Work {
        BUSY,
        IDLE,
        /// It has ended while nobody was there; its notebook does not know yet.
        ENDED,
        /// Nobody has asked it.
        UNKNOWN
    }

    /// One kernel, as it was when it was looked at. Immutable.
    ///
    /// @param id tells it from all others of its place
    /// @param notebook its notebook's file on this machine; null if that is not known
    /// @param title its notebook's name where it runs; empty if it has none
    /// @param name of its kernelspec, for people
    /// @param memoryBytes what it takes with all that it started; negative where that is not known
    /// @param gpuBytes of all GPUs together; negative where that is not known
    /// @param since null where that is not known
    /// @param active when it said something last; null where that is not known
    /// @param isOpen whether a window has its notebook open, or another program is connected
    /// @param canRestart whether it can be started again from here
    record Entry(
            Place place,
            String id,
            @Nullable Path notebook,
            String title,
            String name,
            Work work,
            long memoryBytes,
            long gpuBytes,
            @Nullable Instant since,
            @Nullable Instant active,
            boolean isOpen,
            boolean canRestart) {}
}
