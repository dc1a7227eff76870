package org.cellist.app.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.NotebookEdit.EditSource;
import org.cellist.app.notebook.store.NotebookStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A notebook and what is tried out beside it, with one played server.
class ScratchLanguageTest {

    private static final long PATIENCE_SECONDS = 60;

    private final ExecutorService owner = Executors.newSingleThreadExecutor();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final NotebookStore notebook = store("rooms = 1", "print(rooms)");
    private final NotebookStore tried = store("rooms + 1");
    private final NotebookLanguage language =
            new NotebookLanguage(
                    notebook, new NotebookLanguage.Surroundings(new PlayedServer(), owner, timer));
    private final NotebookLanguage beside = language.beside(tried);

    private static NotebookStore store(String... sources) {
        var cells =
                Stream.of(sources).map(source -> NewNotebook.cell(CellType.CODE, source)).toList();
        return new NotebookStore(NewNotebook.empty().withCells(cells), Clock.systemUTC());
    }

    @BeforeEach
    void begin() throws Exception {
        var python = PlayedServer.kernelspec("python");
        onOwner(() -> language.follow(python, Path.of("/"), "Rooms.ipynb"));
        await(() -> beside.state() instanceof LanguageState.Ready);
    }

    @AfterEach
    void end() throws Exception {
        onOwner(
                () -> {
                    beside.close();
                    language.close();
                });
        owner.shutdown();
        timer.shutdownNow();
    }

    @Test
    void eachHasTheProblemsOfItsOwnCells() throws Exception {
        onOwner(() -> write(tried, "wrong"));
        await(() -> beside.problems().size() == 1);
        onOwner(() -> write(notebook, "wrong"));
        await(() -> language.problems().size() == 1);

        assertEquals(id(tried, 0), beside.problems().getFirst().cell());
        assertEquals(id(notebook, 0), language.problems().getFirst().cell());
        onOwner(() -> write(notebook, "rooms = 1"));
        await(() -> language.problems().isEmpty());
        assertEquals(1, beside.problems().size());
        onOwner(() -> write(tried, ""));
        await(() -> beside.problems().isEmpty());
    }

    @Test
    void aNameOfTheNotebookIsFoundThere() throws Exception {
        var answer = new CompletableFuture<LanguageAnswer<Definition>>();

        onOwner(() -> beside.define(id(tried, 0), 2, answer::complete));

        assertEquals(
                new LanguageAnswer.Given<>(new Definition.InCell(id(notebook, 0), 0, 5)),
                answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    @Test
    void aNewNameIsGivenInBothFromEither() throws Exception {
        rename(beside, id(tried, 0), "rooms", "halls");
        assertEquals(List.of("halls = 1", "print(halls)", "halls + 1"), sources());

        rename(language, id(notebook, 0), "halls", "doors");
        assertEquals(List.of("doors = 1", "print(doors)", "doors + 1"), sources());

        onOwner(() -> notebook.undo());
        assertEquals(List.of("halls = 1", "print(halls)", "doors + 1"), sources());
    }

    @Test
    void whatIsNoProgramYetKeepsNoNameOfTheNotebookFromChanging() throws Exception {
        onOwner(() -> write(tried, "rooms unfinished"));

        rename(language, id(notebook, 0), "rooms", "halls");

        assertEquals(List.of("halls = 1", "print(halls)", "rooms unfinished"), sources());
    }

    @Test
    void theNotebooksServerGoesOnWithoutWhatIsTriedOut() throws Exception {
        onOwner(beside::close);

        onOwner(() -> write(notebook, "wrong"));

        await(() -> language.problems().size() == 1);
    }

    private void rename(NotebookLanguage from, CellId cell, String before, String after)
            throws Exception {
        Consumer<CompletableFuture<LanguageAnswer<Renaming>>> ask =
                answer -> from.rename(cell, 1, before, after, answer::complete);
        var answer = new CompletableFuture<LanguageAnswer<Renaming>>();
        onOwner(() -> ask.accept(answer));
        var given =
                assertInstanceOf(
                        LanguageAnswer.Given.class, answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        var possible = assertInstanceOf(Renaming.Possible.class, given.value());
        onOwner(() -> from.apply(possible.edit()));
    }

    private static void write(NotebookStore store, String source) {
        var cell = store.notebook().cells().getFirst();
        store.apply(new EditSource(cell.id(), 0, cell.source().length(), source, null));
    }

    private static CellId id(NotebookStore store, int index) {
        return store.notebook().cells().get(index).id();
    }

    private List<String> sources() {
        return Stream.of(notebook, tried)
                .flatMap(store -> store.notebook().cells().stream())
                .map(Cell::source)
                .toList();
    }

    /// Waits until the owner sees it so, after each change that is told.
    private void await(BooleanSupplier condition) throws Exception {
        var seen = new CompletableFuture<Void>();
        Runnable look =
                () -> {
                    if (condition.getAsBoolean()) {
                        seen.complete(null);
                    }
                };
        onOwner(
                () -> {
                    language.onChange(look);
                    beside.onChange(look);
                    look.run();
                });
        seen.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private void onOwner(Runnable task) throws Exception {
        owner.submit(task).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
