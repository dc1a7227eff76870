package org.cellist.app.ui.workbench.port;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The kernels that run on this machine, in this window or without one.
///
/// Confined to the JavaFX Application Thread.
public interface RunningKernels {

    /// There are none.
    RunningKernels NONE =
            new RunningKernels() {
                @Override
                public void list(Consumer<List<Entry>> then) {
                    then.accept(List.of());
                }

                @Override
                public void stop(Entry kernel, Runnable then) {
                    then.run();
                }
            };

    /// Looks which kernels there are, the oldest first.
    ///
    /// @param then told later, or at once
    void list(Consumer<List<Entry>> then);

    /// Ends a kernel, in peace if it lets itself be ended.
    ///
    /// @param then told when it has ended
    void stop(Entry kernel, Runnable then);

    /// What a kernel does.
    enum Work {
        BUSY,
        IDLE,
        /// It has ended while nobody was there; its notebook does not know yet.
        ENDED
    }

    /// One kernel, as it was when it was looked at. Immutable.
    ///
    /// @param id tells it from all others
    /// @param notebook its notebook's file; null if that has none
    /// @param name of its kernelspec, for people
    /// @param memoryBytes what it takes with all that it started; negative where that is not known
    /// @param gpuBytes of all GPUs together; negative where that is not known
    /// @param active when it said something last
    /// @param isOpen whether a window has its notebook open
    record Entry(
            String id,
            @Nullable Path notebook,
            String name,
            Work work,
            long memoryBytes,
            long gpuBytes,
            Instant since,
            Instant active,
            boolean isOpen) {}
}
