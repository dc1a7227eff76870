package org.cellist.app.ui.output.work;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs work for outputs on a few threads, and brings the results back to the JavaFX thread.
///
/// What was asked for last is done first, because that is what somebody just scrolled to. Work
/// that was cancelled before it began is not done. Threads start with the first job and end when
/// there was none for a while.
///
/// Thread-safe.
public final class RenderWorker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RenderWorker.class);
    private static final long IDLE_SECONDS = 20;

    /// The parsers of formulas and pictures recurse as deep as their input.
    private static final long STACK_BYTES = 4L << 20;

    private final ExecutorService threads;
    private final Executor fx;

    /// @param name of the threads
    /// @param count how many threads
    /// @param fx runs what takes results: the JavaFX thread in a window
    public RenderWorker(String name, int count, Executor fx) {
        this.fx = fx;
        var factory =
                Thread.ofPlatform().daemon().name(name + "-", 0).stackSize(STACK_BYTES).factory();
        var pool =
                new ThreadPoolExecutor(
                        count, count, IDLE_SECONDS, TimeUnit.SECONDS, new NewestFirst(), factory);
        pool.allowCoreThreadTimeOut(true);
        this.threads = pool;
    }

    /// Begins a job.
    ///
    /// @param work runs on a thread of this worker
    /// @param taker gets the result on the JavaFX thread, or null when the work failed; not
    /// called
    ///     once the job is cancelled
    public <T> Job submit(Callable<T> work, Consumer<@Nullable T> taker) {
        var job = new Job();
        try {
            threads.execute(() -> run(job, work, taker));
        } catch (RejectedExecutionException _) {
            LOG.debug("Closed; a job is dropped");
        }
        return job;
    }

    /// Ends the threads. Jobs that wait are dropped.
    @Override
    public void close() {
        threads.shutdownNow();
    }

    @SuppressWarnings("IllegalCatch") // hostile input may do anything to a parser: it only fails
    private <T> void run(Job job, Callable<T> work, Consumer<@Nullable T> taker) {
        if (job.cancelled) {
            return;
        }
        T result = null;
        try {
            result = work.call();
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            LOG.debug("An output could not be prepared", e);
        }
        var taken = result;
        fx.execute(
                () -> {
                    if (!job.cancelled) {
                        taker.accept(taken);
                    }
                });
    }

    /// One piece of work. Thread-safe.
    public static final class Job {

        private volatile boolean cancelled;

        private Job() {}

        /// Drops the work, or its result.
        public void cancel() {
            cancelled = true;
        }
    }

    /// Hands out what was put in last.
    private static final class NewestFirst extends LinkedBlockingDeque<Runnable> {

        private static final long serialVersionUID = 1;

        @Override
        public boolean offer(Runnable task) {
            return offerFirst(task);
        }
    }
}
