package org.cellist.app.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.store.NotebookStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Servers that greet as they should and then crash, flood or fall silent; and a Cellist that is
/// killed.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the servers are started by the PATH of Unix")
class LanguageAbuseIT {

    private static final long PATIENCE_SECONDS = 60;

    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final ThreadPoolExecutor owner =
            new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, tasks);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final BlockingQueue<LanguageState> states = new LinkedBlockingQueue<>();
    private final NotebookStore store =
            new NotebookStore(
                    NewNotebook.empty()
                            .withCells(List.of(NewNotebook.cell(CellType.CODE, "x = 1"))),
                    Clock.systemUTC());
    @TempDir private Path folder;
    private NotebookLanguage language;

    @BeforeEach
    void begin() {
        language = new NotebookLanguage(store, around(LanguageServers.NONE));
    }

    private NotebookLanguage.Surroundings around(LanguageServers servers) {
        return new NotebookLanguage.Surroundings(servers, owner, timer);
    }

    @AfterEach
    void end() throws Exception {
        onOwner(language::close);
        owner.shutdown();
        timer.shutdownNow();
    }

    @Test
    void aServerThatCrashesIsStartedAgainAfterAMomentAndAnswers() throws Exception {
        open("crash");

        var seen = new ArrayList<LanguageState>();
        while (seen.size() < 4) {
            seen.add(next());
        }

        var ready = new LanguageState.Ready("python3");
        var starting = new LanguageState.Starting();
        assertEquals(List.of(starting, ready, starting, ready), seen);
        assertEquals(2, Files.size(note()));
        assertInstanceOf(LanguageAnswer.Given.class, ask());
    }

    @Test
    void aFloodOfProblemsIsAFewTasksAndThenTheServerIsEnded() throws Exception {
        var mayGoOn = new CountDownLatch(1);
        onOwner(() -> {}); // its thread is there
        owner.execute(() -> await(mayGoOn));

        var servers = BadServers.that("flood", note());
        language = new NotebookLanguage(store, around(servers));
        language.onChange(() -> states.add(language.state()));
        language.follow(RealServers.python(), folder, "Flooded.ipynb");
        for (var process : processes()) {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }

        assertTrue(tasks.size() <= 3, () -> tasks.size() + " tasks wait");
        mayGoOn.countDown();
        onOwner(() -> {});
        assertEquals(List.of(), language.problems());
    }

    @Test
    void aServerThatFallsSilentAnswersNobodyAndIsStartedAgain() throws Exception {
        open("silent");
        assertInstanceOf(LanguageState.Starting.class, next());
        assertInstanceOf(LanguageState.Ready.class, next());

        var first = asked();
        var second = asked();

        assertInstanceOf(LanguageAnswer.Late.class, first.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        assertInstanceOf(LanguageAnswer.Late.class, second.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        assertInstanceOf(LanguageState.Starting.class, next());
        assertInstanceOf(LanguageState.Ready.class, next());
        assertEquals(2, Files.size(note()));
    }

    @Test
    void afterKillMinus9NeitherTheServerNorWhatItStartedLives() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var killed =
                new ProcessBuilder(
                                java,
                                "-cp",
                                System.getProperty("java.class.path"),
                                LanguageOwner.class.getName(),
                                folder.toString(),
                                note().toString())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var started = processes();
        assertEquals(2, started.size());

        killed.destroyForcibly().waitFor();

        for (var process : started) {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    // ---- around

    private Path note() {
        return folder.resolve("note");
    }

    private void open(String how) throws Exception {
        var servers = BadServers.that(how, note());
        onOwner(
                () -> {
                    language = new NotebookLanguage(store, around(servers));
                    language.onChange(this::changed);
                    language.follow(RealServers.python(), folder, "Bad.ipynb");
                });
    }

    private void changed() {
        states.add(language.state());
    }

    private LanguageState next() throws InterruptedException {
        var next = states.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertTrue(next != null, "nothing changed");
        return next;
    }

    private LanguageAnswer<Definition> ask() throws Exception {
        return asked().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private CompletableFuture<LanguageAnswer<Definition>> asked() throws Exception {
        var answer = new CompletableFuture<LanguageAnswer<Definition>>();
        CellId cell = store.notebook().cells().getFirst().id();
        onOwner(() -> language.define(cell, 0, answer::complete));
        return answer;
    }

    /// Returns the server, and what it started, as soon as it has seen the program.
    private List<ProcessHandle> processes() throws Exception {
        var ids = folder.resolve("note.ids");
        try (var watch = folder.getFileSystem().newWatchService()) {
            folder.register(
                    watch,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY);
            while (!Files.exists(ids) || !Files.readString(ids).endsWith("\n")) {
                var key = watch.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                assertTrue(key != null, "no server was started");
                key.pollEvents();
                key.reset();
            }
        }
        return Stream.of(Files.readString(ids).strip().split(" "))
                .map(id -> ProcessHandle.of(Long.parseLong(id)))
                .flatMap(Optional::stream)
                .toList();
    }

    private void onOwner(Runnable task) throws Exception {
        owner.submit(task).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
