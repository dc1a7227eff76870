package org.cellist.app.environment;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.cellist.kernel.runtime.PipeThread;
import org.jspecify.annotations.Nullable;

/// An installation under way: commands run one after the other until one fails.
///
/// The commands' two output streams are one, line by line. What they start ends with them when
/// the run is cancelled.
///
/// Thread-safe. The listener is called on the run's virtual thread.
public final class RecipeRun {

    private static final int LAST_LINES = 40;

    /// A package manager that is asked to end puts its files in order first; conda takes longest.
    private static final long GRACE_SECONDS = 5;

    private final List<List<String>> commands;
    private final Listener listener;
    private final Deque<String> newest = new ArrayDeque<>(); // confined to the run's thread
    private final Object lock = new Object();
    private @Nullable Process running; // guarded by lock
    private boolean cancelled; // guarded by lock

    private RecipeRun(List<List<String>> commands, Listener listener) {
        this.commands = List.copyOf(commands);
        this.listener = listener;
    }

    /// Begins to run the commands.
    ///
    /// @param commands each a program and its arguments
    public static RecipeRun start(List<List<String>> commands, Listener listener) {
        var run = new RecipeRun(commands, listener);
        PipeThread.start("install", run::runAll);
        return run;
    }

    /// Ends the command that runs now with all its children; the run fails.
    public void cancel() {
        synchronized (lock) {
            cancelled = true;
            if (running != null) {
                var tree = running.descendants().collect(Collectors.toList());
                tree.add(running.toHandle());
                tree.forEach(ProcessHandle::destroy);
                Thread.ofVirtual().name("install-end").start(() -> endByForce(tree));
            }
        }
    }

    private static void endByForce(List<ProcessHandle> tree) {
        try {
            var ends = tree.stream().map(ProcessHandle::onExit);
            CompletableFuture.allOf(ends.toArray(CompletableFuture<?>[]::new))
                    .get(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException _) {
            tree.forEach(ProcessHandle::destroyForcibly);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void runAll() {
        for (int i = 0; i < commands.size(); i++) {
            var command = commands.get(i);
            int code;
            try {
                listener.begins(i, command);
                code = run(command);
            } catch (IOException e) {
                newest.add(String.valueOf(e.getMessage()));
                code = -1;
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                code = -1;
            }
            if (code != 0) {
                listener.failed(String.join("\n", newest));
                return;
            }
        }
        listener.succeeded();
    }

    private int run(List<String> command) throws IOException, InterruptedException {
        Process process;
        synchronized (lock) {
            if (cancelled) {
                return -1;
            }
            process = builder(command).start();
            running = process;
        }
        process.getOutputStream().close(); // a question would wait for ever
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                remember(line);
                listener.line(line);
            }
        }
        return process.waitFor();
    }

    /// Runs at home: Python and others load what lies in the folder that they run in, and the one
    /// that Cellist runs in may be full of what somebody downloaded.
    private static ProcessBuilder builder(List<String> command) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.directory(new File(System.getProperty("user.home", "/")));
        builder.environment().put("PYTHONSAFEPATH", "1");
        builder.environment().put("CONDA_ALWAYS_YES", "true"); // nobody can answer
        builder.environment().put("MAMBA_ALWAYS_YES", "true");
        return builder;
    }

    private void remember(String line) {
        if (newest.size() == LAST_LINES) {
            newest.removeFirst();
        }
        newest.add(line);
    }

    /// Follows a run.
    public interface Listener {

        /// A command is started.
        ///
        /// @param step its place among the commands, from 0
        default void begins(int step, List<String> command) {}

        /// One more line of output.
        void line(String text);

        void succeeded();

        /// A command failed or could not be started, or the run was cancelled.
        ///
        /// @param lastWords the newest lines of output
        void failed(String lastWords);
    }
}
