package org.cellist.app.ui.workbench.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.cellist.app.server.KnownMachines;
import org.cellist.app.session.Owner;
import org.cellist.app.session.ServerNotebooks;
import org.cellist.app.session.away.AwayCopies;
import org.cellist.app.settings.RanOn;
import org.cellist.app.settings.SettingsStore;
import org.cellist.app.ui.runtime.FakeHosts;
import org.cellist.app.ui.runtime.FakeServers;
import org.cellist.app.ui.workbench.port.Document;
import org.cellist.app.ui.workbench.port.Documents.Opened;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.app.ui.workbench.port.RunningKernels.Entry;
import org.cellist.app.ui.workbench.port.RunningKernels.Look;
import org.cellist.app.ui.workbench.port.RunningKernels.Work;
import org.cellist.kernel.runtime.KernelRuntime.JupyterServer;
import org.cellist.kernel.runtime.KernelRuntime.OnHost;
import org.cellist.kernel.runtime.host.HostKernel;
import org.cellist.kernel.runtime.host.SshHost;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.jupyter.ServerKernel;
import org.cellist.kernel.runtime.jupyter.ServerListing;
import org.cellist.kernel.runtime.jupyter.ServerLogin;
import org.cellist.kernel.runtime.jupyter.ServerProblem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which kernels elsewhere are found, and to which notebooks they belong.
class SessionKernelsTest {

    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
    private static final SshHost BOX = FakeHosts.host("gpu-box");
    private static final Place ON_BOX = new Place.OnHost(BOX);
    private static final ServerAddress LAB = FakeServers.address("http://localhost:8888");
    private static final Place ON_LAB = new Place.OnServer(LAB);
    private static final String NOTEBOOK =
            "{\"cells\": [], \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 5}";

    @TempDir private Path folder;
    private final Locale before = Locale.getDefault();
    private final BlockingQueue<Runnable> owner = new LinkedBlockingQueue<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final FakeHosts hosts = new FakeHosts();
    private final FakeServers servers = new FakeServers(new ServerLogin.None());
    private SettingsStore settings = SettingsStore.open(Path.of("unused"));
    private SessionDocuments documents = documents();

    @BeforeEach
    void start() {
        Locale.setDefault(Locale.ENGLISH);
        settings = SettingsStore.open(folder.resolve("settings.properties"));
        documents = documents();
    }

    @AfterEach
    void stop() {
        Locale.setDefault(before);
        timer.shutdownNow();
        settings.close();
    }

    @Test
    void machinesWithoutAConnectionAreNotAsked() {
        hosts.add(BOX);
        assertEquals(List.of(new Place.Here()), documents.kernels().places());

        hosts.running.put(BOX, List.of());
        servers.known.put(LAB, new ServerAnswer.Given<>(FakeServers.LISTING));

        assertEquals(List.of(new Place.Here(), ON_BOX, ON_LAB), documents.kernels().places());
    }

    @Test
    void aKernelOverSshBelongsToTheNotebookThatRanThere() throws Exception {
        var notebook = notebookOnBox();
        hosts.add(BOX);
        hosts.running.put(
                BOX,
                List.of(
                        activity(ServerNotebooks.onHost(notebook), HostKernel.Work.BUSY, 90),
                        activity("another-notebook", HostKernel.Work.UNKNOWN, -1)));

        var found = look(ON_BOX);

        var own = found.get(0);
        assertEquals(notebook, own.notebook());
        assertEquals(Work.BUSY, own.work());
        assertEquals(NOW.minus(Duration.ofHours(1)), own.since());
        assertEquals(NOW.minusSeconds(90), own.active());
        assertFalse(own.isOpen());
        assertTrue(own.canRestart());
        assertNull(found.get(1).notebook());
        assertEquals(Work.UNKNOWN, found.get(1).work());
        assertNull(found.get(1).active());

        var document = open(notebook);
        assertTrue(look(ON_BOX).get(0).isOpen());
        assertTrue(look(ON_BOX).get(0).canRestart());
        assertFalse(look(ON_BOX).get(1).isOpen());

        document.close();
        assertFalse(look(ON_BOX).get(0).isOpen());
    }

    @Test
    void aKernelOnAServerBelongsToTheNotebookThatRanThere() throws Exception {
        var notebook = write();
        var ran = new RanOn(notebook, LAB.toString(), "python3", "Python 3.12", "python");
        settings.update(it -> it.withServers(it.servers().with(ran)));
        serve(
                new ServerKernel(
                        "7e0b",
                        "python3",
                        "busy",
                        0,
                        "2026-12-01T11:59:00.000000Z",
                        "a.ipynb",
                        new ServerNotebooks(AwayCopies.NONE).onServer(LAB, notebook)),
                new ServerKernel("c2", "ir", "idle", 1, "yesterday", "b.ipynb", "work/b.ipynb"));

        var found = look(ON_LAB);

        assertEquals(notebook, found.get(0).notebook());
        assertEquals(List.of("Python 3.12", "ir"), found.stream().map(Entry::name).toList());
        assertEquals(NOW.minusSeconds(60), found.get(0).active());
        assertFalse(found.get(0).isOpen());
        assertTrue(found.get(0).canRestart());
        assertNull(found.get(1).notebook());
        assertEquals("b.ipynb", found.get(1).title());
        assertNull(found.get(1).active());
        assertTrue(found.get(1).isOpen());
    }

    @Test
    void aServerThatDoesNotAnswerIsNamed() throws Exception {
        servers.known.put(
                LAB, new ServerAnswer.Refused<>(new ServerProblem.Unreachable("no route")));

        var look = assertInstanceOf(Look.Unknown.class, answer(ON_LAB));

        assertTrue(look.why().contains("localhost:8888"), look::why);
    }

    @Test
    void kernelsElsewhereAreStoppedAndRestartedThere() throws Exception {
        serve(new ServerKernel("7e0b", "python3", "idle", 0, null, null, null));
        var kernel = look(ON_LAB).getFirst();
        var kernels = documents.kernels();

        perform(then -> kernels.restart(kernel, then));
        perform(then -> kernels.stop(kernel, then));

        assertEquals(List.of("restart 7e0b", "end 7e0b"), servers.asked);
    }

    @Test
    void aKernelOverSshThatNoWindowHasIsRestartedThere() throws Exception {
        var notebook = notebookOnBox();
        var id = ServerNotebooks.onHost(notebook);
        hosts.running.put(BOX, List.of(activity(id, HostKernel.Work.BUSY, 90)));
        var kernel = look(ON_BOX).getFirst();
        var kernels = documents.kernels();

        perform(then -> kernels.restart(kernel, then));

        assertEquals(List.of("restart " + id), List.copyOf(hosts.asked));
    }

    @Test
    void aNotebookOfAWindowRestartsItsKernelItself() throws Exception {
        var notebook = write();
        var runtime = new JupyterServer(LAB, FakeServers.PYTHON, "7e0b");
        serve(new ServerKernel("7e0b", "python3", "idle", 0, null, null, null));
        var document = open(notebook);
        ((SessionDocument) document).session().kernel().choose(runtime);
        var kernels = documents.kernels();
        var kernel = look(ON_LAB).getFirst();
        assertTrue(kernel.isOpen());

        var told = new ArrayList<String>();
        kernels.restart(kernel, () -> told.add("begun"));

        assertEquals(List.of("begun"), told);
        assertEquals(List.of(), servers.asked);
    }

    private static HostKernel.Activity activity(String id, HostKernel.Work work, long quiet) {
        var kernel = new HostKernel(id, "Python 3", "a.ipynb", 0);
        return new HostKernel.Activity(kernel, work, Duration.ofHours(1).toSeconds(), quiet, -1);
    }

    private void serve(ServerKernel... kernels) {
        var listing = new ServerListing(List.of(FakeServers.PYTHON), List.of(kernels));
        servers.known.put(LAB, new ServerAnswer.Given<>(listing));
    }

    private Path notebookOnBox() throws IOException {
        var notebook = write();
        var runtime = new OnHost(BOX, FakeHosts.PYTHON, null);
        new KnownMachines(settings).add(BOX);
        settings.update(it -> it.withServers(it.servers().with(HostMemory.of(notebook, runtime))));
        return notebook;
    }

    private Path write() throws IOException {
        return Files.writeString(folder.resolve("a.ipynb"), NOTEBOOK).toRealPath();
    }

    private Document open(Path file) throws InterruptedException {
        var results = new ArrayList<Opened>();
        documents.open(file, results::add);
        while (results.isEmpty()) {
            next().run();
        }
        return assertInstanceOf(Opened.Ready.class, results.getFirst()).document();
    }

    private List<Entry> look(Place place) throws InterruptedException {
        return assertInstanceOf(Look.Known.class, answer(place)).kernels();
    }

    private Look answer(Place place) throws InterruptedException {
        var found = new ArrayList<Look>();
        documents.kernels().look(place, found::add);
        while (found.isEmpty()) {
            next().run();
        }
        return found.getFirst();
    }

    private interface Order {
        void give(Runnable then);
    }

    private void perform(Order order) throws InterruptedException {
        var told = new ArrayList<String>();
        order.give(() -> told.add("done"));
        while (told.isEmpty()) {
            next().run();
        }
    }

    private Runnable next() throws InterruptedException {
        var task = owner.poll(20, TimeUnit.SECONDS);
        return Objects.requireNonNull(task, "nothing happened for 20 seconds");
    }

    private SessionDocuments documents() {
        return new SessionDocuments(
                TestDesk.of(
                        new Owner(owner::add, owner::add),
                        timer,
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        settings,
                        hosts,
                        servers,
                        session -> {
                            throw new AssertionError("no pages: " + session.file().path());
                        }));
    }
}
