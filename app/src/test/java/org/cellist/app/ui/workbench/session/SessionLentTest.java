package org.cellist.app.ui.workbench.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.cellist.app.session.Owner;
import org.cellist.app.settings.SettingsStore;
import org.cellist.app.ui.runtime.FakeServers;
import org.cellist.app.ui.runtime.colab.FakeColabSource;
import org.cellist.app.ui.workbench.port.Document;
import org.cellist.app.ui.workbench.port.LentMachines.Lent;
import org.cellist.app.ui.workbench.port.Notice;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.kernel.runtime.KernelRuntime.JupyterServer;
import org.cellist.kernel.runtime.jupyter.ColabAccess;
import org.cellist.kernel.runtime.jupyter.ColabMachine;
import org.cellist.kernel.runtime.jupyter.ColabProblem;
import org.cellist.kernel.runtime.jupyter.ColabRuntime;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Machines of Colab's outside the list of runtimes.
class SessionLentTest {

    private static final ColabRuntime CPU = new ColabRuntime("m-s-2", ColabMachine.CPU, null, null);

    @TempDir private Path folder;
    private final Locale before = Locale.getDefault();
    private final BlockingQueue<Runnable> owner = new LinkedBlockingQueue<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final FakeColabSource colab = new FakeColabSource();
    private SettingsStore settings = SettingsStore.open(Path.of("unused"));
    private SessionDocuments documents = documents();

    @BeforeEach
    void start() {
        Locale.setDefault(Locale.ENGLISH);
        settings = SettingsStore.open(folder.resolve("settings.properties"));
        documents = documents();
        colab.isOn = true;
    }

    @AfterEach
    void stop() {
        Locale.setDefault(before);
        timer.shutdownNow();
        settings.close();
    }

    @Test
    void machinesAreListedNamedAndGivenBack() throws Exception {
        var t4 = FakeColabSource.runtime(FakeColabSource.T4);
        colab.runtimes.addAll(List.of(t4, CPU));
        var lent = documents.kernels().lent();
        assertEquals(List.of(), lent.known(), "nobody was asked yet");

        assertEquals("", told(lent::look));

        var place = new Place.OnServer(Objects.requireNonNull(t4.server()));
        var first = new Lent("gpu-t4-s-1", "Colab T4 GPU", place, Duration.ofMinutes(90));
        assertEquals(List.of(first, new Lent("m-s-2", "Colab CPU", null, null)), lent.known());
        assertEquals("", told(then -> lent.giveBack(first, then)));
        assertEquals(List.of("list", "release gpu-t4-s-1"), colab.asked);
    }

    @Test
    void twoMachinesOfAKindAreToldApart() throws Exception {
        colab.runtimes.addAll(
                List.of(CPU, new ColabRuntime("m-s-3", ColabMachine.CPU, null, null)));

        told(documents.kernels().lent()::look);

        assertEquals(
                List.of("Colab CPU (m-s-2)", "Colab CPU (m-s-3)"),
                documents.kernels().lent().known().stream().map(Lent::name).toList());
    }

    @Test
    void whoHasNotSignedInIsNotToldSoButWhoseSignInIsGoneIs() throws Exception {
        colab.isSignedIn = false;
        assertEquals("", told(documents.kernels().lent()::look));

        colab.listProblem = new ColabProblem.SignInNeeded("invalid_grant");
        assertEquals(
                "You are not signed in to Google Colab.", told(documents.kernels().lent()::look));
    }

    @Test
    void aTerminalCanBeHadOnEachMachineThatCanBeReached() throws Exception {
        var t4 = FakeColabSource.runtime(FakeColabSource.T4);
        colab.runtimes.addAll(List.of(t4, CPU));
        told(documents.kernels().lent()::look);

        var terminals = documents.terminals();

        var place = new Place.OnServer(Objects.requireNonNull(t4.server()));
        assertEquals(List.of(new Place.Here(), place), terminals.places());
        assertEquals("Colab T4 GPU", terminals.name(place));
        colab.isOn = false;
        assertTrue(terminals.name(place).contains("colab.example"));
    }

    @Test
    void thePersonIsAskedInTheNotebooksOfAMachineThatNobodyUses() throws Exception {
        var server = Objects.requireNonNull(FakeColabSource.runtime(FakeColabSource.T4).server());
        colab.runtimes.add(FakeColabSource.runtime(FakeColabSource.T4));
        told(documents.kernels().lent()::look);
        var there = document(server);
        var elsewhere = document(FakeServers.address("http://localhost:8888"));
        var kept = new CompletableFuture<String>();

        documents.askUnused(server, () -> kept.complete("kept"));

        assertEquals(List.of(), elsewhere.state().notices());
        var notice = assertInstanceOf(Notice.Unused.class, there.state().notices().getFirst());
        assertEquals("Colab T4 GPU", notice.machine());
        assertFalse(kept.isDone(), "nobody has said so");
        notice.keep().run();
        assertEquals("kept", kept.get(20, TimeUnit.SECONDS));
        assertEquals(List.of(), there.state().notices());
        documents.askUnused(server, () -> {});
        documents.usedAgain(server);
        assertEquals(List.of(), there.state().notices());
    }

    @Test
    void thePersonIsAskedWhetherAMachineMayHaveTheirDrive() {
        var server = FakeServers.address("http://localhost:8889");
        var nobody = new ArrayList<Boolean>();
        documents.askAccess(server, ColabAccess.DRIVE, false, nobody::add);
        assertEquals(List.of(false), nobody, "granted where nobody could be asked");
        var there = document(server);
        var elsewhere = document(FakeServers.address("http://localhost:8888"));
        var answers = new ArrayList<Boolean>();

        documents.askAccess(server, ColabAccess.DRIVE, false, answers::add);

        assertEquals(List.of(), elsewhere.state().notices());
        var notice =
                assertInstanceOf(Notice.AccessWanted.class, there.state().notices().getFirst());
        assertTrue(notice.isDrive());
        assertEquals(List.of(), answers);
        notice.answer().accept(true);
        assertEquals(List.of(true), answers);
        documents.accessSettled(server);
        assertEquals(List.of(), there.state().notices());
    }

    private Document document(ServerAddress server) {
        var document = documents.create();
        ((SessionDocument) document)
                .session()
                .kernel()
                .choose(new JupyterServer(server, FakeServers.PYTHON, null));
        return document;
    }

    private String told(Consumer<Consumer<String>> order) throws InterruptedException {
        var told = new ArrayList<String>();
        order.accept(told::add);
        while (told.isEmpty()) {
            var task = owner.poll(20, TimeUnit.SECONDS);
            Objects.requireNonNull(task, "nothing happened for 20 seconds").run();
        }
        return told.getFirst();
    }

    private SessionDocuments documents() {
        var desk =
                TestDesk.of(
                        new Owner(owner::add, owner::add),
                        timer,
                        settings,
                        session -> {
                            throw new AssertionError("no pages: " + session.file().path());
                        });
        return new SessionDocuments(TestDesk.with(desk, colab));
    }
}
