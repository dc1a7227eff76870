package org.cellist.app.session;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.cellist.app.session.KernelPort.Live;
import org.cellist.kernel.client.KernelClient;
import org.cellist.kernel.runtime.KernelExit;
import org.cellist.kernel.runtime.LaunchOptions;

/// Looks after a kernel in the background, and tells on the owner. Stateless.
final class KernelWatch {

    private KernelWatch() {}

    /// Waits for the end of the connection, which is told after all that came over it, and then for
    /// that of the process.
    static void watch(
            Live kernel, Executor owner, Runnable disconnected, Consumer<KernelExit> exited) {
        Background.start(
                "kernel-watch",
                () -> {
                    kernel.client().awaitClosed();
                    owner.execute(disconnected);
                    var exit = kernel.exit().toCompletableFuture().join();
                    owner.execute(() -> exited.accept(exit));
                });
    }

    /// Asks how long the kernel runs nothing after an error. No other kernel than ipykernel is
    /// asked: it would be about code that it does not know.
    ///
    /// @param then told if that is longer than anybody waits
    static void ifAbortsLate(
            LaunchOptions options, KernelClient client, Executor owner, Runnable then) {
        if (options.abortsLate()
                && client.info().filter(it -> it.implementation().equals("ipython")).isPresent()) {
            client.askAbortTime(time -> owner.execute(() -> runIfLong(time, then)));
        }
    }

    private static void runIfLong(Duration abortTime, Runnable then) {
        if (abortTime.toSeconds() >= LaunchOptions.ABORT_SECONDS) {
            then.run();
        }
    }
}
