package org.cellist.kernel.protocol;

import java.util.List;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.RawJson;
import org.jspecify.annotations.Nullable;

/// What a client asks of a kernel on shell or control. Immutable.
///
/// Each record is named after its `msg_type` in the Jupyter messaging specification 5.x, sections
/// "Messages on the shell (ROUTER/DEALER) channel", "Messages on the Control (ROUTER/DEALER)
/// channel" and "Custom Messages". Of the buffers nobody may change a byte.
public sealed interface Request {

    /// `execute_request`: runs code.
    ///
    /// @param silent no broadcast, no execution count
    /// @param allowStdin whether the code may ask for input
    /// @param stopOnError whether requests queued behind a failed one are aborted
    record ExecuteRequest(
            String code,
            boolean silent,
            boolean storeHistory,
            JsonObject userExpressions,
            boolean allowStdin,
            boolean stopOnError)
            implements Request {

        /// Runs a cell the way a notebook does.
        public static ExecuteRequest of(String code) {
            return new ExecuteRequest(code, false, true, JsonObject.EMPTY, true, true);
        }

        /// Returns this request for code that nobody answers.
        public ExecuteRequest withoutInput() {
            return new ExecuteRequest(
                    code, silent, storeHistory, userExpressions, false, stopOnError);
        }

        /// Returns this request for code that may fail: what is queued behind it runs all the same.
        public ExecuteRequest withoutStop() {
            return new ExecuteRequest(
                    code, silent, storeHistory, userExpressions, allowStdin, false);
        }
    }

    /// `inspect_request`: documentation of what stands at a place in code.
    ///
    /// @param cursorPosition in Unicode code points (protocol 5.2)
    /// @param detailLevel 0, or 1 for the source as well
    record InspectRequest(String code, int cursorPosition, int detailLevel) implements Request {}

    /// `complete_request`: how the text before a place may go on.
    ///
    /// @param cursorPosition in Unicode code points (protocol 5.2)
    record CompleteRequest(String code, int cursorPosition) implements Request {}

    /// `history_request`.
    ///
    /// @param output whether the results are wanted too
    /// @param raw as typed, or as the kernel transformed it
    record HistoryRequest(boolean output, boolean raw, HistoryAccess access) implements Request {}

    /// Which part of the history is meant (`hist_access_type`). Immutable.
    sealed interface HistoryAccess {

        /// The last `count` inputs.
        record Tail(int count) implements HistoryAccess {}

        /// The lines of one session, from `start` to before `stop`.
        ///
        /// @param session 0 for the present one; below 0 that many sessions ago
        record Range(int session, int start, int stop) implements HistoryAccess {}

        /// The last `count` inputs that match a pattern.
        ///
        /// @param pattern with `*` and `?`
        /// @param unique whether repeated inputs count once
        record Search(String pattern, int count, boolean unique) implements HistoryAccess {}
    }

    /// `is_complete_request`: whether code can be run, or needs another line.
    record IsCompleteRequest(String code) implements Request {}

    /// `connect_request`: deprecated by the specification; answered by old kernels.
    record ConnectRequest() implements Request {}

    /// `comm_info_request`: which comms are open.
    record CommInfoRequest(@Nullable String targetName) implements Request {}

    /// `kernel_info_request`: who the kernel is.
    record KernelInfoRequest() implements Request {}

    /// `shutdown_request`, on control.
    record ShutdownRequest(boolean restart) implements Request {}

    /// `interrupt_request`, on control.
    record InterruptRequest() implements Request {}

    /// `debug_request`, on control: a request of the debug adapter protocol.
    record DebugRequest(RawJson request) implements Request {}

    /// `create_subshell_request`, on control (JEP 91).
    record CreateSubshellRequest() implements Request {}

    /// `delete_subshell_request`, on control.
    record DeleteSubshellRequest(String subshellId) implements Request {}

    /// `list_subshell_request`, on control.
    record ListSubshellRequest() implements Request {}

    /// `comm_open`: makes a comm in the kernel.
    record CommOpen(CommId commId, String targetName, RawJson data, List<byte[]> buffers)
            implements Request {
        public CommOpen {
            buffers = List.copyOf(buffers);
        }
    }

    /// `comm_msg`: says something on a comm.
    record CommMsg(CommId commId, RawJson data, List<byte[]> buffers) implements Request {
        public CommMsg {
            buffers = List.copyOf(buffers);
        }
    }

    /// `comm_close`: ends a comm.
    record CommClose(CommId commId, RawJson data, List<byte[]> buffers) implements Request {
        public CommClose {
            buffers = List.copyOf(buffers);
        }
    }
}
