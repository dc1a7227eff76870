package org.cellist.app.ui.fx;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.AnimationTimer;

/// Runs what was given since the last pulse, in order, at the start of the next one.
///
/// A pulse is the beat at which JavaFX lays out and paints, 60 times a second at most. What is
/// run here is therefore painted by the same pulse. While nothing waits, no pulse is asked for.
///
/// Thread-safe. Tasks run on the JavaFX Application Thread.
public final class PulseExecutor implements Executor {

    private final Executor fx;
    private final Queue<Runnable> waiting = new ArrayDeque<>(); // guarded by itself
    private final AtomicBoolean asked = new AtomicBoolean();

    public PulseExecutor(FxExecutor fx) {
        this.fx = fx;
    }

    @Override
    public void execute(Runnable task) {
        synchronized (waiting) {
            waiting.add(task);
        }
        ask();
    }

    /// Returns a trigger for an action: however often it is pulled, from whatever thread, the
    /// action runs once in the next pulse.
    public Runnable oncePerPulse(Runnable action) {
        var pending = new AtomicBoolean();
        Runnable once =
                () -> {
                    pending.set(false);
                    action.run();
                };
        return () -> {
            if (pending.compareAndSet(false, true)) {
                execute(once);
            }
        };
    }

    private void ask() {
        if (asked.compareAndSet(false, true)) {
            fx.execute(() -> new NextPulse(this::runWaiting).start());
        }
    }

    private void runWaiting() {
        asked.set(false);
        Runnable[] tasks;
        synchronized (waiting) {
            tasks = waiting.toArray(Runnable[]::new);
            waiting.clear();
        }
        for (int i = 0; i < tasks.length; i++) {
            runOrKeepTheRest(tasks, i);
        }
    }

    /// A task that throws must not take those behind it with it.
    private void runOrKeepTheRest(Runnable[] tasks, int index) {
        boolean returned = false;
        try {
            tasks[index].run();
            returned = true;
        } finally {
            if (!returned) {
                for (int i = index + 1; i < tasks.length; i++) {
                    execute(tasks[i]);
                }
            }
        }
    }

    /// Calls back in the next pulse, once.
    private static final class NextPulse extends AnimationTimer {

        private final Runnable action;

        NextPulse(Runnable action) {
            this.action = action;
        }

        @Override
        public void handle(long now) {
            stop();
            action.run();
        }
    }
}
