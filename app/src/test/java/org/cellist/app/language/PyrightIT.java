package org.cellist.app.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A notebook's language server where that is the real basedpyright.
class PyrightIT extends ServedNotebook {

    /// `.build/setup-kernels.sh` puts it there.
    private static final Path SERVER =
            Path.of("..", ".venvs", "basedpyright", "bin", "basedpyright-langserver")
                    .toAbsolutePath()
                    .normalize();

    @BeforeEach
    void theServerIsInstalled() {
        assumeTrue(
                Files.isExecutable(SERVER),
                "neither the Python package index nor npm had basedpyright: remove "
                        + ".venvs/basedpyright, and start .build/setup-kernels.sh where one is"
                        + " reached");
    }

    private void open(String... sources) throws Exception {
        open(RealServers.script("exec '" + SERVER + "' --stdio"), sources);
    }

    @Test
    void anUndefinedNameIsFoundAndWhatIpythonAllowsIsNoProblem() throws Exception {
        open(
                "%matplotlib inline\nrooms = 1",
                "import asyncio\nawait asyncio.sleep(0)\ndisplay(In, Out, _)",
                "%%bash\nif then",
                "%timeit -n 3 sum([1])\nfiles = !ls\nlen?",
                "!ls\n'😀'; print(rooms + missing)");

        await(() -> !language.problems().isEmpty());

        assertEquals(
                List.of("missing"),
                language.problems().stream().map(this::text).toList(),
                () -> language.problems().toString());
        var problem = language.problems().getFirst();
        assertEquals(cell(4), problem.cell());
        assertEquals(Problem.Severity.ERROR, problem.severity());
    }

    @Test
    void anEditReachesTheServer() throws Exception {
        open("a = 1\nprint(wrong)");
        await(() -> !language.problems().isEmpty());

        edit(0, 12, 5, "a");

        await(() -> language.problems().isEmpty());
    }

    @Test
    void aDefinitionIsFoundInTheNotebookAndElsewhere() throws Exception {
        Files.writeString(folder.resolve("mine.py"), "\ndef helper():\n    return 1\n");
        open("def f():\n    return 1", "f()", "from mine import helper\nhelper()");
        awaitReady();

        var here = ask(language::define, 1, 0);
        var there = ask(language::define, 2, 26);

        assertEquals(new Definition.InCell(cell(0), 4, 5), here);
        assertEquals(new Definition.InFile(folder.resolve("mine.py"), 2, 5), there);
    }

    @Test
    void whatStandsThereIsDescribed() throws Exception {
        open("def area(width: int):\n    '''How large.'''", "area(2)");
        awaitReady();

        var words = (String) ask(language::describe, 1, 1);

        assertTrue(words.contains("def area(width: int)") && words.contains("How large."), words);
    }

    @Test
    void aNameIsReplacedInAllCells() throws Exception {
        open("%pip list\ncount = 1\ncount += 1", "print('count', count, f'{count}')");
        awaitReady();

        var renaming = rename(0, 12, "count", "größe");

        var possible = assertInstanceOf(Renaming.Possible.class, renaming);
        onOwner(() -> store.apply(possible.edit()));
        assertEquals("%pip list\ngröße = 1\ngröße += 1", source(0));
        assertEquals("print('count', größe, f'{größe}')", source(1));
    }

    @Test
    void aNameOfAnotherFileIsNotReplaced() throws Exception {
        Files.writeString(folder.resolve("mine.py"), "\ndef helper():\n    return 1\n");
        open("from mine import helper\nhelper()");
        awaitReady();

        var renaming = rename(0, 24, "helper", "other");

        assertEquals(new Renaming.DefinedElsewhere(folder.resolve("mine.py"), 2), renaming);
    }

    @Test
    void codeIsCompletedAndCallsAndChoicesAreExplained() throws Exception {
        Files.writeString(
                folder.resolve("mine.py"),
                "def halved(number: int, digits: int = 2):\n    'Half of it.'\ndef hidden(): pass\n");
        open("import mine\n'😀'; mine.h", "mine.halved(1, )");
        awaitReady();

        var found = (Completions) ask(language::complete, 0, 24);
        var call = (String) ask(language::callAround, 1, 15);
        var first = found.all().getFirst();
        var words = new CompletableFuture<LanguageAnswer<String>>();
        onOwner(() -> language.explain(cell(0), first, words::complete));

        assertEquals("h", source(0).substring(found.start(), found.end()));
        assertEquals(
                List.of("halved", "hidden"),
                found.all().stream().map(Completion::text).limit(2).toList());
        assertEquals("function", first.type());
        assertTrue(call.startsWith("(number: int, digits: int"), call);
        var told = (String) given(words);
        assertTrue(told.contains("Half of it."), told);
    }
}
