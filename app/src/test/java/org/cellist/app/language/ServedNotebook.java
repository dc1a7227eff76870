package org.cellist.app.language;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
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
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.model.NotebookEdit;
import org.cellist.app.notebook.store.NotebookStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A notebook with a language server, for tests that say which.
abstract class ServedNotebook {

    static final long PATIENCE_SECONDS = 90;

    final ExecutorService owner = Executors.newSingleThreadExecutor();
    final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    @TempDir Path folder;
    NotebookStore store;
    NotebookLanguage language;

    @BeforeEach
    final void begin() {
        store = new NotebookStore(NewNotebook.empty(), Clock.systemUTC());
        language = new NotebookLanguage(store, around(LanguageServers.NONE));
    }

    private NotebookLanguage.Surroundings around(LanguageServers servers) {
        var breaks = Collections.nCopies(SharedServer.BREAKS.size(), Duration.ofMillis(10));
        return new NotebookLanguage.Surroundings(servers, owner, timer, breaks);
    }

    @AfterEach
    final void end() throws Exception {
        onOwner(language::close);
        owner.shutdown();
        timer.shutdownNow();
    }

    void open(LanguageServers servers, String... sources) throws Exception {
        var notebook = notebook(sources);
        onOwner(
                () -> {
                    store = new NotebookStore(notebook, Clock.systemUTC());
                    language = new NotebookLanguage(store, around(servers));
                    language.follow(RealServers.python(), folder, "Notebook.ipynb");
                });
    }

    static Notebook notebook(String... sources) {
        var cells = Stream.of(sources).map(it -> NewNotebook.cell(CellType.CODE, it)).toList();
        return NewNotebook.empty().withCells(cells);
    }

    static List<CellId> ids(NotebookStore store) {
        return store.notebook().cells().stream().map(Cell::id).toList();
    }

    CellId cell(int index) {
        return store.notebook().cells().get(index).id();
    }

    String source(int index) {
        return store.notebook().cells().get(index).source();
    }

    String text(Problem problem) {
        var source = store.notebook().cell(problem.cell()).orElseThrow().source();
        return source.substring(problem.start(), problem.end());
    }

    void edit(int cell, int offset, int removed, String inserted) throws Exception {
        onOwner(
                () ->
                        store.apply(
                                new NotebookEdit.EditSource(
                                        cell(cell), offset, removed, inserted, null)));
    }

    interface Ask<T> {
        void ask(CellId cell, int offset, Consumer<LanguageAnswer<T>> then);
    }

    <T> Object ask(Ask<T> question, int cell, int offset) throws Exception {
        var answer = new CompletableFuture<LanguageAnswer<T>>();
        onOwner(() -> question.ask(cell(cell), offset, answer::complete));
        return given(answer);
    }

    static <T> Object given(CompletableFuture<LanguageAnswer<T>> answer) throws Exception {
        var told = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return assertInstanceOf(LanguageAnswer.Given.class, told).value();
    }

    Object rename(int cell, int offset, String before, String after) throws Exception {
        return ask(
                (CellId id, int at, Consumer<LanguageAnswer<Renaming>> then) ->
                        language.rename(id, at, before, after, then),
                cell,
                offset);
    }

    void awaitReady() throws Exception {
        await(() -> language.state() instanceof LanguageState.Ready);
    }

    /// Waits until the notebook's owner sees it so, after each change that is told.
    void await(BooleanSupplier condition) throws Exception {
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
        var again =
                timer.scheduleWithFixedDelay(
                        () ->
                                owner.execute(
                                        () -> {
                                            if (condition.getAsBoolean()) {
                                                seen.complete(null);
                                            }
                                        }),
                        50,
                        50,
                        TimeUnit.MILLISECONDS);
        try {
            seen.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } finally {
            again.cancel(false);
        }
    }

    void onOwner(Runnable task) throws Exception {
        owner.submit(task).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
