package org.cellist.app.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.NotebookEdit.ClearOutputs;
import org.cellist.kernel.channel.FakeChannels.Sent;
import org.cellist.kernel.protocol.Channel;
import org.junit.jupiter.api.Test;

/// How a kernel's words become a cell's outputs, during its run and after.
class CollectedOutputTest {

    @Test
    void textsOfOneStreamAreOneOutput() throws Exception {
        try (var page = new PlayedKernel("a")) {
            var request = running(page);

            page.print(request, "one ");
            page.print(request, "two");
            page.hearAndPulse();

            assertEquals("[stdout one two]", page.shown(0));
        }
    }

    @Test
    void aFloodOfOutputsIsOneChangePerPulse() throws Exception {
        try (var page = new PlayedKernel("a")) {
            var request = running(page);
            long before = page.store.version();

            for (int i = 0; i < 1000; i++) {
                page.print(request, "x");
            }
            page.hear();
            int waiting = page.pulses.size();
            page.pulse();

            assertEquals(1, waiting);
            assertEquals(before + 1, page.store.version());
        }
    }

    @Test
    void theLastOutputsAreThereAtTheEndWithoutAPulse() throws Exception {
        try (var page = new PlayedKernel("a")) {
            var request = running(page);

            page.print(request, "last");
            page.end(request);

            assertEquals("[stdout last]", page.shown(0));
        }
    }

    @Test
    void aPageThatComesWithTheReplyIsTheLastOutput() throws Exception {
        try (var page = new PlayedKernel("?mean")) {
            page.run(0);
            var request = page.request("?mean");
            page.kernel.reply(
                    request,
                    """
                    {"status":"ok","execution_count":1,"payload":[
                     {"source":"page","data":{"text/plain":"Arithmetic Mean"},"start":0}]}""");
            page.print(request, "late");
            page.kernel.status(request, "idle");
            page.hear();

            assertEquals("[stdout late][Arithmetic Mean]", page.shown(0));
        }
    }

    @Test
    void theLastRenewalsAreThereAtTheEndWithoutAPulse() throws Exception {
        try (var page = new PlayedKernel("a", "b")) {
            showInFirst(page);
            page.pulse();
            page.run(1);
            var second = page.request("b");

            page.display(second, "update_display_data", "d", "newer");
            page.end(second);

            assertEquals("[newer]", page.shown(0));
        }
    }

    @Test
    void theLastOutputsAreKeptWhenTheKernelIsLeft() throws Exception {
        try (var page = new PlayedKernel("a")) {
            page.print(running(page), "last");
            page.hear();

            page.queue.leaveKernel();

            assertEquals("[stdout last]", page.shown(0));
        }
    }

    @Test
    void theCountIsShownWhenTheKernelBegins() throws Exception {
        try (var page = new PlayedKernel("a")) {
            var request = running(page);

            page.kernel.broadcast(
                    request, "execute_input", "{\"code\":\"a\",\"execution_count\":7}");
            page.hearAndPulse();

            var cell = assertInstanceOf(CodeCell.class, page.store.notebook().cells().getFirst());
            assertEquals(7, cell.executionCount());
        }
    }

    @Test
    void clearOutputWithWaitKeepsTheOldUntilTheNextArrives() throws Exception {
        try (var page = new PlayedKernel("a")) {
            var request = running(page);
            page.print(request, "old");
            page.kernel.broadcast(request, "clear_output", "{\"wait\":true}");
            page.hearAndPulse();
            var between = page.shown(0);

            page.print(request, "new");
            page.hearAndPulse();

            assertEquals("[stdout old]", between);
            assertEquals("[stdout new]", page.shown(0));
        }
    }

    @Test
    void aDisplayIsRenewedInTheOutputsOfOtherCells() throws Exception {
        try (var page = new PlayedKernel("a", "b")) {
            showInFirst(page);
            page.run(1);
            var second = page.request("b");

            page.display(second, "update_display_data", "d", "newer");
            page.hearAndPulse();

            assertEquals("[newer]", page.shown(0));
            assertEquals("", page.shown(1));
        }
    }

    @Test
    void aDisplayIsRenewedAtEveryPulse() throws Exception {
        try (var page = new PlayedKernel("a", "b")) {
            showInFirst(page);
            page.run(1);
            var second = page.request("b");
            page.display(second, "update_display_data", "d", "newer");
            page.hearAndPulse();

            page.display(second, "update_display_data", "d", "newest");
            page.hearAndPulse();

            assertEquals("[newest]", page.shown(0));
        }
    }

    @Test
    void aFloodOfRenewalsIsOneChangePerPulse() throws Exception {
        try (var page = new PlayedKernel("a", "b")) {
            showInFirst(page);
            page.run(1);
            var second = page.request("b");
            page.hearAndPulse();
            long before = page.store.version();

            for (int i = 0; i < 500; i++) {
                page.display(second, "update_display_data", "d", "n" + i);
            }
            page.hear();
            int waiting = page.pulses.size();
            page.pulse();

            assertEquals(2, waiting); // the first cell's outputs, and the notebook's displays
            assertEquals("[n499]", page.shown(0));
            assertEquals(before + 1, page.store.version());
        }
    }

    @Test
    void whatAThreadPrintsAfterItsCellHasEndedIsAddedThere() throws Exception {
        try (var page = new PlayedKernel("a", "b")) {
            var first = running(page);
            page.print(first, "in time, ");
            page.end(first);
            page.run(1);
            page.request("b");

            page.print(first, "late, ");
            page.print(first, "later");
            page.hearAndPulse();

            assertEquals("[stdout in time, late, later]", page.shown(0));
        }
    }

    @Test
    void lateOutputComesOncePerPulse() throws Exception {
        try (var page = new PlayedKernel("a")) {
            var first = running(page);
            page.end(first);
            page.pulse();
            long before = page.store.version();

            page.print(first, "1");
            page.print(first, "2");
            page.hear();
            page.pulse();

            assertEquals(before + 1, page.store.version());
        }
    }

    @Test
    void lateOutputOfARunBeforeTheLastIsNotShown() throws Exception {
        try (var page = new PlayedKernel("a")) {
            var first = running(page);
            page.end(first);
            var second = running(page);
            page.print(second, "new");

            page.print(first, "late");
            page.hearAndPulse();

            assertEquals("[stdout new]", page.shown(0));
        }
    }

    @Test
    void lateOutputDoesNotFillWhatAPersonCleared() throws Exception {
        try (var page = new PlayedKernel("a")) {
            var first = running(page);
            page.print(first, "early");
            page.end(first);

            page.store.apply(new ClearOutputs(page.cells));
            page.print(first, "late");
            page.hearAndPulse();

            assertEquals("", page.shown(0));
        }
    }

    @Test
    void lateOutputOfAKernelThatIsGoneIsNotShown() throws Exception {
        try (var page = new PlayedKernel("a")) {
            var first = running(page);
            page.end(first);

            page.queue.leaveKernel();
            page.print(first, "late");
            page.hearAndPulse();

            assertEquals("", page.shown(0));
        }
    }

    @Test
    void lateOutputDoesNotReplaceWhatWasReloaded() throws Exception {
        try (var page = new PlayedKernel("a")) {
            var first = showInFirst(page);
            page.pulse();
            page.reload();

            page.print(first, "late");
            page.display(first, "update_display_data", "d", "newer");
            page.hearAndPulse();

            assertEquals("", page.shown(0));
        }
    }

    @Test
    void outputThatWaitedForAPulseDoesNotReplaceWhatWasReloaded() throws Exception {
        try (var page = new PlayedKernel("a")) {
            var first = running(page);
            page.end(first);
            page.print(first, "late");
            page.hear();

            page.reload();
            page.pulse();

            assertEquals("", page.shown(0));
        }
    }

    @Test
    void aRunUnderWayShowsAllOfItsOutputsAfterAReload() throws Exception {
        try (var page = new PlayedKernel("a")) {
            var first = running(page);
            page.print(first, "before ");
            page.hearAndPulse();
            page.reload();
            var between = page.shown(0);

            page.print(first, "after");
            page.end(first);

            assertEquals("", between);
            assertEquals("[stdout before after]", page.shown(0));
        }
    }

    @Test
    void aRunThatWasSentBeforeAReloadShowsItsOutputs() throws Exception {
        try (var page = new PlayedKernel("a", "b")) {
            page.run(0, 1);
            var first = page.request("a");
            page.replyOk(first);
            page.hear();
            var second = page.request("b");
            page.reload();

            page.kernel.status(first, "idle");
            page.print(second, "two");
            page.end(second);

            assertEquals("[stdout two]", page.shown(1));
        }
    }

    @Test
    void outputOfOtherClientsIsLeftAlone() throws Exception {
        try (var page = new PlayedKernel("a")) {
            page.end(running(page));

            page.kernel.say(
                    Channel.IOPUB, null, "stream", "{\"name\":\"stdout\",\"text\":\"other\"}");
            page.hearAndPulse();

            assertEquals("", page.shown(0));
        }
    }

    @Test
    void aDisplayIsRenewedByOtherClientsToo() throws Exception {
        try (var page = new PlayedKernel("a")) {
            showInFirst(page);

            page.kernel.say(
                    Channel.IOPUB,
                    null,
                    "update_display_data",
                    """
                    {"data":{"text/plain":"other's"},"metadata":{},
                     "transient":{"display_id":"d"}}""");
            page.hearAndPulse();

            assertEquals("[other's]", page.shown(0));
        }
    }

    @Test
    void lateOutputKeepsADisplayThatAnotherCellHasRenewed() throws Exception {
        try (var page = new PlayedKernel("a", "b")) {
            var first = showInFirst(page);
            page.run(1);
            page.display(page.request("b"), "update_display_data", "d", "newer");
            page.hearAndPulse();

            page.print(first, "late");
            page.hearAndPulse();

            assertEquals("[newer][stdout late]", page.shown(0));
        }
    }

    @Test
    void aNewRunEmptiesTheOutputsWhenItBegins() throws Exception {
        try (var page = new PlayedKernel("a")) {
            showInFirst(page);

            page.run(0);

            assertEquals("", page.shown(0));
            assertEquals(List.of("0 Running", "0 Done", "0 Running"), withoutWaiting(page));
        }
    }

    private static List<String> withoutWaiting(PlayedKernel page) {
        return page.told.stream().filter(it -> !it.endsWith("Queued")).toList();
    }

    private static Sent running(PlayedKernel page) throws InterruptedException {
        page.run(0);
        return page.request("a");
    }

    private static Sent showInFirst(PlayedKernel page) throws InterruptedException {
        var first = running(page);
        page.display(first, "display_data", "d", "old");
        page.end(first);
        return first;
    }
}
