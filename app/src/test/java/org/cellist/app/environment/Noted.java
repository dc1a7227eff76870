package org.cellist.app.environment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Notes what becomes of an environment. Thread-safe.
final class Noted implements EnvironmentMaking.Listener {

    private static final long PATIENCE_SECONDS = 120;

    final List<String> steps = Collections.synchronizedList(new ArrayList<>());
    final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final CompletableFuture<String> ready = new CompletableFuture<>();
    private final CompletableFuture<Object> end = new CompletableFuture<>();

    @Override
    public void step(int step, List<String> command) {
        steps.add(step + " " + String.join(" ", command));
    }

    @Override
    public void line(String text) {
        lines.add(text);
        if (text.startsWith("ready")) {
            ready.complete(text);
        }
    }

    @Override
    public void made(EnvironmentOrder order) {
        end.complete(order);
    }

    @Override
    public void failed(InstallProblem problem) {
        end.complete(problem);
    }

    @Override
    public void cancelled() {
        end.complete("cancelled");
    }

    /// Returns the first line that begins with `ready`.
    String ready() throws Exception {
        return ready.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /// Returns the order, the problem, or `cancelled`.
    Object end() throws Exception {
        return end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
