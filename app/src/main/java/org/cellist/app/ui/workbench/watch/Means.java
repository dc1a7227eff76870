package org.cellist.app.ui.workbench.watch;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.cellist.app.session.machine.MachineResources;
import org.cellist.app.ui.runtime.HostSource;

/// What looks are made with. Immutable.
///
/// @param machine this one
/// @param hosts the machines that a person reaches over SSH
/// @param background runs what may take time
/// @param owner the JavaFX thread
/// @param timer says when something is due
public record Means(
        MachineResources machine,
        HostSource hosts,
        Executor background,
        Executor owner,
        ScheduledExecutorService timer,
        InstantSource clock) {

    /// Lets the owner do something later; never when the program ends before.
    ///
    /// @return whether it will
    boolean later(long seconds, Runnable task) {
        try {
            var _ = timer.schedule(() -> owner.execute(task), seconds, TimeUnit.SECONDS);
            return true;
        } catch (RejectedExecutionException _) {
            return false;
        }
    }
}
