package org.cellist.app.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.cellist.app.execution.CellExecution.Done;
import org.cellist.app.execution.CellExecution.Failed;
import org.cellist.app.execution.CellExecution.NotRun;
import org.cellist.app.execution.CellExecution.Queued;
import org.cellist.app.execution.CellExecution.Running;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.NotebookEdit.InsertCells;
import org.cellist.app.notebook.model.NotebookEdit.RemoveCells;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.kernel.channel.FakeChannels.Sent;
import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Cells of two documents on one kernel.
class QueuesOfOneKernelTest {

    /// A second document beside that of a played kernel.
    private static final class Beside {

        final NotebookStore store = new NotebookStore(NewNotebook.empty(), Clock.systemUTC());
        final ExecutionQueue queue;
        private final List<Cell> cells;

        Beside(PlayedKernel page, String... sources) {
            this(
                    page,
                    Arrays.stream(sources)
                            .map(source -> NewNotebook.cell(CellType.CODE, source))
                            .toList());
        }

        Beside(PlayedKernel page, List<Cell> cells) {
            this.cells = cells;
            store.apply(new InsertCells(0, cells));
            queue = page.queue.beside(store);
        }

        void run(int... which) {
            queue.add(Arrays.stream(which).mapToObj(index -> cells.get(index).id()).toList());
        }

        CellExecution execution(int index) {
            return queue.execution(cells.get(index).id());
        }

        CodeCell cell(int index) {
            return (CodeCell) store.notebook().cells().get(index);
        }
    }

    @Test
    void cellsOfBothRunOneAtATimeInTheOrderTheyWereAskedFor() throws Exception {
        try (var page = new PlayedKernel("a", "b", "c")) {
            var beside = new Beside(page, "x", "y");
            page.run(0, 1);
            beside.run(0);
            page.run(2);
            beside.run(1);

            var a = page.request("a");
            assertFalse(page.kernel.hasSent());
            assertInstanceOf(Queued.class, beside.execution(0));
            page.end(a);
            page.end(page.request("b"));
            var x = page.request("x");
            assertInstanceOf(Running.class, beside.execution(0));
            assertInstanceOf(Queued.class, page.execution(2));
            assertFalse(page.queue.isIdle(), "the other queue runs");
            page.end(x);
            page.end(page.request("c"));
            page.end(page.request("y"));

            assertInstanceOf(Done.class, beside.execution(1));
            assertTrue(page.queue.isIdle());
        }
    }

    @Test
    void anErrorOfTheNotebookLeavesWhatIsTriedOutInItsQueue() throws Exception {
        try (var page = new PlayedKernel("a", "b")) {
            var beside = new Beside(page, "x");
            page.run(0, 1);
            beside.run(0);

            page.fail(page.request("a"));
            page.end(page.request("x"));

            assertEquals(new NotRun(), page.execution(1));
            assertInstanceOf(Done.class, beside.execution(0));
            assertFalse(page.kernel.hasSent());
        }
    }

    @Test
    void anErrorOfWhatIsTriedOutLeavesTheNotebooksCellsInTheirQueue() throws Exception {
        try (var page = new PlayedKernel("a", "b")) {
            var beside = new Beside(page, "x", "y");
            beside.run(0, 1);
            page.run(0, 1);

            page.fail(page.request("x"));
            page.end(page.request("a"));
            page.end(page.request("b"));

            assertInstanceOf(Failed.class, beside.execution(0));
            assertEquals(new NotRun(), beside.execution(1));
            assertInstanceOf(Done.class, page.execution(1));
        }
    }

    @Test
    void theKernelIsNotToldToStopAfterAnErrorThatConcernsOneDocument() throws Exception {
        try (var page = new PlayedKernel("a")) {
            page.run(0);
            var alone = page.request("a");
            page.end(alone);

            new Beside(page, "x");
            page.run(0);

            assertEquals(new JsonBoolean(true), stops(alone));
            assertEquals(new JsonBoolean(false), stops(page.request("a")));
        }
    }

    private static @Nullable JsonValue stops(Sent request) {
        return request.message().content().object().get("stop_on_error");
    }

    @Test
    void theOtherDocumentsCellIsNotSentBeforeTheRunHasEnded() throws Exception {
        try (var page = new PlayedKernel("a")) {
            var beside = new Beside(page, "x");
            page.run(0);
            beside.run(0);
            var a = page.request("a");

            page.replyOk(a);
            page.hear();

            assertFalse(page.kernel.hasSent(), "an error of one would abort the other");
            page.kernel.status(a, "idle");
            page.hear();
            page.request("x");
        }
    }

    @Test
    void aCellThatIsGoneLetsTheOtherDocumentsCellsRun() throws Exception {
        try (var page = new PlayedKernel("a", "b")) {
            var beside = new Beside(page, "x");
            page.run(0, 1);
            beside.run(0);
            page.store.apply(new RemoveCells(List.of(page.cells.get(1))));

            page.end(page.request("a"));

            page.request("x");
        }
    }

    @Test
    void outputsAndQuestionsStayInTheirDocument() throws Exception {
        try (var page = new PlayedKernel("a")) {
            var beside = new Beside(page, "x");
            beside.run(0);
            var x = page.request("x");

            page.print(x, "tried");
            page.kernel.say(Channel.STDIN, x.header(), "input_request", "{\"prompt\":\"?\"}");
            page.hearAndPulse();

            assertEquals("", page.shown(0));
            assertEquals(1, beside.cell(0).outputs().items().size());
            assertNull(page.prompt);
            assertEquals("?", Objects.requireNonNull(beside.queue.question()).prompt());
        }
    }

    @Test
    void aDisplayIsRenewedInBothDocuments() throws Exception {
        try (var page = new PlayedKernel("a")) {
            var beside = new Beside(page, "x");
            page.run(0);
            var a = page.request("a");
            page.display(a, "display_data", "bar", "0 %");
            page.end(a);
            beside.run(0);
            var x = page.request("x");
            page.display(x, "display_data", "bar", "0 %");

            page.display(x, "update_display_data", "bar", "50 %");
            page.end(x);
            page.hearAndPulse();
            assertEquals("[50 %]", page.shown(0));
            page.queue.leaveKernel();
            page.connect();
            page.run(0);
            var again = page.request("a");
            page.display(again, "update_display_data", "bar", "100 %");
            page.end(again);
            page.hearAndPulse();

            assertEquals(
                    "100 %",
                    ((CellOutput.Rich) beside.cell(0).outputs().items().getFirst())
                            .data()
                            .text("text/plain")
                            .orElseThrow());
        }
    }

    @Test
    void aCopyWithTheSameIdentityLeavesTheOthersRunAlone() throws Exception {
        try (var page = new PlayedKernel("a")) {
            var beside = new Beside(page, page.store.notebook().cells());
            page.run(0);
            var first = page.request("a");
            page.end(first);
            beside.run(0);
            page.end(page.request("a"));

            page.print(first, "late"); // by a thread that outlived the cell
            page.hearAndPulse();

            assertEquals("[stdout late]", page.shown(0));
            assertEquals(List.of(), beside.cell(0).outputs().items());
        }
    }

    @Test
    void clearTakesTheCellsOfBothOffTheirQueues() throws Exception {
        try (var page = new PlayedKernel("a", "b")) {
            var beside = new Beside(page, "x");
            page.run(0, 1);
            beside.run(0);
            var a = page.request("a");

            beside.queue.clear();
            page.end(a);

            assertEquals(new NotRun(), page.execution(1));
            assertEquals(new NotRun(), beside.execution(0));
            assertFalse(page.kernel.hasSent());
        }
    }

    @Test
    void aKernelThatIsLeftHasNothingMoreOfEither() throws Exception {
        try (var page = new PlayedKernel("a")) {
            var beside = new Beside(page, "x", "y");
            beside.run(0);
            page.request("x");
            page.run(0);
            beside.run(1);

            page.queue.leaveKernel();

            assertInstanceOf(Failed.class, beside.execution(0));
            assertEquals(new NotRun(), beside.execution(1));
            assertEquals(new NotRun(), page.execution(0));
            assertTrue(page.queue.isIdle());
        }
    }

    @Test
    void bothWaitForTheNextKernelAndRunOnItInTheirOrder() throws Exception {
        try (var page = new PlayedKernel("a")) {
            var beside = new Beside(page, "x");
            page.queue.setClient(null);
            beside.run(0);
            page.run(0);
            assertTrue(page.asked > 0, "a kernel is asked for");

            page.connect();
            page.end(page.request("x"));
            page.end(page.request("a"));

            assertInstanceOf(Done.class, page.execution(0));
        }
    }
}
