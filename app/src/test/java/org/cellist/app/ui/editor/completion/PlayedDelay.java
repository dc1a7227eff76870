package org.cellist.app.ui.editor.completion;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Time that passes when the test says so.
///
/// Confined to the thread that uses it.
public final class PlayedDelay implements Delay {

    private final List<Due> waiting = new ArrayList<>();
    private Duration now = Duration.ZERO;

    private record Due(Duration when, Runnable task) {}

    @Override
    public void after(Duration time, Runnable task) {
        waiting.add(new Due(now.plus(time), task));
    }

    /// Lets that time pass, and what falls into it happen.
    public void pass(Duration time) {
        var end = now.plus(time);
        for (var next = next(end); next != null; next = next(end)) {
            waiting.remove(next);
            now = next.when();
            next.task().run();
        }
        now = end;
    }

    private @Nullable Due next(Duration end) {
        return waiting.stream()
                .filter(due -> due.when().compareTo(end) <= 0)
                .min(Comparator.comparing(Due::when))
                .orElse(null);
    }
}
