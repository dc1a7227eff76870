package org.cellist.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

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
import org.cellist.kernel.HostBridge;
import org.cellist.kernel.KernelBridge;
import org.cellist.kernel.ServerBridge;
import org.cellist.kernel.runtime.ConsentStore;
import org.cellist.kernel.runtime.KernelRuntime.JupyterServer;
import org.cellist.kernel.runtime.KernelRuntime.OnHost;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice;
import org.cellist.kernel.runtime.files.FileCopy;
import org.cellist.kernel.runtime.files.PlaceFiles;
import org.cellist.kernel.runtime.files.PlacePaths;
import org.cellist.kernel.runtime.host.HostAnswer;
import org.cellist.kernel.runtime.host.HostListing;
import org.cellist.kernel.runtime.host.SshHost;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.jupyter.ServerKernel;
import org.cellist.kernel.runtime.jupyter.ServerKernelspec;
import org.cellist.kernel.runtime.jupyter.ServerLogin;
import org.cellist.kernel.server.Keys;
import org.cellist.kernel.server.RealServer;
import org.cellist.kernel.ssh.Answers;
import org.cellist.kernel.ssh.RealSshd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Notebooks of a real Jupyter server and a real machine over SSH that are open here as copies. The
/// test's thread is the owner.
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
            var python = new ServerKernelspec("python3", "Python 3", "python");
            var store = notebook("import os; print(os.getcwd())");
            var file =
                    copy(copies, bridge, bridge.servers().files(server.address()), origin(server));
            var kernel = kernel(store, bridge, copies, file);
            kernel.choose(new JupyterServer(server.address(), python, null));

            run(kernel, store);

            assertEquals(work.toRealPath() + "\n", printed(store));
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

    @Test
    void overSshItRunsInTheFolderWhereItLiesAndKnowsNothingOfTheDevicesHere() throws Exception {
        var data = Files.createDirectories(folder.toRealPath().resolve("data"));
        Files.writeString(data.resolve("a.ipynb"), "{}");
        var box = SshHost.parse("box").orElseThrow();
        try (var sshd =
                        RealSshd.start(
                                Files.createDirectory(folder.resolve("sshd")),
                                "Subsystem sftp internal-sftp");
                var hosts = new HostBridge(sshd.places(null))) {
            var listing =
                    assertInstanceOf(HostAnswer.Given.class, hosts.look(box, new Answers(true)));
            var spec =
                    ((HostListing) listing.value())
                            .kernelspecs().stream()
                                    .filter(it -> it.language().equals("python"))
                                    .findFirst()
                                    .orElseThrow();
            var bridge =
                    new KernelBridge(null, ConsentStore.NOTHING, null, ServerBridge.NONE, hosts);
            var copies = new AwayCopies(folder.resolve("copies"));
            var store =
                    notebook("import os; print(os.getcwd(), os.getenv('CUDA_VISIBLE_DEVICES'))");
            var origin = new Origin(Origin.place(box), data.resolve("a.ipynb").toString());
            var file = copy(copies, bridge, hosts.files(box), origin);
            var kernel = kernel(store, bridge, copies, file);
            kernel.launch().computeOn(new AcceleratorChoice.Cpu());
            kernel.choose(new OnHost(box, spec, null));

            run(kernel, store);

            assertEquals(data + " None\n", printed(store));
            kernel.endNow();
        }
    }

    private static Origin origin(RealServer server) {
        return new Origin(Origin.place(server.address()), PATH);
    }

    private static NotebookStore notebook(String code) {
        var cell = NewNotebook.cell(CellType.CODE, code);
        return new NotebookStore(NewNotebook.empty().withCells(List.of(cell)), Clock.systemUTC());
    }

    private NotebookKernel kernel(
            NotebookStore store, KernelBridge bridge, AwayCopies copies, Path file) {
        return new NotebookKernel(
                new BridgedKernels(bridge, new ServerNotebooks(copies)),
                store,
                new Owner(tasks::add, tasks::add),
                KernelPlace.of(file),
                Clock.systemUTC(),
                _ -> {});
    }

    private static Path copy(
            AwayCopies copies, KernelBridge bridge, PlaceFiles there, Origin origin)
            throws Exception {
        var here = bridge.files();
        var fetch = copies.begin(origin, there, here);
        new FileCopy(there, here)
                .copy(origin.path(), PlacePaths.of(fetch.copy()), true, (_, _) -> {});
        copies.fetched(fetch, here);
        return fetch.copy();
    }

    private static String printed(NotebookStore store) {
        return RunSession.words((CodeCell) store.notebook().cells().getFirst());
    }

    private void run(NotebookKernel kernel, NotebookStore store) throws InterruptedException {
        kernel.queue().add(List.of(store.notebook().cells().getFirst().id()));
        awaitIdle(kernel);
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
