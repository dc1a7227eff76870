package org.cellist.app.ui.runtime;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a notebook's kernel does now. Immutable.
public sealed interface RuntimeState {

    /// No runtime was chosen yet.
    record NotChosen() implements RuntimeState {}

    /// The notebook names a runtime; it is looked for with the first run.
    ///
    /// @param name as the notebook's metadata show it to people
    record Wanted(String name) implements RuntimeState {}

    /// What the notebook asks for is not installed here; cells may wait for it.
    ///
    /// @param kernelspec its name in the notebook's metadata, or the language
    record Missing(String kernelspec) implements RuntimeState {}

    /// Chosen; its kernel starts with the first run.
    record Ready(String name) implements RuntimeState {}

    record Starting(String name) implements RuntimeState {}

    record Restarting(String name) implements RuntimeState {}

    record Idle(String name) implements RuntimeState {}

    record Busy(String name) implements RuntimeState {}

    /// The kernel runs but does not answer; it may come back.
    record Unresponsive(String name) implements RuntimeState {}

    /// The connection to the kernel is broken, and is tried again until it is back.
    ///
    /// @param next when it is tried; null while that is about to be
    record Disconnected(String name, @Nullable Instant next) implements RuntimeState {}

    /// The kernel runs, but what it says is not recorded there and does not come; that is tried
    /// again until it is.
    ///
    /// @param why in the system's words; may be empty
    /// @param next when it is tried; null while that is about to be
    record Unheard(String name, String why, @Nullable Instant next) implements RuntimeState {}

    /// The kernel has ended without being asked to.
    ///
    /// @param lastWords the end of what it wrote to its standard streams; may be empty
    record Dead(String name, String lastWords) implements RuntimeState {}

    /// The kernel did not start.
    ///
    /// @param happened one sentence that says why
    /// @param remedy what to do next
    /// @param details its last words or the system's; may be empty
    record Failed(String name, String happened, String remedy, String details)
            implements RuntimeState {}

    /// Returns whether nothing comes from the kernel until something has been tried again.
    default boolean isAway() {
        return this instanceof Disconnected || this instanceof Unheard;
    }

    /// Returns whether there is a kernel, or cells that wait for one, to interrupt or restart.
    default boolean hasKernel() {
        return switch (this) {
            case NotChosen _, Wanted _, Ready _ -> false;
            case Missing _,
                    Starting _,
                    Restarting _,
                    Idle _,
                    Busy _,
                    Unresponsive _,
                    Disconnected _,
                    Unheard _,
                    Dead _,
                    Failed _ ->
                    true;
        };
    }
}
