package org.cellist.app.ui.workbench.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.format.NotebookWriter;
import org.cellist.app.notebook.model.NotebookEdit.EditSource;
import org.cellist.app.session.NotebookSession;
import org.cellist.app.session.Owner;
import org.cellist.app.session.away.AwayCopies;
import org.cellist.app.settings.SettingsStore;
import org.cellist.app.ui.page.NotebookPage;
import org.cellist.app.ui.runtime.FakeHosts;
import org.cellist.app.ui.runtime.FakeServers;
import org.cellist.app.ui.workbench.port.Document;
import org.cellist.app.ui.workbench.port.DocumentState.SaveState;
import org.cellist.app.ui.workbench.port.Documents.Opened;
import org.cellist.app.ui.workbench.port.Notice;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.kernel.KernelBridge;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.runtime.ConsentStore;
import org.cellist.kernel.runtime.InterruptMode;
import org.cellist.kernel.runtime.KernelRuntime;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.KernelspecFile;
import org.cellist.kernel.runtime.KernelspecSource;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice;
import org.cellist.kernel.runtime.files.FileCopy;
import org.cellist.kernel.runtime.files.PlaceFiles;
import org.cellist.kernel.runtime.host.HostAnswer;
import org.cellist.kernel.runtime.host.SshHost;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerLogin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file of another machine that is open here, as a real session on a real copy; the machine is a
/// folder of this disk. The test's thread is the owner.
class AwayDocumentTest {

    private static final SshHost BOX = SshHost.parse("ada@gpu-box").orElseThrow();

    private final PlaceFiles files = new KernelBridge(null, ConsentStore.NOTHING).files();
    private final FakeHosts hosts = new FakeHosts();
    private final Locale before = Locale.getDefault();
    private final BlockingQueue<Runnable> owner = new LinkedBlockingQueue<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    @TempDir private Path disk;
    private Path there = Path.of("");
    private SettingsStore settings = SettingsStore.open(Path.of("unused"));
    private Desk desk = desk(AwayCopies.NONE);

    private final class Box implements FileSource {

        @Override
        public PlaceFiles here() {
            return files;
        }

        @Override
        public PlaceFiles on(SshHost host) {
            assertEquals(BOX, host);
            return files;
        }

        @Override
        public PlaceFiles on(ServerAddress server) {
            throw new AssertionError(server.toString());
        }
    }

    private Desk desk(AwayCopies copies) {
        return TestDesk.with(
                TestDesk.of(
                        new Owner(owner::add, owner::add),
                        timer,
                        Clock.systemUTC(),
                        settings,
                        hosts,
                        new FakeServers(new ServerLogin.None()),
                        this::page),
                new Box(),
                copies);
    }

    private NotebookPage page(NotebookSession session) {
        throw new AssertionError("no pages in this test");
    }

    @BeforeEach
    void start() throws IOException {
        Locale.setDefault(Locale.ENGLISH);
        settings = SettingsStore.open(disk.resolve("settings.properties"));
        desk = desk(new AwayCopies(disk.resolve("copies")));
        Files.createDirectories(disk.resolve("box"));
        there = Files.writeString(disk.resolve("box/train.py"), "one");
    }

    @AfterEach
    void stop() {
        Locale.setDefault(before);
        timer.shutdownNow();
        settings.close(); // else its folder could not be deleted
    }

    @Test
    void whatIsSavedIsThere() throws Exception {
        var document = open();
        assertEquals(new SaveState.SavedThere("gpu-box"), document.state().save());
        assertEquals("train.py", document.name());
        assertEquals(there.toString(), document.away().orElseThrow().path());

        edit(document);
        save(document);

        await(document, new SaveState.SavedThere("gpu-box"));
        assertEquals("x = one", Files.readString(there));
        assertEquals(List.of(), settings.current().recent(), "a copy is no file of a person's");
    }

    @Test
    void whatWasChangedThereTooIsAPersonsChoice() throws Exception {
        var document = open();
        Files.writeString(there, "theirs!");
        edit(document);
        save(document);
        await(document, new SaveState.NotSent("gpu-box"));
        assertEquals(List.of(new Notice.ChangedThere("gpu-box")), document.state().notices());
        assertEquals("theirs!", Files.readString(there));

        document.away().orElseThrow().overwrite();

        await(document, new SaveState.SavedThere("gpu-box"));
        assertEquals("x = one", Files.readString(there));
        assertEquals(List.of(), document.state().notices());
    }

    @Test
    void bothCanBeKept() throws Exception {
        var document = open();
        Files.writeString(there, "theirs!");
        edit(document);
        save(document);
        await(document, new SaveState.NotSent("gpu-box"));

        document.away().orElseThrow().keepBoth();

        pumpUntil(() -> text(document).equals("theirs!"));
        assertEquals("theirs!", Files.readString(there));
        assertEquals("x = one", Files.readString(disk.resolve("box/train (my edits).py")));
        await(document, new SaveState.SavedThere("gpu-box"));
    }

    @Test
    void theirsCanBeTaken() throws Exception {
        var document = open();
        Files.writeString(there, "theirs!");
        edit(document);
        save(document);
        await(document, new SaveState.NotSent("gpu-box"));

        document.away().orElseThrow().takeTheirs();

        pumpUntil(() -> text(document).equals("theirs!"));
        assertEquals("theirs!", Files.readString(there));
        await(document, new SaveState.SavedThere("gpu-box"));
    }

    @Test
    void whatCouldNotBeSentIsSentWhenAPersonComesBack() throws Exception {
        var document = open();
        Files.delete(there);
        Files.delete(there.getParent());
        edit(document);
        save(document);
        await(document, new SaveState.NotSent("gpu-box"));
        assertTrue(document.state().notices().getFirst() instanceof Notice.NotSent);

        Files.createDirectory(there.getParent());
        document.lookAtFile();

        await(document, new SaveState.SavedThere("gpu-box"));
        assertEquals("x = one", Files.readString(there));
        assertEquals(List.of(), document.state().notices());
    }

    @Test
    void whatOthersChangeThereIsTakenWhereNothingIsLost() throws Exception {
        var document = open();
        Files.writeString(there, "theirs!");

        document.lookAtFile();

        pumpUntil(() -> text(document).equals("theirs!"));
        assertEquals(List.of(), document.state().notices());
    }

    @Test
    void editsOfAnEarlierWindowAreSentWhenTheFileIsOpenedAgain() throws Exception {
        var document = open();
        var copy = Objects.requireNonNull(document.file());
        document.close();
        Files.writeString(copy, "edits from before");

        var again = open();

        pumpUntil(() -> isSent(copy));
        assertEquals("edits from before", Files.readString(there));
        assertEquals("edits from before", text(again));
    }

    @Test
    void savedElsewhereItIsAtHome() throws Exception {
        var document = open();
        document.saveAs(disk.resolve("mine.py"), _ -> {});
        pumpUntil(() -> disk.resolve("mine.py").equals(document.file()));

        edit(document);
        save(document);

        pumpUntil(() -> document.state().save().equals(new SaveState.Saved()));
        assertTrue(document.away().isEmpty());
        assertEquals("one", Files.readString(there));
    }

    @Test
    void aNotebookRunsOnItsMachineUnlessAPersonChoosesThisOne() throws Exception {
        hosts.known.put(BOX, new HostAnswer.Given<>(FakeHosts.LISTING));
        var notebook = disk.resolve("box/a.ipynb");
        Files.write(notebook, new NotebookWriter().write(NewNotebook.empty()).toByteArray());
        var there = Optional.of(new KernelRuntime.OnHost(BOX, FakeHosts.PYTHON, null));

        var document = open(notebook);
        pumpUntil(() -> document.runtime().equals(there));
        assertEquals(List.of(), settings.current().servers().ranOn(), "nobody has chosen that");
        document.close();

        var again = open(notebook);
        pumpUntil(() -> again.runtime().equals(there));
        var session = ((SessionDocument) again).session();
        session.kernel().launch().computeOn(new AcceleratorChoice.Cpu());
        assertEquals(
                new AcceleratorChoice.Everything(), again.accelerator(), "that is of this machine");
        var here = new KernelRuntime.Local(kernelspec());
        Runtimes.attach(session, here, desk);
        assertEquals(new AcceleratorChoice.Cpu(), again.accelerator());
        again.close();

        var chosen = open(notebook);
        assertEquals(Optional.empty(), ((SessionDocument) chosen).home());
    }

    private static Kernelspec kernelspec() {
        var file =
                new KernelspecFile(
                        List.of("program"),
                        "Python 3",
                        "python",
                        InterruptMode.SIGNAL,
                        Map.of(),
                        JsonObject.EMPTY);
        return new Kernelspec("python3", file, KernelspecSource.BUILT_IN, null, null, null, null);
    }

    // ---- the desk

    private Document open() throws Exception {
        return open(there);
    }

    private Document open(Path there) throws Exception {
        var places = new SessionPlaces(desk);
        var fetch = places.begin(new Place.OnHost(BOX), there.toString());
        if (fetch.isWanted()) {
            new FileCopy(files, files)
                    .copy(there.toString(), fetch.copy().toString(), true, (_, _) -> {});
            places.fetched(fetch);
        }
        var opened = new AtomicReference<Opened>();
        new SessionDocuments(desk).open(fetch.copy(), opened::set);
        pumpUntil(() -> opened.get() != null);
        return ((Opened.Ready) opened.get()).document();
    }

    private static void edit(Document document) {
        var store = ((SessionDocument) document).session().store();
        var cell = store.notebook().cells().getFirst().id();
        store.apply(new EditSource(cell, 0, 0, "x = ", null));
    }

    private static void save(Document document) {
        document.save(_ -> {});
    }

    private static String text(Document document) {
        return document.notebook().cells().getFirst().source().toString();
    }

    private boolean isSent(Path copy) {
        try {
            return desk.services().copies().isSent(copy, files);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void await(Document document, SaveState wanted) throws InterruptedException {
        pumpUntil(() -> document.state().save().equals(wanted));
    }

    private void pumpUntil(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            var task = owner.poll(10, TimeUnit.SECONDS);
            if (task == null) {
                throw new AssertionError("waited in vain");
            }
            task.run();
        }
    }
}
