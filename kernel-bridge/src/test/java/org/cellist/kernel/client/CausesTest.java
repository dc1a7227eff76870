package org.cellist.kernel.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.cellist.kernel.channel.FakeChannels;
import org.cellist.kernel.channel.FakeChannels.Sent;
import org.cellist.kernel.client.Heard.StateChange;
import org.cellist.kernel.client.KernelListener.Cause;
import org.cellist.kernel.protocol.ExecutionState;
import org.cellist.kernel.protocol.Request.ExecuteRequest;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a kernel that calls itself busy is busy with.
class CausesTest {

    private static final ExecuteRequest SILENT =
            new ExecuteRequest("", true, false, JsonObject.EMPTY, false, false);

    private final FakeChannels kernel = new FakeChannels();
    private final KernelClient client = FakeClients.of(kernel);
    private final Heard heard = new Heard();

    @AfterEach
    void close() throws InterruptedException {
        client.close();
        client.awaitClosed();
    }

    @Test
    void aRunIsWork() throws Exception {
        client.addListener(heard);
        client.execute(ExecuteRequest.of("x"), new Heard());
        var run = kernel.sent("execute_request");

        assertIsBusyAndIdle(Cause.WORK, run);
    }

    /// Also when it is read after the reply, which comes over another socket.
    @Test
    void whatWasRequestedIsAQuestionEvenIfItIsCode() throws Exception {
        assertTrue(client.request(SILENT, Duration.ZERO).isEmpty());
        client.addListener(heard);
        var request = kernel.sent("execute_request");

        assertIsBusyAndIdle(Cause.QUESTION, request);
        assertIsBusyAndIdle(Cause.WORK, request); // once is enough
    }

    @Test
    void theHandshakeIsAQuestion() throws Exception {
        assertTrue(client.awaitReady(Duration.ZERO).isEmpty());
        client.addListener(heard);

        assertIsBusyAndIdle(Cause.QUESTION, kernel.sent("kernel_info_request"));
    }

    private void assertIsBusyAndIdle(Cause cause, Sent request) throws InterruptedException {
        for (var state : new ExecutionState[] {ExecutionState.BUSY, ExecutionState.IDLE}) {
            kernel.status(request, state == ExecutionState.BUSY ? "busy" : "idle");
            assertEquals(new StateChange(state, cause), nextChange());
        }
    }

    private StateChange nextChange() throws InterruptedException {
        while (true) {
            if (heard.next() instanceof StateChange change) {
                return change;
            }
        }
    }
}
