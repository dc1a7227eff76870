package org.cellist.app.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.cellist.app.execution.CellExecution.Done;
import org.cellist.app.execution.CellExecution.Failed;
import org.cellist.app.execution.CellExecution.NotRun;
import org.cellist.app.execution.CellExecution.Queued;
import org.cellist.app.execution.CellExecution.Running;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.NotebookEdit.EditSource;
import org.cellist.app.notebook.model.NotebookEdit.RemoveCells;
import org.cellist.app.text.Texts;
import org.cellist.kernel.channel.FakeChannels.Sent;
import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.json.RawJson;
import org.junit.jupiter.api.Test;

/// Which cell runs when, and what becomes of those that wait.
class ExecutionQueueTest {

    @Test
    void cellsRunOneAfterTheOtherInTheirOrder() throws Exception {
        try (var page = new PlayedKernel("a", "b", "c")) {
            page.run(2, 0, 1);

            page.end(page.request("c"));
            page.end(page.request("a"));
            page.end(page.request("b"));

            var runs = page.told.stream().filter(it -> it.endsWith("Running")).toList();
            assertEquals(List.of("2 Running", "0 Running", "1 Running"), runs);
            assertInstanceOf(Done.class, page.execution(1));
            assertTrue(page.queue.isIdle());
        }
    }

    @Test
    void aCellRunsWithTheSourceItHasAtItsTurn() throws Exception {
        try (var page = new PlayedKernel("a", "b")) {
            page.run(0, 1);
            var first = page.request("a");

            page.store.apply(new EditSource(page.cells.get(1), 0, 1, "newer", null));
            page.end(first);

            page.request("newer");
        }
    }

    @Test
    void anErrorStopsTheQueue() throws Exception {
        try (var page = new PlayedKernel("a", "b", "c")) {
            page.run(0, 1, 2);

            page.fail(page.request("a"));

            assertInstanceOf(Failed.class, page.execution(0));
            assertEquals(new NotRun(), page.execution(1));
            assertEquals(new NotRun(), page.execution(2));
            assertFalse(page.kernel.hasSent());
            assertTrue(page.queue.isIdle());
        }
    }

    @Test
    void anErrorThatATagExpectsStopsNothing() throws Exception {
        try (var page = new PlayedKernel()) {
            page.add(tagged("a", "raises-exception"));
            page.add(NewNotebook.cell(CellType.CODE, "b"));
            page.run(0, 1);

            page.fail(page.request("a"));
            page.end(page.request("b"));

            assertInstanceOf(Failed.class, page.execution(0));
            assertInstanceOf(Done.class, page.execution(1));
        }
    }

    @Test
    void anotherTagExpectsNoError() throws Exception {
        try (var page = new PlayedKernel()) {
            page.add(tagged("a", "parameters"));
            page.add(NewNotebook.cell(CellType.CODE, "b"));
            page.run(0, 1);

            page.fail(page.request("a"));

            assertEquals(new NotRun(), page.execution(1));
        }
    }

    @Test
    void theQueueGoesOnAfterErrorsWhenTold() throws Exception {
        try (var page = new PlayedKernel("a", "b")) {
            page.queue.goOnAfterErrors();
            page.run(0, 1);

            page.fail(page.request("a"));

            page.request("b");
        }
    }

    @Test
    void nothingIsSentBeforeTheReply() throws Exception {
        try (var page = new PlayedKernel("a", "b")) {
            page.run(0, 1);
            var first = page.request("a");

            page.kernel.status(first, "idle");
            page.hear();

            assertFalse(page.kernel.hasSent());
            assertEquals(new Queued(), page.execution(1));
        }
    }

    @Test
    void theNextIsSentAtTheReplyAndBeginsAfterTheEnd() throws Exception {
        try (var page = new PlayedKernel("a", "b")) {
            page.run(0, 1);
            var first = page.request("a");

            page.replyOk(first);
            page.hear();
            page.request("b");
            var whileSent = page.execution(1);
            page.kernel.status(first, "idle");
            page.hear();

            assertEquals(new Queued(), whileSent);
            assertInstanceOf(Running.class, page.execution(1));
        }
    }

    @Test
    void theNextIsNotSentAtAFailedReply() throws Exception {
        try (var page = new PlayedKernel("a", "b")) {
            page.run(0, 1);

            page.replyError(page.request("a"));
            page.hear();

            assertFalse(page.kernel.hasSent());
        }
    }

    @Test
    void anOutputAfterTheReplyStaysWithItsOwnCell() throws Exception {
        try (var page = new PlayedKernel("a", "b")) {
            page.run(0, 1);
            var first = page.request("a");
            page.replyOk(first);
            page.hear();
            var second = page.request("b");

            page.print(second, "two");
            page.print(first, "one");
            page.kernel.status(first, "idle");
            page.hearAndPulse();

            assertEquals("[stdout one]", page.shown(0));
            assertEquals("[stdout two]", page.shown(1));
        }
    }

    @Test
    void aCellThatWasSentAndTakenBackIsInterruptedWhenItBegins() throws Exception {
        try (var page = new PlayedKernel("a", "b")) {
            var first = sendBoth(page);

            page.queue.clear();
            int before = page.interrupts;
            page.kernel.status(first, "idle");
            page.hear();

            assertEquals(0, before);
            assertEquals(1, page.interrupts);
        }
    }

    @Test
    void aQuestionThatCameEarlyIsShownWhenTheCellBegins() throws Exception {
        try (var page = new PlayedKernel("a", "b")) {
            var first = sendBoth(page);
            var second = page.request("b");

            page.kernel.say(
                    Channel.STDIN,
                    second.header(),
                    "input_request",
                    "{\"prompt\":\"who?\",\"password\":false}");
            page.hear();
            var early = page.prompt;
            page.kernel.status(first, "idle");
            page.hear();

            assertNull(early);
            assertEquals(new InputPrompt(page.cells.get(1), "who?", false), page.prompt);
        }
    }

    @Test
    void anAnswerGoesToTheKernelAndTheQuestionIsOver() throws Exception {
        try (var page = new PlayedKernel("a")) {
            page.run(0);
            var request = page.request("a");
            page.ask(request);

            page.queue.answer("Ann");

            var reply = page.kernel.sent("input_reply").message().content().object();
            assertEquals("Ann", reply.string("value"));
            assertNull(page.prompt);
        }
    }

    @Test
    void aQuestionIsOverWhenItsCellEnds() throws Exception {
        try (var page = new PlayedKernel("a")) {
            page.run(0);
            var request = page.request("a");
            page.ask(request);

            page.fail(request);

            assertNull(page.prompt);
        }
    }

    @Test
    void aQuestionIsOverWhenItsKernelIsLeft() throws Exception {
        try (var page = new PlayedKernel("a")) {
            page.run(0);
            page.ask(page.request("a"));

            page.queue.leaveKernel();

            assertNull(page.prompt);
        }
    }

    @Test
    void whatWaitsForAKernelThatIsGoneIsTakenOffTheQueue() throws Exception {
        try (var page = new PlayedKernel("a", "b")) {
            page.run(0, 1);
            page.request("a");

            page.kernel.close();
            page.until(() -> page.execution(0) instanceof Failed);

            assertEquals(new NotRun(), page.execution(1));
            assertTrue(page.queue.isIdle());
            assertEquals(0, page.asked);
        }
    }

    @Test
    void aRunThatEndedBeforeItsTurnIsDoneAtOnce() throws Exception {
        try (var page = new PlayedKernel("a", "b")) {
            var first = sendBoth(page);
            page.end(page.request("b"));
            var early = page.execution(1);

            page.kernel.status(first, "idle");
            page.hear();

            assertEquals(new Queued(), early);
            assertInstanceOf(Done.class, page.execution(1));
            assertTrue(page.queue.isIdle());
        }
    }

    @Test
    void aKernelIsLostFromItsEndInACellUntilAnotherComes() throws Exception {
        try (var page = new PlayedKernel("a")) {
            page.run(0);
            page.request("a");
            assertFalse(page.queue.hasLostKernel());

            page.kernel.close();
            page.until(() -> page.execution(0) instanceof Failed);
            assertTrue(page.queue.hasLostKernel());

            page.connect();
            assertFalse(page.queue.hasLostKernel());
        }
    }

    @Test
    void whatWasSentToAKernelThatIsGoneWasNotRun() throws Exception {
        try (var page = new PlayedKernel("a", "b", "c")) {
            page.run(2);
            sendBoth(page, page.request("c"));

            page.kernel.close();
            page.until(page.queue::isIdle);

            assertInstanceOf(Failed.class, page.execution(0));
            assertEquals(new NotRun(), page.execution(1));
        }
    }

    @Test
    void aKernelThatRestartedItselfRunsTheNextCell() throws Exception {
        try (var page = new PlayedKernel("a", "b", "c")) {
            page.run(0, 1);
            page.kernel.status(page.request("a"), "busy");

            page.kernel.say(Channel.IOPUB, null, "status", "{\"execution_state\":\"starting\"}");
            page.hear();
            assertInstanceOf(Failed.class, page.execution(0));
            assertEquals(new NotRun(), page.execution(1));
            page.run(2);
            page.end(page.request("c"));

            assertInstanceOf(Done.class, page.execution(2));
            assertEquals(0, page.asked);
        }
    }

    @Test
    void aRunThatEndedBeforeItsTurnIsNotInterrupted() throws Exception {
        try (var page = new PlayedKernel("a", "b")) {
            var first = sendBoth(page);
            page.end(page.request("b"));

            page.queue.clear();
            page.kernel.status(first, "idle");
            page.hear();

            assertInstanceOf(Done.class, page.execution(1));
            assertEquals(0, page.interrupts);
        }
    }

    @Test
    void aLostReplyFailsTheCellAndStopsTheQueue() throws Exception {
        try (var page = new PlayedKernel("a", "b")) {
            page.run(0, 1);

            page.kernel.status(page.request("a"), "idle");
            page.kernel.silence(Duration.ofSeconds(10));
            page.hear();

            assertInstanceOf(Failed.class, page.execution(0));
            assertEquals(new NotRun(), page.execution(1));
            var words = Texts.of("problem").get("run.reply-lost");
            assertEquals("[stderr " + words + "\n]", page.shown(0));
        }
    }

    @Test
    void aCellThatWasDeletedIsPassedOver() throws Exception {
        try (var page = new PlayedKernel("a", "b", "c")) {
            page.run(0, 1, 2);
            var first = page.request("a");

            page.store.apply(new RemoveCells(List.of(page.cells.get(1))));
            page.end(first);

            page.request("c");
            assertEquals(new NotRun(), page.execution(1));
        }
    }

    @Test
    void aCellThatWaitsIsNotAddedAgain() throws Exception {
        try (var page = new PlayedKernel("a", "b")) {
            page.run(0, 1, 1);
            page.run(1);

            page.end(page.request("a"));
            page.end(page.request("b"));

            assertFalse(page.kernel.hasSent());
            assertTrue(page.queue.isIdle());
        }
    }

    @Test
    void aCellThatRunsCanBeAddedOnceMoreAndWaitsThen() throws Exception {
        try (var page = new PlayedKernel("a", "b")) {
            page.run(0, 1);
            page.run(0);
            var whileRunning = page.execution(0);

            page.end(page.request("a"));
            var between = page.execution(0);
            page.end(page.request("b"));
            page.end(page.request("a"));

            assertInstanceOf(Running.class, whileRunning);
            assertEquals(new Queued(), between);
            assertInstanceOf(Done.class, page.execution(0));
        }
    }

    @Test
    void clearingTheQueueLeavesTheRunningCellRunning() throws Exception {
        try (var page = new PlayedKernel("a")) {
            page.run(0);
            page.run(0);

            page.queue.clear();

            assertInstanceOf(Running.class, page.execution(0));
        }
    }

    @Test
    void blankCellsAndTextAreNotRun() throws Exception {
        try (var page = new PlayedKernel("", " \n", "a")) {
            page.add(NewNotebook.cell(CellType.MARKDOWN, "# text"));

            page.run(0, 1, 3, 2);

            page.end(page.request("a"));
            assertFalse(page.kernel.hasSent());
            assertEquals(new NotRun(), page.execution(3));
        }
    }

    @Test
    void withoutAKernelTheQueueAsksForOneAndWaits() throws Exception {
        try (var page = new PlayedKernel("a")) {
            page.queue.setClient(null);

            page.run(0);
            var before = page.execution(0);
            page.connect();

            assertEquals(1, page.asked);
            assertEquals(new Queued(), before);
            page.request("a");
        }
    }

    @Test
    void whatIsAddedAfterAKernelWasLeftRunsOnTheNextOne() throws Exception {
        try (var page = new PlayedKernel("a", "b")) {
            page.run(0, 1);
            page.request("a");
            var old = page.kernel;

            page.queue.leaveKernel();
            page.run(0, 1);
            page.connect();
            old.close();
            page.end(page.request("a"));
            page.end(page.request("b"));

            assertInstanceOf(Done.class, page.execution(0));
            assertInstanceOf(Done.class, page.execution(1));
        }
    }

    @Test
    void theCellThatRanOnAKernelThatIsLeftFailedAndTheOthersWereNotRun() throws Exception {
        try (var page = new PlayedKernel("a", "b", "c")) {
            sendBoth(page);

            page.queue.leaveKernel();

            assertInstanceOf(Failed.class, page.execution(0));
            assertEquals(new NotRun(), page.execution(1));
            assertTrue(page.queue.isIdle());
        }
    }

    @Test
    void textForTheNextCellIsTold() throws Exception {
        try (var page = new PlayedKernel("a")) {
            page.run(0);
            var request = page.request("a");

            page.kernel.reply(
                    request,
                    """
                    {"status":"ok","execution_count":1,"payload":[
                     {"source":"set_next_input","text":"more","replace":false}]}""");
            page.kernel.status(request, "idle");
            page.hear();

            assertEquals("0 next more false", page.told.getLast());
        }
    }

    @Test
    void aRefusedInputIsSaidInTheRequest() throws Exception {
        try (var page = new PlayedKernel("a")) {
            page.queue.refuseInput();

            page.run(0);

            var content = page.request("a").message().content().toString();
            assertTrue(content.contains("\"allow_stdin\":false"), content);
        }
    }

    /// Runs the first two cells up to the reply to the first; returns its request.
    private static Sent sendBoth(PlayedKernel page) throws InterruptedException {
        page.run(0, 1);
        var first = page.request("a");
        page.replyOk(first);
        page.hear();
        return first;
    }

    private static void sendBoth(PlayedKernel page, Sent before) throws InterruptedException {
        page.end(before);
        sendBoth(page);
    }

    static CodeCell tagged(String source, String tag) throws Exception {
        var metadata = "{\"tags\":[\"" + tag + "\"]}";
        var cell = (CodeCell) NewNotebook.cell(CellType.CODE, source);
        return cell.withMetadata(RawJson.parse(metadata.getBytes(StandardCharsets.UTF_8)).object());
    }
}
