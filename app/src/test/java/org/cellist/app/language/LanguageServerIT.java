package org.cellist.app.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.cellist.app.notebook.model.NotebookEdit;
import org.cellist.app.notebook.store.NotebookStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A notebook's language server, the real python-lsp-server and some that behave badly.
class LanguageServerIT extends ServedNotebook {

    @BeforeAll
    static void theServerIsInstalled() {
        boolean isThere =
                Files.isExecutable(Path.of("/usr/bin/pylsp"))
                        && Files.isDirectory(Path.of("/usr/lib/python3/dist-packages/pyflakes"));
        assertTrue(isThere, "sudo apt-get install -y python3-pylsp python3-pyflakes");
    }

    // ---- the real one

    @Test
    void anUndefinedNameIsFoundInItsCellAndOthersSeeEachOthersNames() throws Exception {
        open(RealServers.pylsp(), "%matplotlib inline\nx = 1", "!ls\n'😀'; print(x + missing)");

        await(() -> !language.problems().isEmpty());

        var problem = language.problems().getFirst();
        assertEquals(1, language.problems().size(), () -> language.problems().toString());
        assertEquals(cell(1), problem.cell());
        assertEquals("missing", text(problem));
        assertTrue(problem.message().contains("missing"), problem::message);
        assertEquals(Problem.Severity.ERROR, problem.severity());
    }

    @Test
    void whatIpythonAllowsIsNoProblem() throws Exception {
        open(
                RealServers.pylsp(),
                "import asyncio\nawait asyncio.sleep(0)\ndisplay(In, Out, _)",
                "%%bash\nif then",
                "%timeit -n 3 sum([1])\nfiles = !ls\nlen?",
                "print(undefined)");

        await(() -> !language.problems().isEmpty());

        assertEquals(
                List.of("undefined"),
                language.problems().stream().map(this::text).toList(),
                () -> language.problems().toString());
    }

    @Test
    void anEditReachesTheServer() throws Exception {
        open(RealServers.pylsp(), "a = 1\nprint(wrong)");
        await(() -> !language.problems().isEmpty());

        edit(0, 12, 5, "a");

        await(() -> language.problems().isEmpty());
        edit(0, 0, 0, "b");
        await(() -> language.problems().stream().anyMatch(it -> text(it).equals("a")));
    }

    @Test
    void aDefinitionIsFoundInTheNotebookAndElsewhere() throws Exception {
        Files.writeString(folder.resolve("mine.py"), "\ndef helper():\n    return 1\n");
        open(
                RealServers.pylsp(),
                "def f():\n    return 1",
                "f()",
                "from mine import helper\nhelper()");
        awaitReady();

        var here = ask(language::define, 1, 0);
        var there = ask(language::define, 2, 26);

        assertEquals(new Definition.InCell(cell(0), 4, 5), here);
        assertEquals(new Definition.InFile(folder.resolve("mine.py"), 2, 5), there);
    }

    @Test
    void whatStandsThereIsDescribed() throws Exception {
        open(RealServers.pylsp(), "def area(width):\n    '''How large.'''", "area(2)");
        awaitReady();

        var words = (String) ask(language::describe, 1, 1);

        assertTrue(words.contains("area(width)") && words.contains("How large."), words);
    }

    @Test
    void aNameIsReplacedInAllCellsInOneStep() throws Exception {
        open(RealServers.pylsp(), "count = 1\ncount += 1", "print('count', count, f'{count}')");
        awaitReady();

        var renaming = rename(0, 0, "count", "größe");

        var possible = assertInstanceOf(Renaming.Possible.class, renaming);
        onOwner(() -> store.apply(possible.edit()));
        assertEquals("größe = 1\ngröße += 1", store.notebook().cells().get(0).source());
        assertEquals("print('count', größe, f'{größe}')", store.notebook().cells().get(1).source());
        onOwner(() -> store.undo());
        assertEquals("count = 1\ncount += 1", store.notebook().cells().get(0).source());
    }

    @Test
    void aNameOfAnotherFileIsNotReplaced() throws Exception {
        Files.writeString(folder.resolve("mine.py"), "\ndef helper():\n    return 1\n");
        open(RealServers.pylsp(), "from mine import helper\nhelper()");
        awaitReady();

        var renaming = rename(0, 24, "helper", "other");

        assertEquals(new Renaming.DefinedElsewhere(folder.resolve("mine.py"), 2), renaming);
    }

    @Test
    void codeIsCompletedAndCallsAndChoicesAreExplained() throws Exception {
        Files.writeString(
                folder.resolve("mine.py"),
                "def halved(number, digits=2):\n    'Half of it.'\ndef hidden(): pass\n");
        open(RealServers.pylsp(), "import mine\n'😀'; mine.h", "mine.halved(1, )");
        awaitReady();

        var found = (Completions) ask(language::complete, 0, 24);
        var call = (String) ask(language::callAround, 1, 15);
        var first = found.all().getFirst();
        var words = new CompletableFuture<LanguageAnswer<String>>();
        onOwner(() -> language.explain(cell(0), first, words::complete));

        assertEquals("h", source(0).substring(found.start(), found.end()));
        assertEquals(
                List.of("halved", "hidden"), found.all().stream().map(Completion::text).toList());
        assertEquals("function", first.type());
        assertEquals("halved(number, digits=2)", call);
        var given = words.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        var told = (String) assertInstanceOf(LanguageAnswer.Given.class, given).value();
        assertTrue(told.contains("Half of it."), told);
    }

    @Test
    void whatIsTriedOutIsCodeBehindTheNotebooks() throws Exception {
        open(RealServers.pylsp(), "rooms = 1", "print(rooms)");
        var tried = new NotebookStore(notebook("rooms + doors", "if"), Clock.systemUTC());
        var beside = new AtomicReference<@Nullable NotebookLanguage>();
        onOwner(() -> beside.set(language.beside(tried)));
        var scratch = Objects.requireNonNull(beside.get());
        var first = tried.notebook().cells().getFirst().id();
        await(() -> !scratch.problems().isEmpty());
        onOwner(() -> tried.apply(new NotebookEdit.RemoveCells(List.of(ids(tried).getLast()))));
        await(() -> scratch.problems().stream().anyMatch(it -> it.message().contains("doors")));

        var found = new CompletableFuture<LanguageAnswer<Definition>>();
        var renaming = new CompletableFuture<LanguageAnswer<Renaming>>();
        onOwner(() -> scratch.define(first, 2, found::complete));
        onOwner(() -> language.rename(cell(0), 0, "rooms", "halls", renaming::complete));
        var name = found.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertEquals(new LanguageAnswer.Given<>(new Definition.InCell(cell(0), 0, 5)), name);
        var given = renaming.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        var possible =
                assertInstanceOf(
                        Renaming.Possible.class,
                        assertInstanceOf(LanguageAnswer.Given.class, given).value());
        onOwner(() -> language.apply(possible.edit()));

        assertEquals("print(halls)", store.notebook().cells().get(1).source());
        assertEquals("halls + doors", tried.notebook().cells().getFirst().source());
        assertEquals(List.of(), language.problems());
    }

    // ---- bad ones

    @Test
    void aServerThatEndsAtOnceIsGivenUpWithItsLastWords() throws Exception {
        open(RealServers.script("echo broken >&2; exit 3"), "x = 1");

        await(() -> language.state() instanceof LanguageState.Off);

        assertEquals(new LanguageState.Off("sh", "broken"), language.state());
    }

    @Test
    void aServerThatSpeaksNonsenseIsGivenUp() throws Exception {
        open(RealServers.script("while :; do echo what nonsense; done"), "x = 1");

        await(() -> language.state() instanceof LanguageState.Off);
    }

    @Test
    void aServerThatNeverAnswersKeepsNobodyWaiting() throws Exception {
        open(RealServers.script("cat >/dev/null"), "x = 1");
        await(() -> language.state() instanceof LanguageState.Starting);

        var answer = new CompletableFuture<LanguageAnswer<Definition>>();
        onOwner(() -> language.define(cell(0), 0, answer::complete));

        assertInstanceOf(
                LanguageAnswer.NoServer.class, answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    @Test
    void withoutAServerNothingHappens() throws Exception {
        open(LanguageServers.NONE, "x = missing");

        await(() -> language.state() instanceof LanguageState.Missing);

        assertEquals(List.of(), language.problems());
    }

    @Test
    void aServerEndsWithTheNotebookAndSoDoesWhatItStarted() throws Exception {
        var note = folder.resolve("pids");
        open(RealServers.script("sleep 1000 & echo $! $$ >" + note + "; wait"), "x = 1");
        await(() -> Files.exists(note) && !read(note).isBlank());
        var pids = List.of(read(note).strip().split(" "));

        onOwner(language::close);

        for (var pid : pids) {
            var handle = ProcessHandle.of(Long.parseLong(pid));
            if (handle.isPresent()) {
                handle.get().onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
