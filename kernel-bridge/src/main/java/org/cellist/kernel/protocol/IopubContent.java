package org.cellist.kernel.protocol;

import java.util.List;
import org.cellist.kernel.protocol.json.RawJson;
import org.jspecify.annotations.Nullable;

/// The content of one message on a kernel's iopub channel. Immutable.
///
/// Each record is named after its `msg_type` in the Jupyter messaging specification 5.x,
/// section "Messages on the IOPub (PUB/SUB) channel". A type this build does not know becomes
/// [Unknown] and is kept whole, so that a newer kernel never breaks an older editor.
public sealed interface IopubContent {

    /// `stream`: text the kernel wrote to one of its standard streams.
    record Stream(StreamName name, String text) implements IopubContent {}

    /// `display_data`: one thing to show, offered in one or more MIME types.
    record DisplayData(MimeBundle data, @Nullable DisplayId displayId) implements IopubContent {}

    /// `update_display_data`: new contents for every output of that display id.
    record UpdateDisplayData(MimeBundle data, DisplayId displayId) implements IopubContent {}

    /// `execute_input`: the code that is about to run, for all clients to see.
    record ExecuteInput(String code, int executionCount) implements IopubContent {}

    /// `execute_result`: the value of the cell's last expression.
    record ExecuteResult(
            @Nullable Integer executionCount, MimeBundle data, @Nullable DisplayId displayId)
            implements IopubContent {}

    /// `error`: the exception that ended the request. The traceback lines carry ANSI colours.
    record KernelError(String ename, String evalue, List<String> traceback)
            implements IopubContent {
        public KernelError {
            traceback = List.copyOf(traceback);
        }
    }

    /// `status`: what the kernel is doing now.
    record Status(ExecutionState executionState) implements IopubContent {}

    /// `clear_output`: drop the outputs so far; with `wait` set, not before the next one arrives.
    record ClearOutput(boolean waitForNext) implements IopubContent {}

    /// `debug_event`: an event of the debug adapter protocol.
    record DebugEvent(RawJson event) implements IopubContent {}

    /// `iopub_welcome`: the subscription is up (JEP 65).
    record IopubWelcome(String subscription) implements IopubContent {}

    /// `comm_open`: the kernel made a comm.
    record CommOpen(CommId commId, String targetName, RawJson data) implements IopubContent {}

    /// `comm_msg`: the kernel says something on a comm.
    record CommMsg(CommId commId, RawJson data) implements IopubContent {}

    /// `comm_close`: the kernel ended a comm.
    record CommClose(CommId commId, RawJson data) implements IopubContent {}

    /// `shutdown_reply`, which is broadcast too.
    record ShutdownNotice(boolean restart) implements IopubContent {}

    /// Any other `msg_type`, or a known one whose content has the wrong shape, as received.
    record Unknown(String messageType, RawJson content) implements IopubContent {}
}
