package org.cellist.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cellist.app.cli.CliProcess.Ended;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.format.NotebookWriter;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `cellist run` as a process, on the `python3` kernel of this machine and the built-in Java
/// kernel.
class RunIT {

    @TempDir static Path settings;
    @TempDir Path folder;

    @BeforeAll
    static void needsPython() throws IOException, InterruptedException {
        var kernels = CliProcess.run(settings, "kernels");
        assertTrue(
                kernels.out().lines().anyMatch(line -> line.startsWith("python3 ")),
                () ->
                        "There is no python3 kernel. Type: sudo apt-get install -y python3-ipykernel\n"
                                + kernels.out());
    }

    @Test
    void outputsArePrintedAndNothingIsWritten() throws IOException, InterruptedException {
        var notebook = notebook(cell("print('안녕')"), cell("6 * 7"));
        var before = Files.readString(notebook);

        var ended = run(notebook);

        assertEquals(new Ended(0, "안녕\n42\n", ended.err()), ended);
        assertTrue(ended.err().contains("cell 2 of 2: 6 * 7"), ended::err);
        assertEquals(before, Files.readString(notebook));
        assertEquals(List.of("n.ipynb"), names());
    }

    @Test
    void aFailedCellEndsTheRunAndTheOutputsSoFarAreWritten()
            throws IOException, InterruptedException {
        var notebook = notebook(cell("print('one')"), cell("1 / 0"), cell("print('three')"));
        var target = folder.resolve("o.ipynb");

        var ended = run(notebook, "-o", target);

        var written = Files.readString(target);
        assertEquals(1, ended.code(), ended::err);
        assertTrue(written.contains("one\\n") && written.contains("ZeroDivisionError"), written);
        assertFalse(written.contains("three\\n"), written);
        assertTrue(ended.err().contains("Cell 2 failed"), ended::err);
    }

    @Test
    void afterAnErrorNoCellRunsHoweverSoonItComes() throws IOException, InterruptedException {
        var ran = folder.resolve("ran");
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < 30; i++) {
            cells.add(cell(i == 5 ? "syntax error" : "open('ran', 'a').write('%d ')".formatted(i)));
        }

        var ended = run(notebook(cells.toArray(Cell[]::new)));

        assertEquals(1, ended.code(), ended::err);
        assertEquals("0 1 2 3 4 ", Files.readString(ran));
    }

    @Test
    void errorsAreAllowedByTheOptionAndByTheTag() throws IOException, InterruptedException {
        var untagged = notebook(cell("1 / 0"), cell("print('after')"));
        var byOption = run(untagged, "--allow-errors");
        var byTag = run(notebook(cell("1 / 0", "raises-exception"), cell("print('after')")));

        assertEquals(List.of(0, 0), List.of(byOption.code(), byTag.code()));
        assertTrue(byOption.out().endsWith("after\n"), byOption::out);
        assertTrue(byTag.out().endsWith("after\n"), byTag::out);
    }

    @Test
    void aSkippedCellIsNotRun() throws IOException, InterruptedException {
        var ended = run(notebook(cell("print('no')", "skip-execution"), cell("print('yes')")));

        assertEquals("yes\n", ended.out());
    }

    @Test
    void aMissingKernelspecIsNamedWithTheClosestAndTheWayToIt()
            throws IOException, InterruptedException {
        var byNotebook = run(notebook("octave", cell("1")));
        var byOption = run(notebook(cell("1")), "--kernel", "python9");

        assertEquals(List.of(3, 3), List.of(byNotebook.code(), byOption.code()));
        assertTrue(byNotebook.err().contains("\"octave\""), byNotebook::err);
        assertTrue(byNotebook.err().contains("install"), byNotebook::err);
        assertTrue(byOption.err().contains("Closest: python3"), byOption::err);
    }

    @Test
    void aKernelThatDiesEndsTheRun() throws IOException, InterruptedException {
        var target = folder.resolve("o.ipynb");
        var notebook = notebook(cell("print('one')"), cell("import os; os._exit(7)"));

        var ended = run(notebook, "-o", target);

        assertEquals(3, ended.code(), ended::err);
        assertTrue(ended.err().contains("ended with code 7"), ended::err);
        assertTrue(Files.readString(target).contains("one\\n"));
    }

    @Test
    void ctrlCKeepsTheOutputsSoFar() throws IOException, InterruptedException {
        var target = folder.resolve("o.ipynb");
        var notebook =
                notebook(
                        cell("print('one')"),
                        cell("import time; time.sleep(600)"),
                        cell("print('three')"));

        try (var process = CliProcess.start(settings, "run", notebook, "-o", target)) {
            process.awaitProgress("cell 2 of 3");
            process.signalInterrupt();
            var ended = process.end();

            var written = Files.readString(target);
            assertEquals(130, ended.code(), ended::err);
            assertTrue(written.contains("one\\n"), written);
            assertFalse(written.contains("three\\n"), written);
            assertTrue(ended.err().contains("outputs so far are kept"), ended::err);
        }
    }

    @Test
    void aCellThatTakesTooLongIsInterrupted() throws IOException, InterruptedException {
        var notebook = notebook(cell("import time; time.sleep(600)"));

        var ended = run(notebook, "--timeout", "1.5");

        assertEquals(1, ended.code(), ended::err);
        assertTrue(ended.out().contains("KeyboardInterrupt"), ended::out);
    }

    @Test
    void aCellThatTakesTooLongFailsAlthoughItsCodeCatchesTheInterrupt()
            throws IOException, InterruptedException {
        var stubborn =
                """
                import time
                try:
                    time.sleep(600)
                except KeyboardInterrupt:
                    print('caught')""";

        var ended = run(notebook(cell(stubborn), cell("print('next')")), "--timeout", "1.5");
        var goesOn =
                run(
                        notebook(cell(stubborn, "raises-exception"), cell("print('next')")),
                        "--timeout",
                        "1.5");

        assertEquals(new Ended(1, "caught\n", ended.err()), ended);
        assertTrue(ended.err().contains("longer than allowed"), ended::err);
        assertEquals(new Ended(0, "caught\nnext\n", goesOn.err()), goesOn);
        assertTrue(goesOn.err().contains("longer than allowed"), goesOn::err);
    }

    @Test
    void withoutAKernelTheTargetStaysAsItIs() throws IOException, InterruptedException {
        var target = Files.writeString(folder.resolve("o.ipynb"), "as it was");
        var notebook = notebook("octave", cell("1"));

        var ended = run(notebook, "-o", target);

        assertEquals(3, ended.code(), ended::err);
        assertEquals("as it was", Files.readString(target));
    }

    @Test
    void parametersAreInTheLanguageOfTheKernelspecThatIsNamed()
            throws IOException, InterruptedException {
        var kernelspec = JsonObject.EMPTY.with("name", new JsonString("java"));
        var metadata = JsonObject.EMPTY.with("kernelspec", kernelspec);
        var notebook = write(metadata, cell("System.out.println(a + 2);"));

        var ended = run(notebook, "-p", "a=40");

        assertEquals(new Ended(0, "42\n", ended.err()), ended);
    }

    @Test
    void codeThatAsksForInputFails() throws IOException, InterruptedException {
        var ended = run(notebook(cell("input('name? ')")));

        assertEquals(1, ended.code(), ended::err);
        assertTrue(ended.out().contains("StdinNotImplementedError"), ended::out);
    }

    @Test
    void parametersFollowTheirDefaults() throws IOException, InterruptedException {
        var notebook = notebook(cell("a = 1; b = 'x'", "parameters"), cell("print(a, repr(b), c)"));

        var ended = run(notebook, "-p", "a=0.5", "-r", "b=0.5", "-p", "c=[1, {k: null}]");

        assertEquals("0.5 '0.5' [1, {'k': None}]\n", ended.out(), ended::err);
    }

    @Test
    void inPlaceOnlyOutputsAndCountsChange() throws IOException, InterruptedException {
        var notebook = notebook(cell("print('one')"));
        var before = Files.readString(notebook);

        assertEquals(0, run(notebook, "--inplace").code());

        var outputs =
                """
                   "outputs": [
                    {
                     "name": "stdout",
                     "output_type": "stream",
                     "text": [
                      "one\\n"
                     ]
                    }
                   ],
                """;
        assertEquals(
                before.replace("   \"outputs\": [],\n", outputs)
                        .replace("\"execution_count\": null", "\"execution_count\": 1"),
                Files.readString(notebook));
    }

    @Test
    void whatAnotherProgramWroteMeanwhileStaysByWhateverNameTheNotebookIsTheTarget()
            throws IOException, InterruptedException {
        var notebook = notebook(cell("print('one'); open('n.ipynb', 'a').write(' ')"));
        var before = Files.readString(notebook);
        var link = Files.createSymbolicLink(folder.resolve("link.ipynb"), notebook);

        var ended = run(notebook, "-o", link);

        assertEquals(1, ended.code(), ended::err);
        assertEquals(before + " ", Files.readString(notebook));
        assertEquals(List.of("link-outputs.ipynb", "link.ipynb", "n.ipynb"), names());
        var outputs = Files.readString(folder.resolve("link-outputs.ipynb"));
        assertTrue(outputs.contains("one\\n"), outputs);
    }

    @Test
    void theJavaKernelRunsWithoutAnythingInstalled() throws IOException, InterruptedException {
        var notebook = notebook(cell("System.out.println(a + 2);"));

        var ended = run(notebook, "--kernel", "java", "-p", "a=40");

        assertEquals(new Ended(0, "42\n", ended.err()), ended);
    }

    private Ended run(Path notebook, Object... options) throws IOException, InterruptedException {
        var arguments = new ArrayList<Object>(List.of("run", notebook));
        arguments.addAll(List.of(options));
        return CliProcess.run(settings, arguments.toArray());
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Path notebook(Cell... cells) throws IOException {
        return notebook("python3", cells);
    }

    private Path notebook(String kernel, Cell... cells) throws IOException {
        var language = kernel.equals("octave") ? "octave" : "python";
        var kernelspec =
                JsonObject.EMPTY
                        .with("display_name", new JsonString(kernel))
                        .with("language", new JsonString(language))
                        .with("name", new JsonString(kernel));
        var info = JsonObject.EMPTY.with("name", new JsonString(language));
        return write(
                JsonObject.EMPTY.with("kernelspec", kernelspec).with("language_info", info), cells);
    }

    private Path write(JsonObject metadata, Cell... cells) throws IOException {
        var notebook = NewNotebook.empty().withMetadata(metadata).withCells(List.of(cells));
        var file = folder.resolve("n.ipynb");
        Files.write(file, new NotebookWriter().write(notebook).toByteArray());
        return file;
    }

    private static CodeCell cell(String source, String... tags) {
        var written = List.of(tags).stream().<JsonValue>map(JsonString::new).toList();
        return new CodeCell(
                new CellId("c" + Integer.toHexString(source.hashCode())),
                source,
                tags.length == 0
                        ? JsonObject.EMPTY
                        : JsonObject.EMPTY.with("tags", new JsonArray(written)),
                null,
                CellOutputs.NONE,
                null);
    }
}
