package org.cellist.kernel.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.cellist.kernel.channel.ChannelEvent;
import org.cellist.kernel.channel.FakeChannels;
import org.cellist.kernel.channel.FakeChannels.Sent;
import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.Request.ExecuteRequest;
import org.cellist.kernel.protocol.StdinContent.InputRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Runs through a broken connection.
class RecoveryTest {

    private static final String OK = "{\"status\":\"ok\",\"execution_count\":1}";
    private static final Duration LONG = Duration.ofMinutes(10);

    private static final Duration SOON = Duration.ofSeconds(4);

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

    /// A server that still holds the connection from before may lose what comes through the new
    /// one.
    @Test
    void aRunThatIsLostInAConnectionThatIsWholeIsNoticed() throws Exception {
        kernel.reply(breakAndMend(), "{\"status\":\"ok\"}");
        run();
        kernel.silence(Duration.ofMillis(1)); // a look at what is under way
        kernel.silence(SOON);
        kernel.reply(kernel.sent("kernel_info_request"), "{\"status\":\"ok\"}");

        assertEquals("ConnectionLost[hasBegun=false]", heard());
        assertFalse(kernel.hasSent());
    }

    @Test
    void aQuestionThatIsLostIsAskedAgain() throws Exception {
        var run = run();
        kernel.status(run, "busy");
        breakAndMend();
        kernel.silence(SOON);
        kernel.sent("kernel_info_request");
        kernel.silence(SOON); // twice as long, the second time
        kernel.silence(SOON);
        kernel.reply(kernel.sent("kernel_info_request"), "{\"status\":\"ok\"}");

        assertEquals("ConnectionLost[hasBegun=true]", heard());
        assertFalse(kernel.hasSent());
    }

    @Test
    void aRunThatWorksForHoursIsNotAskedAbout() throws Exception {
        kernel.reply(breakAndMend(), "{\"status\":\"ok\"}");
        var run = run();
        kernel.status(run, "busy");
        var next = run(); // waits for it
        kernel.silence(LONG);
        kernel.silence(LONG);
        kernel.status(run, "idle");
        kernel.reply(run, OK);
        kernel.status(next, "busy");
        kernel.status(next, "idle");
        kernel.reply(next, OK);

        assertEquals("Replied", heard());
        assertEquals("Replied", heard());
        assertFalse(kernel.hasSent());
    }

    @Test
    void withoutABreakNobodyAsks() throws Exception {
        var run = run();
        kernel.silence(LONG);
        kernel.silence(LONG);
        kernel.status(run, "idle");
        kernel.reply(run, OK);

        assertEquals("Replied", heard());
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
