package org.cellist.app.ui.notebook.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.cellist.app.language.Definition;
import org.cellist.app.language.LanguageServers;
import org.cellist.app.language.LanguageState;
import org.cellist.app.language.NotebookLanguage;
import org.cellist.app.language.PlayedServer;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.app.ui.page.PageProblems;
import org.cellist.app.variables.DefinedCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LanguageViewModelTest {

    private static final long PATIENCE_SECONDS = 60;

    private final ExecutorService owner = Executors.newSingleThreadExecutor();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final PlayedScreen screen = new PlayedScreen();
    private NotebookStore store;
    private NotebookLanguage language;
    private LanguageViewModel model;
    private volatile @Nullable DefinedCode kernelKnows;

    @BeforeEach
    void begin() {
        store = new NotebookStore(NewNotebook.empty(), Clock.systemUTC());
        language = new NotebookLanguage(store, around(LanguageServers.NONE));
        model = new LanguageViewModel(language, store, this::askKernel, screen);
    }

    private NotebookLanguage.Surroundings around(LanguageServers servers) {
        return new NotebookLanguage.Surroundings(servers, owner, timer);
    }

    @AfterEach
    void end() throws Exception {
        onOwner(
                () -> {
                    model.close();
                    language.close();
                });
        owner.shutdown();
        timer.shutdownNow();
    }

    @Test
    void problemsAreCountedAndGoneThroughInTheirOrder() throws Exception {
        open(new PlayedServer(), "wrong = 1", "x", "wrong\nwrong");
        await(() -> !language.problems().isEmpty());
        assertEquals(new PageProblems(3, 0, ""), model.problemsProperty().get());
        assertTrue(model.marksProperty().get().cells().containsKey(id(2)));

        stand(1, 0);
        onOwner(() -> model.goToProblem(1));
        onOwner(() -> model.goToProblem(1));
        onOwner(() -> model.goToProblem(1));
        onOwner(() -> model.goToProblem(-1));

        assertEquals(
                List.of(
                        "edit 2 0 5",
                        "note Problem 2 of 3: this is wrong",
                        "edit 2 6 11",
                        "note Problem 3 of 3: this is wrong",
                        "edit 0 0 5",
                        "note Problem 1 of 3: this is wrong",
                        "edit 2 6 11",
                        "note Problem 3 of 3: this is wrong"),
                List.copyOf(screen.asked));
    }

    @Test
    void aProblemIsToldWhereItStands() throws Exception {
        open(new PlayedServer(), "x = wrong");
        await(() -> !language.problems().isEmpty());

        assertEquals("Error: this is wrong", model.problemsAt(id(0), 4));
        assertEquals("", model.problemsAt(id(0), 3));
    }

    @Test
    void aDefinitionInACellIsSelectedAndOneElsewhereIsOpened() throws Exception {
        open(new PlayedServer(), "rooms = 1", "print(rooms)");
        await(() -> language.state() instanceof LanguageState.Ready);

        onOwner(() -> model.goToDefinition(id(1), 8));
        assertEquals("jump 0 0 5", screen.next());
        onOwner(() -> model.goToDefinition(id(1), 2));
        assertEquals("open " + PlayedServer.LIBRARY + " 7 1", screen.next());
    }

    @Test
    void aNameIsReplacedInAllCellsAndOneUndoBringsItBack() throws Exception {
        open(new PlayedServer(), "rooms = 1", "print(rooms)");
        await(() -> language.state() instanceof LanguageState.Ready);
        stand(1, 8);

        screen.answer = " halls ";
        onOwner(() -> model.rename());

        assertEquals("ask rooms", screen.next());
        assertEquals("note “rooms” is now “halls” in 2 places", screen.next());
        assertEquals(List.of("halls = 1", "print(halls)"), sources());
        onOwner(() -> store.undo());
        assertEquals(List.of("rooms = 1", "print(rooms)"), sources());
    }

    @Test
    void aRefusedNameSaysWhyAndChangesNothing() throws Exception {
        open(new PlayedServer(), "rooms = 1", "print(rooms)");
        await(() -> language.state() instanceof LanguageState.Ready);

        stand(0, 0);
        screen.answer = "2 rooms";
        onOwner(() -> model.rename());
        stand(1, 0);
        screen.answer = "say";
        onOwner(() -> model.rename());
        stand(0, 8);
        onOwner(() -> model.rename());

        assertEquals("ask rooms", screen.next());
        assertEquals("note “2 rooms” cannot be a name in Python", screen.next());
        assertEquals("ask print", screen.next());
        assertEquals("note No name that can be changed stands here", screen.next());
        assertEquals("note The language server refused: a builtin", screen.next());
        assertEquals(List.of("rooms = 1", "print(rooms)"), sources());
    }

    @Test
    void withoutAServerNothingIsShownAndWhoAsksIsToldHowToGetOne() throws Exception {
        open(LanguageServers.NONE, "rooms = wrong");
        await(() -> language.state() instanceof LanguageState.Missing);
        assertEquals(PageProblems.NONE, model.problemsProperty().get());
        assertEquals(List.of(), List.copyOf(screen.asked));

        stand(0, 0);
        onOwner(() -> model.rename());

        assertEquals(
                "note No language server is installed. Run %pip install basedpyright in a cell,"
                        + " and ask again.",
                screen.next());
    }

    @Test
    void withoutAServerTheKernelSaysInWhichCellOrFileSomethingIsDefined() throws Exception {
        open(
                LanguageServers.NONE,
                "x = 1\n@cached\ndef area(width):\n    pass",
                "area(np.norm(1))");
        await(() -> language.state() instanceof LanguageState.Missing);

        kernelKnows = new DefinedCode("", 2, 4, "def area(width):");
        onOwner(() -> model.goToDefinition(id(1), 2));
        assertEquals("kernel area", screen.next());
        assertEquals("jump 0 18 22", screen.next());
        kernelKnows = new DefinedCode("/np.py", 7, 4, "def norm():");
        onOwner(() -> model.goToDefinition(id(1), 10));

        assertEquals("kernel np.norm", screen.next());
        assertEquals("open /np.py 7 5", screen.next());
    }

    @Test
    void whatTheKernelDoesNotKnowIsSaidToNeedAServer() throws Exception {
        open(LanguageServers.NONE, "x = 1\nf().y");
        await(() -> language.state() instanceof LanguageState.Missing);

        onOwner(() -> model.goToDefinition(id(0), 0));

        assertEquals("kernel x", screen.next());
        assertTrue(screen.next().startsWith("note No language server"));
        // Who is told so has a server looked for once more.
        await(() -> language.state() instanceof LanguageState.Missing);
        onOwner(() -> model.goToDefinition(id(0), 10));

        assertTrue(screen.next().startsWith("note No language server"));
    }

    // ---- around

    private void askKernel(String name, Consumer<Definition> then) {
        screen.asked.add("kernel " + name);
        var known = kernelKnows;
        then.accept(
                known == null
                        ? new Definition.Unknown()
                        : KernelDefinitions.in(store.notebook().cells(), known, name));
    }

    private void open(LanguageServers servers, String... sources) throws Exception {
        var cells = new ArrayList<Cell>();
        for (var source : sources) {
            cells.add(NewNotebook.cell(CellType.CODE, source));
        }
        var notebook = NewNotebook.empty().withCells(cells);
        onOwner(
                () -> {
                    store = new NotebookStore(notebook, Clock.systemUTC());
                    language = new NotebookLanguage(store, around(servers));
                    model = new LanguageViewModel(language, store, this::askKernel, screen);
                    language.follow(PlayedServer.kernelspec("python"), Path.of("/"), "Rooms.ipynb");
                });
    }

    private CellId id(int index) {
        return store.notebook().cells().get(index).id();
    }

    private List<String> sources() {
        return store.notebook().cells().stream().map(Cell::source).toList();
    }

    private void stand(int cell, int offset) {
        screen.place = new LanguageScreen.Place(id(cell), offset);
    }

    private void await(BooleanSupplier condition) throws Exception {
        var seen = new CompletableFuture<Void>();
        onOwner(
                () -> {
                    Runnable look =
                            () -> {
                                if (condition.getAsBoolean()) {
                                    seen.complete(null);
                                }
                            };
                    language.onChange(look);
                    look.run();
                });
        seen.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private void onOwner(Runnable task) throws Exception {
        owner.submit(task).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /// A page that notes what is asked of it, where the caret follows what is edited.
    private final class PlayedScreen implements LanguageScreen {

        final LinkedBlockingQueue<String> asked = new LinkedBlockingQueue<>();
        volatile @Nullable Place place;
        volatile String answer = "";

        String next() throws InterruptedException {
            var next = asked.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return next == null ? "nothing" : next;
        }

        @Override
        public @Nullable Place place() {
            return place;
        }

        @Override
        public boolean isEditing() {
            return true;
        }

        @Override
        public void edit(CellId cell, int start, int end) {
            asked.add("edit " + store.notebook().indexOf(cell) + " " + start + " " + end);
            place = new Place(cell, end);
        }

        @Override
        public void jump(CellId cell, int start, int end) {
            asked.add("jump " + store.notebook().indexOf(cell) + " " + start + " " + end);
        }

        @Override
        public void open(Path file, int line, int column) {
            asked.add("open " + file + " " + line + " " + column);
        }

        @Override
        public void note(String words) {
            asked.add("note " + words);
        }

        @Override
        public void askName(String name, Consumer<String> then) {
            asked.add("ask " + name);
            then.accept(answer);
        }
    }
}
