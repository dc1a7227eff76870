package org.cellist.app.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell.RawCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.NotebookEdit.EditSource;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.runtime.ToolOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Scripts that are open at a time, with played servers.
class ScriptsLanguageTest {

    private static final long PATIENCE_SECONDS = 60;
    private static final CellId TEXT = new CellId("text"); // of every script

    private final ExecutorService owner = Executors.newSingleThreadExecutor();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final List<Process> started = new CopyOnWriteArrayList<>();
    private final OpenServers servers = new OpenServers(this::start);
    private final NotebookStore oneText = store("rooms = 1");
    private final NotebookStore otherText = store("rooms = 2");
    private final NotebookLanguage one = script(oneText);
    private final NotebookLanguage other = script(otherText);

    private ToolOutcome start(Object kernelspec, Path folder, Path root) {
        var outcome = new PlayedServer().start(PlayedServer.kernelspec("python"), folder, root);
        started.add(assertInstanceOf(ToolOutcome.Started.class, outcome).process());
        return outcome;
    }

    private static NotebookStore store(String text) {
        var cell = new RawCell(TEXT, text, JsonObject.EMPTY, Map.of(), null);
        return new NotebookStore(NewNotebook.empty().withCells(List.of(cell)), Clock.systemUTC());
    }

    private NotebookLanguage script(NotebookStore store) {
        var around = new NotebookLanguage.Surroundings(servers.found(), owner, timer);
        return NotebookLanguage.ofScript(store, around, servers);
    }

    private void follow(NotebookLanguage language, String folder, String name) throws Exception {
        var python = PlayedServer.kernelspec("python");
        onOwner(() -> language.follow(python, Path.of(folder), name));
        await(() -> language.state() instanceof LanguageState.Ready);
    }

    @AfterEach
    void end() throws Exception {
        onOwner(
                () -> {
                    one.close();
                    other.close();
                });
        owner.shutdown();
        timer.shutdownNow();
    }

    @Test
    void scriptsOfOneFolderHaveOneServerAndEachItsProblems() throws Exception {
        follow(one, "/rooms", "one.py");
        follow(other, "/rooms", "other.py");

        onOwner(() -> write(otherText, "wrong"));

        await(() -> other.problems().size() == 1);
        assertEquals(1, started.size());
        assertEquals(List.of(), one.problems());
    }

    @Test
    void aNameIsReplacedInOneScriptOnly() throws Exception {
        follow(one, "/rooms", "one.py");
        follow(other, "/rooms", "other.py");
        var answer = new CompletableFuture<LanguageAnswer<Renaming>>();

        onOwner(() -> one.rename(TEXT, 1, "rooms", "halls", answer::complete));

        var given =
                assertInstanceOf(
                        LanguageAnswer.Given.class, answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        var possible = assertInstanceOf(Renaming.Possible.class, given.value());
        onOwner(() -> one.apply(possible.edit()));
        assertEquals("halls = 1", text(oneText));
        assertEquals("rooms = 2", text(otherText));
    }

    @Test
    void theServerGoesOnUntilTheLastScriptIsClosed() throws Exception {
        follow(one, "/rooms", "one.py");
        follow(other, "/rooms", "other.py");

        onOwner(one::close);
        onOwner(() -> write(otherText, "wrong"));
        await(() -> other.problems().size() == 1);
        onOwner(other::close);

        await(() -> !isOpen(started.getFirst()));
    }

    @Test
    void aScriptOfAnotherFolderHasAServerOfItsOwn() throws Exception {
        follow(one, "/rooms", "one.py");
        follow(other, "/halls", "other.py");
        assertEquals(2, started.size());

        follow(other, "/rooms", "other.py");
        onOwner(() -> write(otherText, "wrong"));

        await(() -> other.problems().size() == 1);
        await(() -> !isOpen(started.get(1)));
        assertEquals(2, started.size());
    }

    /// A played server lives as long as what is written to it can be.
    private static boolean isOpen(Process process) {
        return process.isAlive();
    }

    private static String text(NotebookStore store) {
        return store.notebook().cells().getFirst().source();
    }

    private static void write(NotebookStore store, String text) {
        store.apply(new EditSource(TEXT, 0, text(store).length(), text, null));
    }

    private void await(BooleanSupplier condition) throws Exception {
        var seen = new CompletableFuture<Void>();
        var looking =
                timer.scheduleWithFixedDelay(
                        () ->
                                owner.execute(
                                        () -> {
                                            if (condition.getAsBoolean()) {
                                                seen.complete(null);
                                            }
                                        }),
                        0,
                        20,
                        TimeUnit.MILLISECONDS);
        try {
            seen.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } finally {
            looking.cancel(false);
        }
    }

    private void onOwner(Runnable task) throws Exception {
        owner.submit(task).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
