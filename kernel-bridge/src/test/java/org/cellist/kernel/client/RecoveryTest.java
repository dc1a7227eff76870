package org.cellist.kernel.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.cellist.kernel.channel.ChannelEvent;
import org.cellist.kernel.channel.FakeChannels;
import org.cellist.kernel.channel.FakeChannels.Sent;
import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.MessageId;
import org.cellist.kernel.protocol.Request.ExecuteRequest;
import org.cellist.kernel.protocol.StdinContent.InputRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Runs through a broken connection.
class RecoveryTest {

    private static final String OK = "{\"status\":\"ok\",\"execution_count\":1}";
    private static final Duration LONG = Duration.ofMinutes(10);

    private final FakeChannels kernel = new FakeChannels();
    private final KernelClient client = FakeClients.of(kernel);
    private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @AfterEach
    void close() throws InterruptedException {
        client.close();
        client.awaitClosed();
    }

    @Test
    void aRunGoesOnWhenTheConnectionIsBackAndSaysThatSomethingMayBeMissing() throws Exception {
        var run = run();
        kernel.status(run, "busy");
        breakAndMend();
        kernel.status(run, "idle");
        kernel.reply(run, OK);

        assertEquals("may lack", heard());
        assertEquals("Replied", heard());
    }

    @Test
    void aRunWhoseEndWasLostEndsWhenTheKernelAnswersWhatCameLater() throws Exception {
        var run = run();
        kernel.status(run, "busy");
        var question = breakAndMend();
        kernel.reply(question, "{\"status\":\"ok\"}");

        assertEquals("ConnectionLost[hasBegun=true]", heard());
    }

    @Test
    void aRunThatNeverBeganIsNotSentAgain() throws Exception {
        run();
        var question = breakAndMend();
        kernel.reply(question, "{\"status\":\"ok\"}");

        assertEquals("ConnectionLost[hasBegun=false]", heard());
        assertFalse(kernel.hasSent());
    }

    @Test
    void noSilenceIsHeardThroughABrokenConnection() throws Exception {
        var run = run();
        kernel.status(run, "idle");
        kernel.put(new ChannelEvent.Disconnected("cut", false));
        kernel.silence(LONG);
        kernel.put(new ChannelEvent.Reconnected());
        kernel.reply(run, OK);

        assertEquals("Replied", heard());
    }

    @Test
    void aBreakThatLosesNothingAsksNothingAndRaisesNoDoubt() throws Exception {
        var run = run();
        kernel.put(new ChannelEvent.Disconnected("cut", true));
        kernel.silence(LONG);
        kernel.put(new ChannelEvent.Reconnected());
        kernel.reply(run, OK);
        kernel.status(run, "idle");

        assertEquals("Replied", heard());
        assertFalse(kernel.hasSent());
    }

    @Test
    void aBreakBetweenRunsCostsNothing() throws Exception {
        kernel.reply(breakAndMend(), "{\"status\":\"ok\"}");
        var run = run();
        kernel.status(run, "idle");
        kernel.reply(run, OK);

        assertEquals("Replied", heard());
    }

    @Test
    void whereNothingArrivesTheConnectionBeginsAnew() throws Exception {
        run();
        breakAndMend();
        kernel.silence(Duration.ofSeconds(4));
        kernel.awaitRenewal();

        kernel.reply(breakAndMend(), "{\"status\":\"ok\"}");
        assertEquals("ConnectionLost[hasBegun=false]", heard());
    }

    @Test
    void aKernelAtWorkMayAnswerLate() throws Exception {
        var run = run();
        kernel.status(run, "busy");
        var question = breakAndMend();
        kernel.silence(LONG);
        kernel.silence(LONG);
        kernel.reply(run, OK);
        kernel.status(run, "idle");
        kernel.reply(question, "{\"status\":\"ok\"}");

        assertEquals("may lack", heard());
        assertEquals("Replied", heard());
        assertFalse(kernel.isToBeRenewed());
    }

    @Test
    void aRunThatIsAskedForAfterTheQuestionIsNotLostByItsAnswer() throws Exception {
        var sender = new Sender(kernel);
        var recovery = new Recovery(sender);
        var run = new Execution(MessageId.random(), new Told(), sender);

        recovery.disconnected(false, List.of(run));
        recovery.reconnected(List.of(run), 0);
        var first = kernel.sent("kernel_info_request");
        assertEquals(Set.of(), recovery.lostAt(first.header()));

        run.sent();
        recovery.reconnected(List.of(run), 0);
        var second = kernel.sent("kernel_info_request");
        assertEquals(Set.of(run.id()), recovery.lostAt(second.header()));
    }

    private Sent breakAndMend() throws InterruptedException {
        kernel.put(new ChannelEvent.Disconnected("cut", false));
        kernel.put(new ChannelEvent.Reconnected());
        return kernel.sent("kernel_info_request");
    }

    private Sent run() throws InterruptedException {
        client.execute(ExecuteRequest.of("1"), new Told());
        return kernel.sent("execute_request");
    }

    private String heard() throws InterruptedException {
        return String.valueOf(heard.poll(60, TimeUnit.SECONDS));
    }

    private final class Told implements ExecutionListener {

        @Override
        public void received(Message<IopubContent> message) {
            // Only the end counts here.
        }

        @Override
        public void inputRequested(InputRequest request) {
            throw new AssertionError("nobody is asked");
        }

        @Override
        public void mayLack() {
            heard.add("may lack");
        }

        @Override
        public void ended(ExecutionEnd end) {
            heard.add(end instanceof ExecutionEnd.Replied ? "Replied" : end.toString());
        }
    }
}
