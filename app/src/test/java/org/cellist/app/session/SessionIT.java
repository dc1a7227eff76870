package org.cellist.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cellist.app.execution.CellExecution.Done;
import org.cellist.app.execution.CellExecution.Failed;
import org.cellist.app.execution.CellExecution.NotRun;
import org.cellist.app.execution.CellExecution.Queued;
import org.cellist.app.execution.InputPrompt;
import org.cellist.kernel.protocol.json.JsonText;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Cells of a notebook on this disk run on the `python3` kernel of this machine.
class SessionIT {

    private static final String BLOCKS = "import threading; threading.Event().wait()";

    @TempDir Path folder;

    @Test
    void whatAThreadPrintsAfterItsCellEndedIsInThatCellAndInTheFile() throws Exception {
        try (var page = session("print('early')\n" + threadThatPrintsLate())) {
            page.runToTheEnd(0);

            letThreadPrint();
            page.until(() -> page.shown(0).equals("early\nlate\n"));

            var saved = page.save();
            assertTrue(saved.contains("\"early\\nlate\\n\""), saved);
        }
    }

    @Test
    void lateWordsDoNotReplaceTheOutputsOfAFileThatWasReadAgain() throws Exception {
        try (var page = session("print('ours')\n" + threadThatPrintsLate(), "1")) {
            page.runToTheEnd(0);
            var saved = page.save();

            Files.writeString(file(), saved.replace("ours\\n", "theirs\\n"));
            page.session.lookAtFile();
            page.until(() -> page.shown(0).equals("theirs\n"));
            letThreadPrint();
            page.runToTheEnd(1); // what the thread printed was heard before
            page.settle();

            assertEquals(List.of("theirs\n", "[1]"), page.allShown());
        }
    }

    @Test
    void aDisplayThatALaterCellRenewsChangesInTheCellThatShowedIt() throws Exception {
        try (var page =
                session("h = display('old', display_id=True)", "h.update('new'); print('done')")) {
            page.runToTheEnd(0);
            assertEquals("['old']", page.shown(0));

            page.runToTheEnd(1);
            page.until(() -> page.shown(0).equals("['new']"));

            assertEquals("done\n", page.shown(1));
            var saved = page.save();
            assertTrue(saved.contains("'new'\""), saved);
            assertFalse(saved.contains("'old'\""), saved);
        }
    }

    @Test
    void aRestartDuringARunAndAllCellsAgainGiveACompleteCleanResult() throws Exception {
        var blocksOnce = "import os\nprint('on')\nif not os.path.exists('again'): " + BLOCKS;
        try (var page = session("n = globals().get('n', 0) + 1; n", blocksOnce, "print(n)")) {
            page.run(0, 1, 2);
            page.until(() -> page.shown(1).equals("on\n"));

            Files.createFile(folder.resolve("again"));
            page.session.kernel().restart();
            assertInstanceOf(Failed.class, page.execution(1));
            assertEquals(new NotRun(), page.execution(2));
            page.runToTheEnd(0, 1, 2);
            page.settle();

            assertEquals(List.of("[1]", "on\n", "1\n"), page.allShown());
            assertEquals(List.of(1, 2, 3), page.executionCounts());
            assertTrue(Stream.of(0, 1, 2).allMatch(it -> page.execution(it) instanceof Done));
        }
    }

    @Test
    void aKernelThatIsKilledLeavesTheOutputsSoFarAndCanBeStartedAgain() throws Exception {
        var blocks = "import os\nprint(os.getpid())\n" + BLOCKS;
        try (var page = session("print('one')", blocks, "print('three')")) {
            page.run(0, 1, 2);
            page.until(() -> page.shown(1).endsWith("\n"));
            var pid = page.shown(1);
            assertEquals(new Queued(), page.execution(2));

            ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow().destroyForcibly();
            page.until(() -> page.kernelState() instanceof KernelState.Dead);
            page.until(page.session.kernel().queue()::isIdle);

            var dead = assertInstanceOf(KernelState.Dead.class, page.kernelState());
            assertEquals(128 + 9, dead.exit().exitCode());
            assertFalse(dead.exit().expected());
            assertEquals(List.of("one\n", pid, ""), page.allShown());
            assertInstanceOf(Failed.class, page.execution(1));
            assertEquals(new NotRun(), page.execution(2));

            page.session.kernel().restart();
            page.runToTheEnd(2);

            assertEquals(List.of("one\n", pid, "three\n"), page.allShown());
        }
    }

    @Test
    void aRunChangesTheBytesOfItsOwnCellOnly() throws Exception {
        var before =
                """
                {"nbformat":4, "nbformat_minor" : 5,
                  "metadata":{"language_info":{"name":"python"},"mine":[1.50, 1e2, "\\u00e9\\/"]},
                "cells" :[
                 {"cell_type":"code","id":"a","source":"1","metadata":{"x" : -0.0},
                  "execution_count":7,"outputs":[{"output_type":"stream","name":"stdout",
                  "text":["o","ld"]}], "more": {"b":1,"a":2}},
                """;
        var cell =
                """
                {"cell_type":"code","id":"b","source":["6 *","7"],"metadata":{},"more":"\\u0041",
                  "execution_count":null,"outputs":[]}""";
        var after =
                """
                ,
                	{"id":"c","cell_type":"markdown","metadata":{ },"source":["\\ud55c", "글"]} ]}
                """;
        try (var page = session(Files.writeString(file(), before + cell + after))) {
            page.runToTheEnd(1);

            var saved = page.save();

            assertEquals("[42]", page.shown(1));
            assertTrue(saved.startsWith(before), saved);
            assertTrue(saved.endsWith(after), saved);
            var changed = saved.substring(before.length(), saved.length() - after.length());
            assertNotEquals(cell, changed);
            assertTrue(changed.contains("\"source\":[\"6 *\",\"7\"]"), changed);
            assertTrue(changed.contains("\"more\":\"\\u0041\""), changed);
        }
    }

    @Test
    void aRunWritesTheLanguageWhereItIsAbsentAndNoKernelspecAndNoTimes() throws Exception {
        try (var page = session("1")) {
            page.runToTheEnd(0);

            page.save();

            var metadata = page.reopened().metadata();
            assertEquals(List.of("language_info"), List.copyOf(metadata.members().keySet()));
            assertEquals("python", metadata.object("language_info").string("name"));
            var cell = page.reopened().cells().getFirst().metadata();
            assertTrue(cell.members().isEmpty(), cell::toString);
        }
    }

    @Test
    void aRunLeavesTheKernelspecAndTheLanguageThatANotebookNames() throws Exception {
        var metadata =
                """
                "metadata": {
                  "language_info": {"name": "python", "version": "2.7.18"},
                  "kernelspec": {"name": "python3", "display_name": "Mine", "language": "python"}
                 },\
                """;
        var text =
                notebook("1").replace("\"metadata\": {},\n \"nbformat", metadata + "\n \"nbformat");
        try (var page = session(Files.writeString(file(), text))) {
            page.runToTheEnd(0);

            var saved = page.save();

            assertTrue(saved.contains(metadata), saved);
            var kernelspec = page.session.kernel().kernelspec();
            assertEquals("python3", kernelspec == null ? "" : kernelspec.name());
        }
    }

    @Test
    void theKernelRunsInTheFolderThatTheNotebookWasSavedTo() throws Exception {
        var other = Files.createDirectory(folder.resolve("other"));
        try (var page = session("import os; os.path.basename(os.getcwd())")) {
            page.session.saveAs(other.resolve("n.ipynb"), _ -> {});
            page.until(() -> page.session.saveState().equals(new SaveState.Saved()));

            page.runToTheEnd(0);

            assertEquals("['other']", page.shown(0));
        }
    }

    @Test
    void textForTheNextCellIsToldWithWhetherItReplaces() throws Exception {
        try (var page =
                session(
                        "get_ipython().set_next_input('x = 1')",
                        "get_ipython().set_next_input('y = 2', replace=True)")) {
            page.runToTheEnd(0, 1);

            assertEquals(List.of("0 false x = 1", "1 true y = 2"), page.nextInputs);
        }
    }

    @Test
    void aQuestionForInputIsAnswered() throws Exception {
        try (var page = session("name = input('who? ')\nprint('hi', name)")) {
            page.run(0);
            page.until(() -> page.prompt != null);
            assertEquals(new InputPrompt(page.id(0), "who? ", false), page.prompt);

            page.session.kernel().queue().answer("앤");
            page.untilIdle();

            assertNull(page.prompt);
            assertTrue(page.shown(0).endsWith("who? 앤\nhi 앤\n"), page.shown(0));
        }
    }

    @Test
    void aPasswordIsNotInTheOutput() throws Exception {
        try (var page = session("import getpass\nprint(len(getpass.getpass('key: ')))")) {
            page.run(0);
            page.until(() -> page.prompt != null);

            page.session.kernel().queue().answer("hunter2");
            page.untilIdle();

            assertTrue(page.shown(0).endsWith("key: ········\n7\n"), page.shown(0));
        }
    }

    /// Python whose thread prints `late` when the test lets it.
    private static String threadThatPrintsLate() {
        return """
        import os, threading
        os.mkfifo('go')
        os.mkfifo('said')
        def say():
            open('go').read()
            print('late', flush=True)
            open('said', 'w').close()
        threading.Thread(target=say).start()
        """;
    }

    /// Returns when the thread has printed.
    private void letThreadPrint() throws IOException {
        Files.writeString(folder.resolve("go"), "");
        Files.readAllBytes(folder.resolve("said"));
    }

    private RunSession session(String... sources) throws IOException {
        return session(Files.writeString(file(), notebook(sources)));
    }

    private static RunSession session(Path file) {
        return new RunSession(file);
    }

    private Path file() {
        return folder.resolve("n.ipynb");
    }

    private static String notebook(String... sources) {
        var cells =
                Stream.of(sources)
                        .map(source -> cell(JsonText.compact(new JsonString(source))))
                        .collect(Collectors.joining(",\n"));
        return """
        {
         "cells": [
        %s
         ],
         "metadata": {},
         "nbformat": 4,
         "nbformat_minor": 4
        }
        """
                .formatted(cells);
    }

    private static String cell(String quoted) {
        return """
          {
           "cell_type": "code",
           "execution_count": null,
           "metadata": {},
           "outputs": [],
           "source": %s
          }\
        """
                .formatted(quoted);
    }
}
