package org.cellist.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.app.session.away.AwayCopies;
import org.cellist.app.session.away.Origin;
import org.cellist.kernel.KernelBridge;
import org.cellist.kernel.ServerBridge;
import org.cellist.kernel.runtime.ConsentStore;
import org.cellist.kernel.runtime.KernelRuntime.JupyterServer;
import org.cellist.kernel.runtime.files.FileCopy;
import org.cellist.kernel.runtime.files.PlacePaths;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.jupyter.ServerKernel;
import org.cellist.kernel.runtime.jupyter.ServerKernelspec;
import org.cellist.kernel.runtime.jupyter.ServerLogin;
import org.cellist.kernel.server.Keys;
import org.cellist.kernel.server.RealServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A notebook of a real Jupyter server that is open here as a copy. The test's thread is the owner.
class AwayKernelIT {

    private static final long PATIENCE_SECONDS = 120;
    private static final String TOKEN = "5ca1ab1e5ca1ab1e";
    private static final String PATH = "work/a.ipynb";

    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();

    @TempDir Path folder;

    @Test
    void itRunsAsTheServersOwnInTheFolderWhereItLies() throws Exception {
        var work = Files.createDirectories(folder.resolve("root/work"));
        Files.writeString(work.resolve("a.ipynb"), "{}");
        try (var server =
                RealServer.start(RealServer.Kind.NEWEST, folder, "--ServerApp.token=" + TOKEN)) {
            var client = HttpClient.newHttpClient();
            var servers = new ServerBridge(() -> client, new Keys(new ServerLogin.Token(TOKEN)));
            var bridge = new KernelBridge(null, ConsentStore.NOTHING, null, servers);
            var copies = new AwayCopies(folder.resolve("copies"));
            var store =
                    new NotebookStore(
                            NewNotebook.empty()
                                    .withCells(
                                            List.of(
                                                    NewNotebook.cell(
                                                            CellType.CODE,
                                                            "import os; print(os.getcwd())"))),
                            Clock.systemUTC());
            var kernel =
                    new NotebookKernel(
                            new BridgedKernels(bridge, new ServerNotebooks(copies)),
                            store,
                            new Owner(tasks::add, tasks::add),
                            KernelPlace.of(copy(copies, bridge, server)),
                            Clock.systemUTC(),
                            _ -> {});
            var python = new ServerKernelspec("python3", "Python 3", "python");
            kernel.choose(new JupyterServer(server.address(), python, null));

            kernel.queue().add(List.of(store.notebook().cells().getFirst().id()));
            awaitIdle(kernel);

            var cell = (CodeCell) store.notebook().cells().getFirst();
            assertEquals(work.toRealPath() + "\n", RunSession.words(cell));
            assertEquals(
                    new ServerAnswer.Given<>(List.of(PATH)),
                    switch (servers.kernels(server.address())) {
                        case ServerAnswer.Given(var all) ->
                                new ServerAnswer.Given<>(
                                        all.stream().map(ServerKernel::path).toList());
                        case ServerAnswer.Refused<?>(var problem) ->
                                new ServerAnswer.Refused<>(problem);
                    });
            kernel.end();
        }
    }

    private static Path copy(AwayCopies copies, KernelBridge bridge, RealServer server)
            throws Exception {
        var there = bridge.servers().files(server.address());
        var here = bridge.files();
        var origin = new Origin(Origin.place(server.address()), PATH);
        var fetch = copies.begin(origin, there, here);
        new FileCopy(there, here).copy(PATH, PlacePaths.of(fetch.copy()), true, (_, _) -> {});
        copies.fetched(fetch, here);
        return fetch.copy();
    }

    private void awaitIdle(NotebookKernel kernel) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!kernel.queue().isIdle()) {
            var task = tasks.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (task == null) {
                throw new AssertionError("waited in vain, in " + kernel.state());
            }
            task.run();
        }
    }
}
