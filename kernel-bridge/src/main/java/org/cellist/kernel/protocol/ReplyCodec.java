package org.cellist.kernel.protocol;

import java.util.Map;
import org.cellist.kernel.protocol.Reply.Aborted;
import org.cellist.kernel.protocol.Reply.CommInfoReply;
import org.cellist.kernel.protocol.Reply.CompleteReply;
import org.cellist.kernel.protocol.Reply.ConnectReply;
import org.cellist.kernel.protocol.Reply.CreateSubshellReply;
import org.cellist.kernel.protocol.Reply.DebugReply;
import org.cellist.kernel.protocol.Reply.DeleteSubshellReply;
import org.cellist.kernel.protocol.Reply.ExecuteReply;
import org.cellist.kernel.protocol.Reply.Failed;
import org.cellist.kernel.protocol.Reply.HistoryReply;
import org.cellist.kernel.protocol.Reply.InspectReply;
import org.cellist.kernel.protocol.Reply.InterruptReply;
import org.cellist.kernel.protocol.Reply.IsCompleteReply;
import org.cellist.kernel.protocol.Reply.KernelInfoReply;
import org.cellist.kernel.protocol.Reply.ListSubshellReply;
import org.cellist.kernel.protocol.Reply.ShutdownReply;
import org.cellist.kernel.protocol.Reply.Status;
import org.cellist.kernel.protocol.Reply.Unknown;
import org.cellist.kernel.protocol.json.RawJson;

/// Reads the contents of replies on shell and control. Immutable.
public final class ReplyCodec {

    private ReplyCodec() {}

    /// Returns the message with its content typed. Never fails.
    public static Message<Reply> typed(Message<RawJson> message) {
        return message.map(content -> reply(message.header().messageType(), content));
    }

    static Reply reply(String messageType, RawJson raw) {
        var json = new ContentJson(raw);
        if (messageType.equals("is_complete_reply")) {
            // Its `status` says something else than that of all other replies.
            return new IsCompleteReply(json.textOr("status", "unknown"), json.textOr("indent", ""));
        }
        var status = status(json);
        if (messageType.equals("execute_reply")) {
            return new ExecuteReply(
                    status,
                    json.integer("execution_count"),
                    json.objects("payload"),
                    json.object("user_expressions"));
        }
        return switch (status) {
            case Status.Errored error -> new Failed(messageType, error);
            case Status.Cancelled _ -> new Aborted(messageType);
            case Status.Ok _ -> ok(messageType, json, raw);
        };
    }

    /// Kernels older than protocol 5 leave `status` out where all went well.
    private static Status status(ContentJson json) {
        return switch (json.textOr("status", "ok")) {
            case "error" ->
                    new Status.Errored(
                            json.textOr("ename", ""),
                            json.textOr("evalue", ""),
                            json.texts("traceback"));
            case "aborted", "abort" -> new Status.Cancelled();
            default -> new Status.Ok();
        };
    }

    private static Reply ok(String messageType, ContentJson json, RawJson raw) {
        return switch (messageType) {
            case "inspect_reply" -> {
                var bundle = json.bundle();
                var empty = new MimeBundle(Map.of(), RawJson.EMPTY_OBJECT);
                yield new InspectReply(json.flag("found"), bundle == null ? empty : bundle);
            }
            case "complete_reply" ->
                    new CompleteReply(
                            json.texts("matches"),
                            json.integerOr("cursor_start", 0),
                            json.integerOr("cursor_end", 0),
                            json.object("metadata"));
            case "history_reply" -> new HistoryReply(json.raw("history"));
            case "connect_reply" -> new ConnectReply(raw.object());
            case "comm_info_reply" -> new CommInfoReply(json.object("comms"));
            case "kernel_info_reply" ->
                    new KernelInfoReply(
                            json.textOr("protocol_version", ""),
                            json.textOr("implementation", ""),
                            json.textOr("implementation_version", ""),
                            json.object("language_info"),
                            json.textOr("banner", ""),
                            json.texts("supported_features"));
            case "shutdown_reply" -> new ShutdownReply(json.flag("restart"));
            case "interrupt_reply" -> new InterruptReply();
            case "debug_reply" -> new DebugReply(raw);
            case "create_subshell_reply" -> new CreateSubshellReply(json.textOr("subshell_id", ""));
            case "delete_subshell_reply" -> new DeleteSubshellReply();
            case "list_subshell_reply" -> new ListSubshellReply(json.texts("subshell_id"));
            default -> new Unknown(messageType, raw);
        };
    }
}
