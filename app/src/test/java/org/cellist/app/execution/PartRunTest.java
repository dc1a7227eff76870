package org.cellist.app.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.cellist.app.execution.CellExecution.Done;
import org.cellist.app.execution.CellExecution.NotRun;
import org.cellist.app.execution.CellExecution.PartDone;
import org.cellist.app.execution.CellExecution.Queued;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.NotebookEdit.EditSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Parts of cells in the queue.
class PartRunTest {

    @Test
    void aPartIsSentAloneAndItsOutputsAreTheCells() throws Exception {
        try (var page = new PlayedKernel("one\ntwo\nthree")) {
            runPart(page, 0, 4, 7);

            var request = page.request("two");
            page.print(request, "2");
            page.end(request);
            page.pulse();

            assertEquals("[stdout 2]", page.shown(0));
            assertInstanceOf(PartDone.class, page.execution(0));
        }
    }

    @Test
    void aCellOfWhichAPartRanHasNotRunAsAWhole() throws Exception {
        try (var page = new PlayedKernel("one\ntwo")) {
            runPart(page, 0, 0, 3);
            page.end(page.request("one"));

            assertFalse(page.queue.hasRun(page.cells.get(0)));
            assertFalse(page.queue.isStale(page.cells.get(0)));
        }
    }

    @Test
    void aPartThatRunsLeavesAnEditedCellEdited() throws Exception {
        try (var page = new PlayedKernel("one\ntwo")) {
            page.run(0);
            page.end(page.request("one\ntwo"));
            page.store.apply(new EditSource(page.cells.get(0), 0, 3, "won", null));

            runPart(page, 0, 0, 3);
            page.end(page.request("won"));

            assertTrue(page.queue.isStale(page.cells.get(0)));
        }
    }

    @Test
    void aPartThatIsAllThereIsRunsTheCell() throws Exception {
        try (var page = new PlayedKernel("\none\n")) {
            runPart(page, 0, 1, 4);
            page.end(page.request("\none\n"));

            assertInstanceOf(Done.class, page.execution(0));
            assertTrue(page.queue.hasRun(page.cells.get(0)));
        }
    }

    @Test
    void whatIsAskedForIsWhatRunsHoweverLongItWaits() throws Exception {
        try (var page = new PlayedKernel("a", "one\ntwo")) {
            page.run(0);
            runPart(page, 1, 0, 3);
            runPart(page, 1, 4, 7);
            page.store.apply(new EditSource(page.cells.get(1), 0, 7, "gone", null));
            assertEquals(new Queued(), page.execution(1));

            page.end(page.request("a"));
            page.end(page.request("one"));
            assertFalse(page.queue.isIdle());
            page.end(page.request("two"));

            assertTrue(page.queue.isIdle());
        }
    }

    @Test
    void anErrorInAPartStopsTheQueue() throws Exception {
        try (var page = new PlayedKernel("one\ntwo", "b")) {
            runPart(page, 0, 0, 3);
            runPart(page, 0, 4, 7);
            page.run(1);

            page.fail(page.request("one"));

            assertTrue(page.told.contains("0 Failed"), page.told::toString);
            assertEquals(new NotRun(), page.execution(1));
            assertFalse(page.kernel.hasSent());
            assertTrue(page.queue.isIdle());
        }
    }

    @Test
    void aPartMayAskForInput() throws Exception {
        try (var page = new PlayedKernel("input()\nb")) {
            runPart(page, 0, 0, 7);
            var request = page.request("input()");
            page.ask(request);

            page.queue.answer("yes");
            page.end(request);

            assertInstanceOf(PartDone.class, page.execution(0));
        }
    }

    @Test
    void aPartWithoutCodeOrOfATextIsLeftOut() throws Exception {
        try (var page = new PlayedKernel("a\n  \nb")) {
            page.add(NewNotebook.cell(CellType.MARKDOWN, "# words"));

            runPart(page, 0, 2, 4);
            runPart(page, 1, 2, 7);

            assertTrue(page.queue.isIdle());
            assertEquals(List.of(), page.told);
        }
    }

    @Test
    void whatAPartLoadsDoesNotTakeThePlaceOfTheRestOfTheCell() throws Exception {
        try (var page = new PlayedKernel("%load x.py\nb")) {
            runPart(page, 0, 0, 10);
            var request = page.request("%load x.py");

            page.kernel.reply(
                    request,
                    """
                    {"status":"ok","execution_count":1,"payload":[
                    {"source":"set_next_input","text":"x = 1","replace":true}]}""");
            page.kernel.status(request, "idle");
            page.hear();

            assertTrue(page.told.contains("0 next x = 1 false"), page.told::toString);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'if a:\n    b\n    c', 6, 17, 'b\nc'",
        "'if a:\n    b\n    c', 10, 17, 'b\nc'",
        "'if a:\n    b\n      c', 6, 19, 'b\n  c'",
        "'  a\n\n  b', 0, 8, 'a\n\nb'",
        "'x = f(y)', 4, 8, 'f(y)'",
        "'\ta\n    b', 0, 8, '\ta\n    b'",
    })
    void thePartLosesTheIndentationThatAllItsLinesHave(
            String source, int start, int end, String code) {
        assertEquals(code, SourcePart.code(source, start, end));
    }

    private static void runPart(PlayedKernel page, int cell, int start, int end) {
        page.queue.addPart(page.cells.get(cell), start, end);
    }
}
