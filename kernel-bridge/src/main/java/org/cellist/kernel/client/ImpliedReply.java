package org.cellist.kernel.client;

import java.util.List;
import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.IopubContent.ExecuteInput;
import org.cellist.kernel.protocol.IopubContent.KernelError;
import org.cellist.kernel.protocol.Reply.ExecuteReply;
import org.cellist.kernel.protocol.Reply.Status;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.jspecify.annotations.Nullable;

/// What a run's broadcasts tell of its reply. The reply itself goes to the client that asked for
/// the run, who may be gone.
///
/// Confined to the client's thread.
final class ImpliedReply {

    private Status status = new Status.Ok();
    private @Nullable Integer executionCount;

    void take(IopubContent content) {
        switch (content) {
            case ExecuteInput(_, var count) -> executionCount = count;
            case KernelError(var name, var value, var traceback) ->
                    status = new Status.Errored(name, value, traceback);
            default -> {
                // Says nothing of how it ends.
            }
        }
    }

    ExecuteReply reply() {
        return new ExecuteReply(status, executionCount, List.of(), JsonObject.EMPTY);
    }
}
