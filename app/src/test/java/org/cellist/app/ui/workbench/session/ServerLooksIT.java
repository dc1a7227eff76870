package org.cellist.app.ui.workbench.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.cellist.app.language.LanguageServers;
import org.cellist.app.language.OpenServers;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.session.KernelState;
import org.cellist.app.session.NotebookSession;
import org.cellist.app.session.Owner;
import org.cellist.app.session.machine.MachineResources;
import org.cellist.app.settings.SettingsStore;
import org.cellist.app.storage.FileKind;
import org.cellist.app.storage.NotebookFiles;
import org.cellist.app.storage.OpenOutcome;
import org.cellist.app.ui.runtime.FakeHosts;
import org.cellist.app.ui.runtime.FakeServers;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.app.ui.workbench.port.Resources.Age;
import org.cellist.app.ui.workbench.port.Resources.Look;
import org.cellist.app.ui.workbench.watch.Means;
import org.cellist.app.ui.workbench.watch.MemoryWatch;
import org.cellist.app.ui.workbench.watch.MovedClock;
import org.cellist.kernel.KernelBridge;
import org.cellist.kernel.ServerBridge;
import org.cellist.kernel.runtime.ConsentStore;
import org.cellist.kernel.runtime.KernelRuntime.JupyterServer;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.jupyter.ServerKernel;
import org.cellist.kernel.runtime.jupyter.ServerKernelspec;
import org.cellist.kernel.runtime.jupyter.ServerLogin;
import org.cellist.kernel.server.Keys;
import org.cellist.kernel.server.RealServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the kernels of a real Jupyter server say of its machine. The test's thread is the owner.
class ServerLooksIT {

    private static final String TOKEN = "5ca1ab1e5ca1ab1e";
    private static final long MEBIBYTE = 1L << 20;
    private static final long PATIENCE_SECONDS = 60;
    private static final String NOTEBOOK =
            """
            {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
             {"cell_type": "code", "id": "a", "source": "held = bytearray(150 << 20)",
              "metadata": {}, "execution_count": null, "outputs": []},
             {"cell_type": "code", "id": "b", "source": "input()",
              "metadata": {}, "execution_count": null, "outputs": []},
             {"cell_type": "code", "id": "c", "source": "print(len(In))",
              "metadata": {}, "execution_count": null, "outputs": []}]}
            """;

    @TempDir private Path folder;
    private final Locale before = Locale.getDefault();
    private final BlockingQueue<Runnable> owner = new LinkedBlockingQueue<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final OpenDocuments open = new OpenDocuments();
    private final MovedClock clock = new MovedClock();
    private RealServer server;
    private ServerBridge bridge = ServerBridge.NONE;
    private SettingsStore settings = SettingsStore.open(Path.of("unused"));
    private Desk desk;
    private MemoryWatch watch;

    @BeforeEach
    void start() throws Exception {
        Locale.setDefault(Locale.ENGLISH);
        var client = HttpClient.newHttpClient();
        bridge = new ServerBridge(() -> client, new Keys(new ServerLogin.Token(TOKEN)));
        settings = SettingsStore.open(folder.resolve("settings.properties"));
        desk = desk();
        watch = new MemoryWatch(means());
        server = RealServer.start(RealServer.Kind.NEWEST, folder, "--ServerApp.token=" + TOKEN);
    }

    @AfterEach
    void stop() {
        Locale.setDefault(before);
        if (server != null) {
            server.close();
        }
        timer.shutdownNow();
        settings.close();
    }

    @Test
    void aKernelIsAskedWhenItRestsAndLeftAloneAfterAWhile() throws Exception {
        var document = document("python3", "Python 3", "python");
        var place = new Place.OnServer(server.address());
        var kernel = document.session().kernel();
        assertEquals(List.of(new Place.Here()), watch.places());
        run(document, 0);
        until(() -> watch.watched(place).getValue() != null);

        var look = assertInstanceOf(Look.Known.class, look(place, document));
        assertEquals(Age.NOW, look.age());
        assertTrue(look.load().memoryBytes() > MEBIBYTE, look::toString);
        assertTrue(look.load().diskFreeBytes() > 0, look::toString);
        assertEquals(document.file(), look.uses().getFirst().notebook());
        assertTrue(look.uses().getFirst().memoryBytes() > 150 * MEBIBYTE, look::toString);

        kernel.queue().add(List.of(document.notebook().cells().get(1).id()));
        until(
                () ->
                        kernel.state() instanceof KernelState.Busy
                                && kernel.queue().question() != null);
        clock.move(Duration.ofMinutes(1));
        look = assertInstanceOf(Look.Known.class, look(place, document));
        assertEquals(Age.BEFORE_THIS_RUN, look.age());
        assertEquals("busy", state());
        kernel.interrupt();
        until(() -> kernel.queue().isIdle() && kernel.state() instanceof KernelState.Idle);

        run(document, 2); // nothing that was asked stands in the history
        until(() -> !printed(document).isEmpty());
        assertEquals("4\n", printed(document));

        clock.move(Duration.ofMinutes(11));
        var active = lastActivity();
        look = assertInstanceOf(Look.Known.class, look(place, document));
        assertEquals(Age.AFTER_THE_LAST_RUN, look.age());
        assertEquals(active, lastActivity());
        document.restart();
        assertEquals(Optional.of(place), document.place());
        until(() -> kernel.state() instanceof KernelState.Idle);
        assertEquals(List.of(new Place.Here(), place), watch.places());
        document.close();
        assertEquals(List.of(new Place.Here()), watch.places());
    }

    private static String printed(SessionDocument document) {
        var cell = (CodeCell) document.notebook().cells().get(2);
        return cell.outputs().items().stream()
                .map(it -> ((CellOutput.Text) it).text().toString())
                .collect(Collectors.joining());
    }

    private String state() throws InterruptedException {
        return kernels().getFirst().state();
    }

    private String lastActivity() throws InterruptedException {
        return String.valueOf(kernels().getFirst().lastActivity());
    }

    private List<ServerKernel> kernels() throws InterruptedException {
        return bridge.kernels(server.address()) instanceof ServerAnswer.Given(var kernels)
                ? kernels
                : List.of();
    }

    private Look look(Place place, SessionDocument document) {
        var found = new ArrayList<Look>();
        watch.look(place, document.file(), found::add);
        return found.getFirst();
    }

    private void run(SessionDocument document, int index) throws InterruptedException {
        var kernel = document.session().kernel();
        kernel.queue().add(List.of(document.notebook().cells().get(index).id()));
        until(() -> kernel.queue().isIdle() && kernel.state() instanceof KernelState.Idle);
    }

    private SessionDocument document(String name, String displayName, String language)
            throws Exception {
        var file = Files.writeString(folder.resolve("a.ipynb"), NOTEBOOK).toRealPath();
        var opened =
                assertInstanceOf(
                        OpenOutcome.Opened.class,
                        desk.services().files().open(file, FileKind.NOTEBOOK));
        var session = new NotebookSession(opened.file(), desk.services(), desk.owner());
        var document = new SessionDocument(session, desk, watch, open, null, "");
        var spec = new ServerKernelspec(name, displayName, language);
        session.kernel().choose(new JupyterServer(server.address(), spec, null));
        return document;
    }

    private Means means() {
        var desk = desk();
        return new Means(
                new MachineResources(desk.services().bridge()),
                desk.hosts(),
                desk.background(),
                desk.owner().thread(),
                desk.services().timer(),
                desk.services().clock());
    }

    private Desk desk() {
        var made =
                TestDesk.of(
                        new Owner(owner::add, owner::add),
                        timer,
                        clock,
                        settings,
                        new FakeHosts(),
                        new FakeServers(new ServerLogin.None()),
                        session -> {
                            throw new AssertionError("no pages: " + session.file().path());
                        });
        var services =
                new NotebookSession.Services(
                        new NotebookFiles(),
                        new KernelBridge(null, ConsentStore.NOTHING, null, bridge),
                        timer,
                        clock,
                        null,
                        made.services().copies(),
                        new OpenServers(LanguageServers.NONE));
        return TestDesk.with(made, services);
    }

    private void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            var task = owner.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            Objects.requireNonNull(task, "nothing happened for a minute").run();
        }
    }
}
