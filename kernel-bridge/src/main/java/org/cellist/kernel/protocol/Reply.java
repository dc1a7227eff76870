package org.cellist.kernel.protocol;

import java.util.List;
import java.util.Map;
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
    /// @param executionCount absent when the kernel counted nothing, such as for an aborted
    /// request
    /// @param userExpressions name to result, as received
    record ExecuteReply(
            Status status,
            @Nullable Integer executionCount,
            List<Payload> payload,
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

    /// `history_reply`, oldest entry first.
    record HistoryReply(List<HistoryEntry> history) implements Reply {
        public HistoryReply {
            history = List.copyOf(history);
        }
    }

    /// One input of the past. Immutable.
    ///
    /// @param session the kernel's number of the session it was run in; 0 for the present one
    /// @param output what came of it, when that was asked for and there was anything
    record HistoryEntry(int session, int lineNumber, String input, @Nullable String output) {}

    /// `is_complete_reply`.
    ///
    /// @param indent what to begin the next line with, if the code is incomplete
    record IsCompleteReply(Completeness status, String indent) implements Reply {}

    /// Whether code can be run as it stands. Immutable.
    enum Completeness {
        COMPLETE,
        INCOMPLETE,
        INVALID,
        UNKNOWN
    }

    /// `connect_reply`: the ports' names, such as `shell_port`, and numbers.
    record ConnectReply(Map<String, Integer> ports) implements Reply {
        public ConnectReply {
            ports = Map.copyOf(ports);
        }
    }

    /// `comm_info_reply`: the open comms and their target names.
    record CommInfoReply(Map<CommId, String> targetNames) implements Reply {
        public CommInfoReply {
            targetNames = Map.copyOf(targetNames);
        }
    }

    /// `kernel_info_reply`.
    ///
    /// @param languageInfo as the notebook's `language_info` wants it
    /// @param supportedFeatures such as `debugger` or `kernel subshells`
    record KernelInfoReply(
            String protocolVersion,
            String implementation,
            String implementationVersion,
            JsonObject languageInfo,
            String banner,
            List<HelpLink> helpLinks,
            List<String> supportedFeatures)
            implements Reply {
        public KernelInfoReply {
            helpLinks = List.copyOf(helpLinks);
            supportedFeatures = List.copyOf(supportedFeatures);
        }
    }

    /// A page about the kernel or its language. Immutable.
    ///
    /// @param url as received: check it before it is opened
    record HelpLink(String text, String url) {}

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
