package org.cellist.app.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cellist.app.execution.CellExecution.Done;
import org.cellist.app.execution.CellExecution.Failed;
import org.cellist.app.execution.CellExecution.NotRun;
import org.cellist.app.execution.CellExecution.Queued;
import org.cellist.app.execution.CellExecution.Running;
import org.cellist.kernel.protocol.json.JsonValue.JsonBoolean;
import org.junit.jupiter.api.Test;

/// Requests that are sent before the kernel has replied to those in front of them, because it runs
/// nothing more after an error.
class SendAheadTest {

    @Test
    void requestsGoOutInTheirOrderBeforeAnyReply() throws Exception {
        try (var page = new PlayedKernel("a", "b", "c")) {
            page.queue.sendAhead();
            page.run(0, 1, 2);

            page.request("a");
            page.request("b");
            page.request("c");

            assertInstanceOf(Running.class, page.execution(0));
            assertEquals(new Queued(), page.execution(1));
            assertEquals(new Queued(), page.execution(2));
        }
    }

    @Test
    void whatWaitsIsSentOnceTheKernelTurnsOutToBeSafe() throws Exception {
        try (var page = new PlayedKernel("a", "b")) {
            page.run(0, 1);
            page.request("a");
            assertFalse(page.kernel.hasSent());

            page.queue.sendAhead();

            page.request("b");
        }
    }

    @Test
    void eachCellHasItsOwnOutputsThoughTheNextBeginsBeforeItEnds() throws Exception {
        try (var page = new PlayedKernel("a", "b")) {
            page.queue.sendAhead();
            page.run(0, 1);
            var first = page.request("a");
            var second = page.request("b");

            page.print(first, "1");
            page.replyOk(first);
            page.replyOk(second); // shell is ahead of iopub
            page.kernel.status(first, "idle");
            page.print(second, "2");
            page.kernel.status(second, "idle");
            page.hearAndPulse();
            page.hearAndPulse();

            assertEquals("[stdout 1]", page.shown(0));
            assertEquals("[stdout 2]", page.shown(1));
            assertInstanceOf(Done.class, page.execution(0));
            assertInstanceOf(Done.class, page.execution(1));
            assertTrue(page.queue.isIdle());
        }
    }

    @Test
    void afterAnErrorTheSentCellsHaveNotRunAndKeepTheirOutputs() throws Exception {
        try (var page = new PlayedKernel("a", "b", "c")) {
            page.run(1);
            var before = page.request("b");
            page.print(before, "old");
            page.end(before);
            page.queue.sendAhead();
            page.run(0, 1, 2);
            var first = page.request("a");
            var second = page.request("b");
            var third = page.request("c");

            page.fail(first);
            page.kernel.reply(second, "{\"status\":\"aborted\"}");
            page.kernel.status(second, "idle");
            page.kernel.reply(third, "{\"status\":\"aborted\"}");
            page.kernel.status(third, "idle");
            page.hearAndPulse();

            assertInstanceOf(Failed.class, page.execution(0));
            assertEquals(new NotRun(), page.execution(1));
            assertEquals(new NotRun(), page.execution(2));
            assertEquals("[stdout old]", page.shown(1));
            assertEquals(0, page.interrupts);
            assertTrue(page.queue.isIdle());
        }
    }

    @Test
    void nothingIsSentPastACellThatMayFail() throws Exception {
        try (var page = new PlayedKernel()) {
            page.queue.sendAhead();
            page.add(ExecutionQueueTest.tagged("a", "raises-exception"));
            page.add(ExecutionQueueTest.tagged("b", "x"));
            page.run(0, 1);

            var first = page.request("a");
            var stops = first.message().content().object().get("stop_on_error");
            assertFalse(page.kernel.hasSent());
            page.fail(first);

            assertEquals(new JsonBoolean(false), stops);
            page.end(page.request("b"));
            assertInstanceOf(Done.class, page.execution(1));
        }
    }

    @Test
    void theNextKernelIsNotTrustedUnasked() throws Exception {
        try (var page = new PlayedKernel("a", "b")) {
            page.queue.sendAhead();
            page.connect();

            page.run(0, 1);

            page.request("a");
            assertFalse(page.kernel.hasSent());
        }
    }

    @Test
    void aKernelThatDiesHasRunNothingOfWhatWasSent() throws Exception {
        try (var page = new PlayedKernel("a", "b", "c")) {
            page.queue.sendAhead();
            page.run(0, 1, 2);
            page.request("a");

            page.kernel.close();
            page.until(() -> page.execution(0) instanceof Failed);

            assertEquals(
                    List.of(new NotRun(), new NotRun()),
                    List.of(page.execution(1), page.execution(2)));
            assertTrue(page.queue.isIdle());
        }
    }

    @Test
    void whatWasSentAndIsTakenOffTheQueueIsInterruptedWhenItBegins() throws Exception {
        try (var page = new PlayedKernel("a", "b")) {
            page.queue.sendAhead();
            page.run(0, 1);
            var first = page.request("a");
            page.request("b");

            page.queue.clear();
            page.end(first);

            assertEquals(1, page.interrupts);
        }
    }

    @Test
    void noMoreThanAFewLieInTheSocket() throws Exception {
        var sources = new String[40];
        Arrays.setAll(sources, Integer::toString);
        try (var page = new PlayedKernel(sources)) {
            page.queue.sendAhead();
            page.run(IntStream.range(0, 40).toArray());

            int sent = 0;
            while (page.kernel.hasSent()) {
                page.request(Integer.toString(sent++));
            }

            assertEquals(9, sent);
        }
    }
}
