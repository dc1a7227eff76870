package org.cellist.kernel.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.cellist.kernel.channel.ChannelEvent;
import org.cellist.kernel.channel.ClosedChannelsException;
import org.cellist.kernel.channel.FakeChannels;
import org.cellist.kernel.client.Heard.Alive;
import org.cellist.kernel.client.Heard.Dropped;
import org.cellist.kernel.client.Heard.Ended;
import org.cellist.kernel.client.Heard.StateChange;
import org.cellist.kernel.client.KernelListener.Cause;
import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.CommId;
import org.cellist.kernel.protocol.ExecutionState;
import org.cellist.kernel.protocol.FrameProblem;
import org.cellist.kernel.protocol.IopubContent.Status;
import org.cellist.kernel.protocol.IopubContent.Unknown;
import org.cellist.kernel.protocol.Reply;
import org.cellist.kernel.protocol.Request.CommClose;
import org.cellist.kernel.protocol.Request.CompleteRequest;
import org.cellist.kernel.protocol.Request.InspectRequest;
import org.cellist.kernel.protocol.json.JsonValue.JsonBoolean;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.RawJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Questions and answers, the kernel's state, and the end.
class KernelClientTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration NONE = Duration.ZERO;
    private static final String IDLE = "{\"execution_state\":\"idle\"}";

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
    void anAnswerGoesToWhoAsked() throws Exception {
        var first = asking(() -> client.complete(new CompleteRequest("pri", 3), PATIENCE));
        var firstRequest = kernel.sent("complete_request");
        var second = asking(() -> client.complete(new CompleteRequest("le", 2), PATIENCE));
        var secondRequest = kernel.sent("complete_request");

        kernel.reply(secondRequest, "{\"matches\":[\"len\"],\"cursor_start\":0,\"cursor_end\":2}");
        kernel.reply(firstRequest, "{\"matches\":[\"print\"],\"cursor_start\":0,\"cursor_end\":3}");

        assertEquals(Optional.of(matches("print", 3)), got(first));
        assertEquals(Optional.of(matches("len", 2)), got(second));
    }

    @Test
    void anAnswerThatDoesNotComeInTimeIsAbsent() throws Exception {
        assertEquals(Optional.empty(), client.inspect(new InspectRequest("x", 1, 0), NONE));
    }

    @Test
    void aRefusalIsAnAbsentAnswer() throws Exception {
        var asking = asking(() -> client.inspect(new InspectRequest("x", 1, 0), PATIENCE));

        kernel.reply(kernel.sent(), "{\"status\":\"error\",\"ename\":\"E\",\"evalue\":\"\"}");

        assertEquals(Optional.empty(), got(asking));
    }

    @Test
    void theAbortTimeIsReadFromTheKernelsSettingWithoutRunningCode() throws Exception {
        var time = new CompletableFuture<Duration>();
        client.askAbortTime(time::complete);

        var request = kernel.sent("execute_request");
        var content = request.message().content().object();
        kernel.reply(
                request,
                """
                {"status":"ok","execution_count":0,"user_expressions":{"abort_time":
                {"status":"ok","data":{"text/plain":"86400.0"},"metadata":{}}}}""");

        assertEquals("", content.string("code"));
        assertEquals(new JsonBoolean(true), content.get("silent"));
        assertEquals(Duration.ofDays(1), time.get(2, TimeUnit.MINUTES));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"error\",\"ename\":\"E\",\"evalue\":\"\"}",
                "{\"status\":\"ok\",\"execution_count\":0}",
                "{\"status\":\"ok\",\"execution_count\":0,\"user_expressions\":"
                        + "{\"abort_time\":{\"status\":\"error\",\"ename\":\"NameError\"}}}",
                "{\"status\":\"ok\",\"execution_count\":0,\"user_expressions\":"
                        + "{\"abort_time\":{\"data\":{\"text/plain\":\"False\"}}}}"
            })
    void aKernelWithoutAnAbortTimeHasNone(String answer) throws Exception {
        var time = new CompletableFuture<Duration>();
        client.askAbortTime(time::complete);

        kernel.reply(kernel.sent("execute_request"), answer);

        assertEquals(Duration.ZERO, time.get(2, TimeUnit.MINUTES));
    }

    @Test
    void whoWaitsForAnAnswerIsToldOfTheEnd() throws Exception {
        var asking = asking(() -> client.inspect(new InspectRequest("x", 1, 0), PATIENCE));
        kernel.sent("inspect_request");

        client.close();

        assertEquals(Optional.empty(), got(asking));
    }

    @Test
    void aQuestionAfterTheEndHasNoAnswer() throws Exception {
        client.close();
        client.awaitClosed();

        assertEquals(Optional.empty(), client.interrupt(PATIENCE));
        assertEquals(Optional.empty(), client.awaitReady(PATIENCE));
    }

    @Test
    void whatHasNoReplyCannotBeSentAfterTheEnd() {
        var close = new CommClose(new CommId("c"), RawJson.EMPTY_OBJECT, List.of());
        client.close();

        assertThrows(ClosedChannelsException.class, () -> client.send(close));
    }

    @Test
    void interruptAndShutdownGoOnControl() throws Exception {
        var interrupt = asking(() -> client.interrupt(PATIENCE));
        var request = kernel.sent("interrupt_request");
        kernel.reply(request, "{\"status\":\"ok\"}");
        got(interrupt);

        var shutdown = asking(() -> client.shutdown(true, PATIENCE));
        var last = kernel.sent("shutdown_request");
        kernel.reply(last, "{\"status\":\"ok\",\"restart\":true}");

        assertEquals(Channel.CONTROL, request.channel());
        assertEquals(Channel.CONTROL, last.channel());
        assertEquals(Optional.of(new Reply.ShutdownReply(true)), got(shutdown));
    }

    @Test
    void itIsReadyWhenTheReplyAndABroadcastHaveCome() throws Exception {
        var waiting = asking(() -> client.awaitReady(PATIENCE));
        var request = kernel.sent("kernel_info_request");

        kernel.status(request, "busy");
        kernel.reply(request, "{\"implementation\":\"ipython\",\"protocol_version\":\"5.3\"}");

        assertEquals("ipython", got(waiting).orElseThrow().implementation());
        assertEquals("5.3", client.info().orElseThrow().protocolVersion());
    }

    @Test
    void itAsksAgainUntilABroadcastIsHeard() throws Exception {
        var waiting = asking(() -> client.awaitReady(PATIENCE));

        kernel.reply(kernel.sent("kernel_info_request"), "{}");
        var again = kernel.sent("kernel_info_request");
        kernel.status(again, "idle");

        assertTrue(got(waiting).isPresent());
    }

    @Test
    void aKernelThatDoesNotAnswerIsNotReady() throws Exception {
        assertEquals(Optional.empty(), client.awaitReady(NONE));
    }

    @Test
    void theStateIsWhatTheKernelSaidLast() throws Exception {
        client.addListener(heard);

        kernel.say(Channel.IOPUB, null, "status", "{\"execution_state\":\"busy\"}");
        kernel.say(Channel.IOPUB, null, "status", IDLE);

        assertEquals(new StateChange(ExecutionState.BUSY, Cause.WORK), heard.next());
        assertEquals(new Status(ExecutionState.BUSY), heard.next());
        assertEquals(new StateChange(ExecutionState.IDLE, Cause.WORK), heard.next());
        assertEquals(ExecutionState.IDLE, client.state());
    }

    @Test
    void aHeartThatStopsAndBeatsAgainIsTold() throws Exception {
        client.addListener(heard);
        assertTrue(client.isAlive());

        kernel.put(new ChannelEvent.Heartbeat(false));
        assertEquals(new Alive(false), heard.next());
        assertFalse(client.isAlive());

        kernel.put(new ChannelEvent.Heartbeat(true));
        assertEquals(new Alive(true), heard.next());
        assertTrue(client.isAlive());
    }

    @Test
    void whatWasDroppedIsSaid() throws Exception {
        client.addListener(heard);

        kernel.drop(Channel.IOPUB, FrameProblem.BAD_SIGNATURE);

        assertEquals(new Dropped(Channel.IOPUB, FrameProblem.BAD_SIGNATURE), heard.next());
    }

    @Test
    void aReplyThatNamesNoRequestIsSaidToBeDropped() throws Exception {
        client.addListener(heard);

        kernel.say(Channel.SHELL, null, "execute_reply", "{}");
        kernel.say(Channel.STDIN, null, "input_request", "{}");

        assertEquals(new Dropped(Channel.SHELL, FrameProblem.NO_PARENT), heard.next());
        assertEquals(new Dropped(Channel.STDIN, FrameProblem.NO_PARENT), heard.next());
    }

    @Test
    void aBroadcastOfAnUnknownTypeIsToldWhole() throws Exception {
        client.addListener(heard);

        kernel.say(Channel.IOPUB, null, "hologram", "{\"depth\":3}");

        var unknown = (Unknown) heard.next();
        assertEquals("hologram", unknown.messageType());
        assertEquals("{\"depth\":3}", unknown.content().toString());
    }

    @Test
    void theEndIsToldLastAndEndsTheThread() throws Exception {
        client.addListener(heard);
        kernel.say(Channel.IOPUB, null, "status", IDLE);

        client.close();
        client.awaitClosed();

        assertEquals(
                List.of(
                        new StateChange(ExecutionState.IDLE, Cause.WORK),
                        new Status(ExecutionState.IDLE),
                        new Ended()),
                heard.rest());
        assertFalse(client.isAlive());
    }

    @Test
    void aListenerThatWasRemovedHearsNothing() throws Exception {
        client.addListener(heard);
        client.removeListener(heard);

        kernel.say(Channel.IOPUB, null, "status", IDLE);
        client.close();
        client.awaitClosed();

        assertEquals(List.of(), heard.rest());
    }

    private static <T> FutureTask<T> asking(Callable<T> question) {
        var task = new FutureTask<>(question);
        Thread.ofVirtual().name("asking").start(task);
        return task;
    }

    private static <T> T got(FutureTask<T> task) throws Exception {
        return task.get(2, TimeUnit.MINUTES);
    }

    private static Reply.CompleteReply matches(String match, int end) {
        return new Reply.CompleteReply(List.of(match), 0, end, JsonObject.EMPTY);
    }
}
