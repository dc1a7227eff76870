package org.cellist.kernel.client;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.Reply.ExecuteReply;
import org.cellist.kernel.protocol.Request.ExecuteRequest;
import org.cellist.kernel.protocol.StdinContent.InputRequest;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;

/// Asks ipykernel how long after an error it runs nothing that arrives.
///
/// Looks at the kernel's own setting and runs none of the person's code: a silent request without
/// code whose only expression reads it. ipykernel 7 has the setting too but does not heed it where
/// a thread of its own receives the requests, as it always does.
///
/// Thread-safe.
final class AbortTime implements ExecutionListener {

    private static final String NAME = "abort_time";
    private static final JsonObject EXPRESSIONS =
            new JsonObject(
                    Map.of(
                            NAME,
                            new JsonString(
                                    "getattr(get_ipython().kernel, 'shell_channel_thread', None)"
                                            + " is None"
                                            + " and get_ipython().kernel.stop_on_error_timeout")));

    private final Consumer<Duration> then;

    AbortTime(Consumer<Duration> then) {
        this.then = then;
    }

    static ExecuteRequest question() {
        return new ExecuteRequest("", true, false, EXPRESSIONS, false, false);
    }

    @Override
    public void received(Message<IopubContent> message) {
        // Only busy and idle.
    }

    @Override
    public void inputRequested(InputRequest request) {
        // No code runs.
    }

    @Override
    public void replied(ExecuteReply reply) {
        var text = reply.userExpressions().object(NAME).object("data").string("text/plain");
        then.accept(text == null ? Duration.ZERO : seconds(text));
    }

    private static Duration seconds(String number) {
        try {
            return Duration.ofSeconds((long) Double.parseDouble(number));
        } catch (NumberFormatException _) {
            return Duration.ZERO; // False, or a kernel where the name means something else
        }
    }

    @Override
    public void ended(ExecutionEnd end) {
        // The reply said it.
    }
}
