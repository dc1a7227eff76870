package org.cellist.app.session;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.cellist.app.execution.CellExecution;
import org.cellist.app.language.LanguageServers;
import org.cellist.app.language.OpenServers;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.session.away.AwayCopies;
import org.cellist.app.storage.NotebookFiles;
import org.cellist.app.storage.SaveOutcome;
import org.cellist.kernel.HostBridge;
import org.cellist.kernel.KernelBridge;
import org.cellist.kernel.ServerBridge;
import org.cellist.kernel.runtime.KernelRuntime;
import org.cellist.kernel.runtime.host.HostKernelspec;
import org.cellist.kernel.runtime.host.SshHost;
import org.cellist.kernel.runtime.ssh.SshPlaces;
import org.jspecify.annotations.Nullable;

/// A program that does what a window does with one notebook, but shows nothing: goes on with the
/// kernel that was left, or runs the first cell where there is none; saves again and again; says
/// what it sees on a line each; and waits to be killed.
///
/// Confined to the thread of its owner.
final class KilledWindow {

    private static final int SAVE_MILLIS = 300;
    private static final SshHost BOX = SshHost.parse("box").orElseThrow();

    private final ScheduledExecutorService owner = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final NotebookSession session;
    private final CellId cell;
    private boolean hasRun;

    /// @param ssh the folder of a person's `.ssh` where the notebook runs on the machine `box`;
    ///     null where it runs here
    private KilledWindow(Path notebook, Path keeper, @Nullable Path ssh) {
        var bridge = new KernelBridge(null, _ -> true, keeper, ServerBridge.NONE, hosts(ssh));
        var services =
                new NotebookSession.Services(
                        new NotebookFiles(),
                        bridge,
                        owner,
                        Clock.systemUTC(),
                        null,
                        AwayCopies.NONE,
                        new OpenServers(LanguageServers.NONE));
        session =
                new NotebookSession(
                        PlayedSession.opened(notebook), services, new Owner(owner, owner));
        cell = session.store().notebook().cells().getFirst().id();
        if (ssh != null) {
            var spec = HostKernelspec.named("python3", "Python", "python", "/usr");
            owner.execute(() -> session.kernel().choose(new KernelRuntime.OnHost(BOX, spec, null)));
        }
    }

    private static HostBridge hosts(@Nullable Path ssh) {
        return ssh == null
                ? HostBridge.NONE
                : new HostBridge(
                        new SshPlaces(
                                ssh.resolveSibling("."),
                                System.getProperty("user.name"),
                                List.of(ssh.resolve("config")),
                                null));
    }

    /// Begins, and goes on until it is killed or has seen the run to its end.
    ///
    /// @param arguments the notebook, the keeper's folder, a `.ssh` if it runs on another machine,
    ///     and `run` to run the first cell
    public static void main(String[] arguments) {
        boolean isFar = arguments.length > 3;
        var ssh = isFar ? Path.of(arguments[2]) : null;
        var window = new KilledWindow(Path.of(arguments[0]), Path.of(arguments[1]), ssh);
        boolean runs = arguments[arguments.length - 1].equals("run");
        window.owner.execute(() -> window.begin(runs));
    }

    private void begin(boolean runs) {
        if (runs) {
            session.queue().add(List.of(cell));
        } else {
            session.kernel().resume(Optional.empty());
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
