package org.cellist.kernel.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cellist.kernel.channel.FakeChannels;
import org.cellist.kernel.channel.FakeChannels.Sent;
import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.ExecutionState;
import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.IopubContent.Status;
import org.cellist.kernel.protocol.IopubContent.Stream;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.Reply.ExecuteReply;
import org.cellist.kernel.protocol.Reply.Status.Cancelled;
import org.cellist.kernel.protocol.Reply.Status.Ok;
import org.cellist.kernel.protocol.Request.ExecuteRequest;
import org.cellist.kernel.protocol.StdinContent.InputRequest;
import org.cellist.kernel.protocol.StreamName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// When an execution ends, and what it hears before.
class ExecutionTest {

    private static final String OK = "{\"status\":\"ok\",\"execution_count\":1}";
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofSeconds(3);

    private final FakeChannels kernel = new FakeChannels();
    private final KernelClient client =
            new KernelClient(kernel, "fake", RunAdopter.NOBODY, kernel::nanoTime);
    private final Heard heard = new Heard();

    @AfterEach
    void close() throws InterruptedException {
        client.close();
        client.awaitClosed();
    }

    @Test
    void itEndsWithIdleWhenTheReplyCameBefore() throws Exception {
        var request = run("1");

        kernel.reply(request, OK);
        print(request, "late");
        kernel.status(request, "idle");

        assertEquals(stdout("late"), heard.next());
        assertEquals(new Status(ExecutionState.IDLE), heard.next());
        assertReplied();
    }

    @Test
    void itEndsWithTheReplyWhenIdleCameBefore() throws Exception {
        var request = run("1");

        kernel.status(request, "idle");
        kernel.reply(request, OK);

        assertEquals(new Status(ExecutionState.IDLE), heard.next());
        assertReplied();
    }

    @Test
    void itEndsOnce() throws Exception {
        var request = run("1");
        kernel.status(request, "idle");
        kernel.reply(request, OK);
        heard.next();
        assertReplied();

        kernel.reply(request, OK);
        kernel.status(request, "idle");
        client.close();
        client.awaitClosed();

        assertEquals(List.of(), heard.rest());
    }

    @Test
    void theReplyIsToldOnceAndBeforeTheEnd() throws Exception {
        var replies = new Replies();
        client.execute(ExecuteRequest.of("1"), replies);
        var request = kernel.sent("execute_request");

        kernel.reply(request, OK);
        print(request, "late");
        kernel.status(request, "idle");
        kernel.reply(request, OK);
        client.close();
        client.awaitClosed();

        assertEquals(List.of("replied", "received", "received", "ended"), replies.told);
    }

    @Test
    void outputThatComesAfterTheEndBelongsToNobody() throws Exception {
        var others = new Heard();
        var request = run("1");
        kernel.status(request, "idle");
        kernel.reply(request, OK);
        heard.next();
        assertReplied();
        client.addListener(others);

        print(request, "from a thread");

        assertEquals(stdout("from a thread"), others.next());
        assertEquals(List.of(), heard.rest());
    }

    @Test
    void outputOfAnotherExecutionGoesThere() throws Exception {
        var otherHeard = new Heard();
        var first = run("1");
        client.execute(ExecuteRequest.of("2"), otherHeard);
        var second = kernel.sent("execute_request");

        print(second, "two");
        print(first, "one");

        assertEquals(stdout("one"), heard.next());
        assertEquals(stdout("two"), otherHeard.next());
    }

    @Test
    void aReplyThatWasLostIsSaidToBeMissing() throws Exception {
        var request = run("1");

        kernel.status(request, "idle");
        kernel.silence(LONG);

        heard.next();
        assertEquals(new ExecutionEnd.ReplyMissing(), heard.next());
    }

    @Test
    void aKernelThatNeverSaysThatItIsIdleIsNotWaitedFor() throws Exception {
        var request = run("1");

        kernel.reply(request, OK);
        kernel.silence(LONG);

        assertReplied();
    }

    @Test
    void anotherClientsChatterIsSilenceToo() throws Exception {
        var request = run("1");
        var chatter = "{\"name\":\"stdout\",\"text\":\"tick\"}";

        kernel.reply(request, OK);
        for (int i = 0; i < 4; i++) {
            kernel.silence(SHORT);
            kernel.say(Channel.IOPUB, null, "stream", chatter);
        }

        assertReplied();
    }

    @Test
    void outputOfItsOwnBreaksTheSilence() throws Exception {
        var request = run("1");

        kernel.reply(request, OK);
        kernel.silence(SHORT);
        print(request, "slow");
        kernel.silence(SHORT);
        kernel.status(request, "idle");

        assertEquals(stdout("slow"), heard.next());
        assertEquals(new Status(ExecutionState.IDLE), heard.next());
        assertReplied();
    }

    @Test
    void codeThatRunsForLongIsNotSilence() throws Exception {
        var request = run("sleep");

        kernel.status(request, "busy");
        kernel.silence(LONG);
        kernel.silence(LONG);
        print(request, "awake");

        assertEquals(new Status(ExecutionState.BUSY), heard.next());
        assertEquals(stdout("awake"), heard.next());
    }

    @Test
    void anAbortedRequestEndsAsCancelled() throws Exception {
        var request = run("1");

        kernel.reply(request, "{\"status\":\"aborted\"}");
        kernel.status(request, "idle");

        heard.next();
        var end = assertInstanceOf(ExecutionEnd.Replied.class, heard.next());
        assertEquals(new Cancelled(), end.reply().status());
    }

    @Test
    void itEndsWhenTheConnectionEnds() throws Exception {
        run("1");

        kernel.close();

        assertEquals(new ExecutionEnd.KernelGone(), heard.next());
    }

    @Test
    void itEndsAtOnceWhenTheConnectionHasEnded() throws Exception {
        client.close();
        client.awaitClosed();

        client.execute(ExecuteRequest.of("1"), heard);

        assertEquals(new ExecutionEnd.KernelGone(), heard.next());
    }

    @Test
    void aKernelThatStartsAnewEndsWhatTheOldOneHadBegun() throws Exception {
        var request = run("1");
        kernel.status(request, "busy");

        kernel.say(Channel.IOPUB, null, "status", "{\"execution_state\":\"starting\"}");

        heard.next();
        assertEquals(new ExecutionEnd.KernelGone(), heard.next());
    }

    @Test
    void aKernelThatStartsLateKeepsWhatWaitsForIt() throws Exception {
        var request = run("1");

        kernel.say(Channel.IOPUB, null, "status", "{\"execution_state\":\"starting\"}");
        kernel.status(request, "idle");
        kernel.reply(request, OK);

        heard.next();
        assertReplied();
    }

    @Test
    void aQuestionIsAnsweredOnceWithItsHeaderAsParent() throws Exception {
        var execution = client.execute(ExecuteRequest.of("input()"), heard);
        var request = kernel.sent("execute_request");
        kernel.say(
                Channel.STDIN,
                request.header(),
                "input_request",
                "{\"prompt\":\"name? \",\"password\":true}");
        assertEquals(new InputRequest("name? ", true), heard.next());

        execution.answer("첼로");
        execution.answer("again");

        var answer = kernel.sent("input_reply");
        assertEquals(Channel.STDIN, answer.channel());
        assertEquals("{\"value\":\"첼로\"}", answer.message().content().toString());
        var parent = answer.message().parentHeader();
        assertEquals("input_request", parent == null ? "none" : parent.messageType());
        assertFalse(kernel.hasSent());
    }

    @Test
    void anAnswerAfterTheEndGoesNowhere() throws Exception {
        var execution = client.execute(ExecuteRequest.of("input()"), heard);
        var request = kernel.sent("execute_request");
        kernel.say(Channel.STDIN, request.header(), "input_request", "{}");
        heard.next();

        kernel.close();
        execution.answer("too late");

        assertFalse(kernel.hasSent());
    }

    @Test
    void aListenerThatFailsCutsOffNobody() throws Exception {
        client.execute(ExecuteRequest.of("1"), new Failing());
        var failing = kernel.sent("execute_request");
        var request = run("2");

        print(failing, "one");
        print(request, "two");

        assertEquals(stdout("two"), heard.next());
    }

    private Sent run(String code) throws InterruptedException {
        client.execute(ExecuteRequest.of(code), heard);
        return kernel.sent("execute_request");
    }

    private void print(Sent request, String text) {
        kernel.broadcast(request, "stream", "{\"name\":\"stdout\",\"text\":\"" + text + "\"}");
    }

    private static Stream stdout(String text) {
        return new Stream(new StreamName("stdout"), text);
    }

    private void assertReplied() throws InterruptedException {
        var end = assertInstanceOf(ExecutionEnd.Replied.class, heard.next());
        assertEquals(new Ok(), end.reply().status());
        assertEquals(1, end.reply().executionCount());
    }

    /// Notes in which order it is told. Confined to the client's thread until that has ended.
    private static final class Replies implements ExecutionListener {

        private final List<String> told = new ArrayList<>();

        @Override
        public void received(Message<IopubContent> message) {
            told.add("received");
        }

        @Override
        public void inputRequested(InputRequest request) {
            told.add("asked");
        }

        @Override
        public void replied(ExecuteReply reply) {
            told.add("replied");
        }

        @Override
        public void ended(ExecutionEnd end) {
            told.add("ended");
        }
    }

    /// Throws whenever it is told something. Thread-safe.
    private static final class Failing implements ExecutionListener {

        @Override
        public void received(Message<IopubContent> message) {
            throw new IllegalStateException("as the test wants");
        }

        @Override
        public void inputRequested(InputRequest request) {
            throw new IllegalStateException("as the test wants");
        }

        @Override
        public void ended(ExecutionEnd end) {
            throw new IllegalStateException("as the test wants");
        }
    }
}
