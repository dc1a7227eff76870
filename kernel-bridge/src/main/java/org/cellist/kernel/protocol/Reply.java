package org.cellist.kernel.protocol;

import java.util.List;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.RawJson;
import org.jspecify.annotations.Nullable;

/// What a kernel answers on shell or control. Immutable.
///
/// A reply whose `status` is not `ok` is [Failed] or [Aborted], but for [ExecuteReply], whose
/// execution count matters in all three cases.
public sealed interface Reply {

    /// How a request ended: `ok`, `error` or `aborted`. Immutable.
    sealed interface Status {

        record Ok() implements Status {}

        record Errored(String ename, String evalue, List<String> traceback) implements Status {
            public Errored {
                traceback = List.copyOf(traceback);
            }
        }

        /// Not run, because a request before it failed or the kernel was interrupted.
        record Cancelled() implements Status {}
    }

    /// `execute_reply`.
    ///
    /// @param payload deprecated but used: `set_next_input`, `page`
    record ExecuteReply(
            Status status,
            @Nullable Integer executionCount,
            List<JsonObject> payload,
            JsonObject userExpressions)
            implements Reply {
        public ExecuteReply {
            payload = List.copyOf(payload);
        }
    }

    /// `inspect_reply`.
    record InspectReply(boolean found, MimeBundle data) implements Reply {}

    /// `complete_reply`; positions are Unicode code points.
    record CompleteReply(List<String> matches, int cursorStart, int cursorEnd, JsonObject metadata)
            implements Reply {
        public CompleteReply {
            matches = List.copyOf(matches);
        }
    }

    /// `history_reply`: entries as received, `[session, line number, input]`.
    record HistoryReply(RawJson history) implements Reply {}

    /// `is_complete_reply`: `complete`, `incomplete`, `invalid` or `unknown`.
    record IsCompleteReply(String status, String indent) implements Reply {}

    /// `connect_reply`.
    record ConnectReply(JsonObject ports) implements Reply {}

    /// `comm_info_reply`: comm id to target name.
    record CommInfoReply(JsonObject comms) implements Reply {}

    /// `kernel_info_reply`.
    ///
    /// @param languageInfo as the notebook's `language_info` wants it
    /// @param supportedFeatures such as `iopub_welcome` or `kernel subshells`
    record KernelInfoReply(
            String protocolVersion,
            String implementation,
            String implementationVersion,
            JsonObject languageInfo,
            String banner,
            List<String> supportedFeatures)
            implements Reply {
        public KernelInfoReply {
            supportedFeatures = List.copyOf(supportedFeatures);
        }
    }

    /// `shutdown_reply`.
    record ShutdownReply(boolean restart) implements Reply {}

    /// `interrupt_reply`.
    record InterruptReply() implements Reply {}

    /// `debug_reply`: a response of the debug adapter protocol.
    record DebugReply(RawJson response) implements Reply {}

    /// `create_subshell_reply`.
    record CreateSubshellReply(String subshellId) implements Reply {}

    /// `delete_subshell_reply`.
    record DeleteSubshellReply() implements Reply {}

    /// `list_subshell_reply`.
    record ListSubshellReply(List<String> subshellIds) implements Reply {
        public ListSubshellReply {
            subshellIds = List.copyOf(subshellIds);
        }
    }

    /// Any reply with `status: error`, but an `execute_reply`.
    record Failed(String messageType, Status.Errored error) implements Reply {}

    /// Any reply with `status: aborted`, but an `execute_reply`.
    record Aborted(String messageType) implements Reply {}

    /// A reply of a type this build does not know, as received.
    record Unknown(String messageType, RawJson content) implements Reply {}
}
