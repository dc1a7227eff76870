package org.cellist.app.ui.testing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// Fails a test in which the JavaFX thread did not answer.
///
/// Every 10 ms it asks the thread to answer, and looks at its stack while the answer is out.
/// Two things count, neither of which a busy machine can cause:
///
/// - **Waiting**: our code stood on a lock, a latch, a file or a socket for 100 ms
///   (`docs/threading.md`: nothing that can wait runs there).
/// - **Computing**: the thread used a second of processor time for one task. The limit of a warm
///   window is 100 ms and is held by the benchmarks; the code of a test runs for the first time, on
///   processors whose speed varies.
///   What is given to [Fx#prepare] does not count.
final class FxWatchdog {

    private static final long PERIOD_MS = 10;
    private static final long WAITING_LIMIT_MS = 100;
    private static final long COMPUTING_LIMIT_MS = 1000;
    private static final ScheduledExecutorService CLOCK =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("fx-watchdog").factory());
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Fx fx;
    private @Nullable ScheduledFuture<?> watch;
    private boolean asked;
    private volatile boolean answered;
    private long cpuAtQuestion;
    private long waitedMs;
    private @Nullable String stall;
    private StackTraceElement[] stack = {};

    FxWatchdog(Fx fx) {
        this.fx = fx;
    }

    synchronized void begin() {
        stall = null;
        asked = false;
        watch = CLOCK.scheduleAtFixedRate(this::look, 0, PERIOD_MS, TimeUnit.MILLISECONDS);
    }

    synchronized void end() {
        if (watch != null) {
            watch.cancel(false);
        }
    }

    synchronized void failOnStall() {
        if (stall != null) {
            throw new AssertionError(
                    stall
                            + "\n"
                            + Arrays.stream(stack)
                                    .map(each -> "\tat " + each)
                                    .collect(Collectors.joining("\n")));
        }
    }

    private synchronized void look() {
        if (fx.isPreparing()) {
            cpuAtQuestion = cpuMs();
            waitedMs = 0;
            return;
        }
        if (asked && !answered) {
            examine();
            return;
        }
        asked = true;
        answered = false;
        waitedMs = 0;
        cpuAtQuestion = cpuMs();
        Platform.runLater(() -> answered = true);
    }

    private void examine() {
        var now = fx.thread().getStackTrace();
        if (waits(now)) {
            waitedMs += PERIOD_MS;
        }
        long computed = cpuMs() - cpuAtQuestion;
        if (stall == null && waitedMs >= WAITING_LIMIT_MS) {
            stall = "the JavaFX thread waited for " + waitedMs + " ms";
            stack = now;
        } else if (stall == null && computed >= COMPUTING_LIMIT_MS) {
            stall = "the JavaFX thread computed for " + computed + " ms without a pause";
            stack = now;
        }
    }

    private boolean waits(StackTraceElement[] now) {
        boolean ours =
                Arrays.stream(now).anyMatch(each -> each.getClassName().startsWith("org.cellist."));
        if (!ours || loadsClasses(now)) {
            return false;
        }
        return switch (fx.thread().getState()) {
            case BLOCKED, WAITING, TIMED_WAITING -> true;
            case RUNNABLE -> now.length > 0 && readsOrWrites(now[0]);
            case NEW, TERMINATED -> false;
        };
    }

    /// The first use of a class reads its file, which a busy disk makes slow; no code of ours can
    /// do that elsewhere.
    private static boolean loadsClasses(StackTraceElement[] now) {
        return Arrays.stream(now)
                .anyMatch(each -> each.getClassName().startsWith("jdk.internal.loader."));
    }

    private static boolean readsOrWrites(StackTraceElement top) {
        return top.isNativeMethod()
                && (top.getClassName().startsWith("sun.nio.ch.")
                        || top.getClassName().startsWith("java.io.")
                        || top.getClassName().startsWith("java.lang.Process"));
    }

    private long cpuMs() {
        return THREADS.getThreadCpuTime(fx.thread().threadId()) / 1_000_000;
    }
}
