package org.cellist.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.cellist.app.execution.CellExecution;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.app.session.away.AwayCopies;
import org.cellist.kernel.KernelBridge;
import org.cellist.kernel.ServerBridge;
import org.cellist.kernel.runtime.ConsentStore;
import org.cellist.kernel.runtime.KernelRuntime.JupyterServer;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.jupyter.ServerKernelspec;
import org.cellist.kernel.runtime.jupyter.ServerLogin;
import org.cellist.kernel.server.Keys;
import org.cellist.kernel.server.RealServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A notebook's queue on the kernel of a real Jupyter server. The test's thread is the owner.
class ServedKernelIT {

    private static final long PATIENCE_SECONDS = 120;
    private static final String TOKEN = "5ca1ab1e5ca1ab1e";
    private static final ServerKernelspec PYTHON =
            new ServerKernelspec("python3", "Python 3", "python");

    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();

    @TempDir Path folder;

    @Test
    void cellsRunAreInterruptedAndRestartedAndTheKernelOutlivesTheNotebook() throws Exception {
        try (var server =
                RealServer.start(RealServer.Kind.NEWEST, folder, "--ServerApp.token=" + TOKEN)) {
            var runtime = new JupyterServer(server.address(), PYTHON, null);
            var store = notebook("x = 20", "import time\ntime.sleep(600)", "print(x + 22)");
            var kernel = kernel(store);
            kernel.choose(runtime);

            run(kernel, store, 0, 2);
            assertEquals("42\n", printed(store, 2));
            assertEquals(new KernelState.Idle(runtime), kernel.state());

            kernel.queue().add(List.of(id(store, 1)));
            until(() -> kernel.state() instanceof KernelState.Busy);
            kernel.interrupt();
            until(kernel.queue()::isIdle);
            assertInstanceOf(CellExecution.Failed.class, kernel.queue().execution(id(store, 1)));

            kernel.setPlace(KernelPlace.of(folder.resolve("b.ipynb")));
            awaitNotebook(server, "b.ipynb");
            kernel.end();
            var again = kernel(store);
            again.setPlace(KernelPlace.of(folder.resolve("b.ipynb")));
            again.choose(runtime);
            run(again, store, 2);
            assertEquals("42\n", printed(store, 2));

            again.restart();
            until(() -> again.state() instanceof KernelState.Idle);
            run(again, store, 2);
            assertInstanceOf(CellExecution.Failed.class, again.queue().execution(id(store, 2)));
            again.end();
        }
    }

    private static void awaitNotebook(RealServer server, String name) throws Exception {
        var login = new Keys(new ServerLogin.Token(TOKEN));
        var client = HttpClient.newHttpClient();
        var bridge = new ServerBridge(() -> client, login);
        boolean isThere = false;
        while (!isThere) {
            isThere =
                    bridge.look(server.address()) instanceof ServerAnswer.Given(var listing)
                            && listing.kernels().stream()
                                    .anyMatch(it -> name.equals(it.notebook()));
        }
    }

    private NotebookKernel kernel(NotebookStore store) {
        var client = HttpClient.newHttpClient();
        var servers = new ServerBridge(() -> client, new Keys(new ServerLogin.Token(TOKEN)));
        return new NotebookKernel(
                new BridgedKernels(
                        new KernelBridge(null, ConsentStore.NOTHING, null, servers),
                        new ServerNotebooks(AwayCopies.NONE)),
                store,
                new Owner(tasks::add, tasks::add),
                KernelPlace.of(folder.resolve("a.ipynb")),
                Clock.systemUTC(),
                _ -> {});
    }

    private static NotebookStore notebook(String... sources) {
        var cells = Stream.of(sources).map(it -> NewNotebook.cell(CellType.CODE, it)).toList();
        return new NotebookStore(NewNotebook.empty().withCells(cells), Clock.systemUTC());
    }

    private void run(NotebookKernel kernel, NotebookStore store, int... which)
            throws InterruptedException {
        for (int index : which) {
            kernel.queue().add(List.of(id(store, index)));
        }
        until(kernel.queue()::isIdle);
    }

    private static CellId id(NotebookStore store, int index) {
        return store.notebook().cells().get(index).id();
    }

    private static String printed(NotebookStore store, int index) {
        return RunSession.words((CodeCell) store.notebook().cells().get(index));
    }

    private void until(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            var task = tasks.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (task == null) {
                throw new AssertionError("not in " + PATIENCE_SECONDS + " s");
            }
            task.run();
        }
    }
}
