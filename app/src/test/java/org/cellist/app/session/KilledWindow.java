package org.cellist.app.session;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.cellist.app.execution.CellExecution;
import org.cellist.app.language.LanguageServers;
import org.cellist.app.language.OpenServers;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.storage.NotebookFiles;
import org.cellist.app.storage.SaveOutcome;
import org.cellist.kernel.KernelBridge;

/// A program that does what a window does with one notebook, but shows nothing: goes on with the
/// kernel that was left, or runs the first cell where there is none; saves again and again; says
/// what it sees on a line each; and waits to be killed.
///
/// Confined to the thread of its owner.
final class KilledWindow {

    private static final int SAVE_MILLIS = 300;

    private final ScheduledExecutorService owner = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final NotebookSession session;
    private final CellId cell;
    private boolean hasRun;

    private KilledWindow(Path notebook, Path keeper) {
        var bridge = new KernelBridge(null, _ -> true, keeper);
        var services =
                new NotebookSession.Services(
                        new NotebookFiles(),
                        bridge,
                        owner,
                        Clock.systemUTC(),
                        null,
                        new OpenServers(LanguageServers.NONE));
        session =
                new NotebookSession(
                        PlayedSession.opened(notebook), services, new Owner(owner, owner));
        cell = session.store().notebook().cells().getFirst().id();
    }

    /// Begins, and goes on until it is killed or has seen the run to its end.
    ///
    /// @param arguments the notebook, the keeper's folder, and `run` to run the first cell
    public static void main(String[] arguments) {
        var window = new KilledWindow(Path.of(arguments[0]), Path.of(arguments[1]));
        boolean runs = arguments[2].equals("run");
        window.owner.execute(() -> window.begin(runs));
    }

    private void begin(boolean runs) {
        if (runs) {
            session.queue().add(List.of(cell));
        } else {
            session.kernel().resume();
        }
        var _ =
                owner.scheduleWithFixedDelay(
                        this::look, SAVE_MILLIS, SAVE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        var execution = session.queue().execution(cell);
        switch (execution) {
            case CellExecution.Running _ -> say("running");
            case CellExecution.Done _ -> hasRun = true;
            default -> {
                // Not yet.
            }
        }
        session.save(this::saved);
    }

    private void saved(SaveOutcome outcome) {
        if (hasRun && outcome instanceof SaveOutcome.Saved && !session.isUnsaved()) {
            say("done");
            session.leave();
            background.execute(() -> Runtime.getRuntime().halt(0));
        }
    }

    private static void say(String words) {
        try {
            var out = new FileOutputStream(FileDescriptor.out); // the process's own: not closed
            out.write((words + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
