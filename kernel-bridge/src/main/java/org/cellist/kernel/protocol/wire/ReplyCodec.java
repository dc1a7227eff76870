package org.cellist.kernel.protocol.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cellist.kernel.protocol.CommId;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.MimeBundle;
import org.cellist.kernel.protocol.Reply;
import org.cellist.kernel.protocol.Reply.Aborted;
import org.cellist.kernel.protocol.Reply.CommInfoReply;
import org.cellist.kernel.protocol.Reply.CompleteReply;
import org.cellist.kernel.protocol.Reply.Completeness;
import org.cellist.kernel.protocol.Reply.ConnectReply;
import org.cellist.kernel.protocol.Reply.CreateSubshellReply;
import org.cellist.kernel.protocol.Reply.DebugReply;
import org.cellist.kernel.protocol.Reply.DeleteSubshellReply;
import org.cellist.kernel.protocol.Reply.ExecuteReply;
import org.cellist.kernel.protocol.Reply.Failed;
import org.cellist.kernel.protocol.Reply.HelpLink;
import org.cellist.kernel.protocol.Reply.HistoryEntry;
import org.cellist.kernel.protocol.Reply.HistoryReply;
import org.cellist.kernel.protocol.Reply.InspectReply;
import org.cellist.kernel.protocol.Reply.InterruptReply;
import org.cellist.kernel.protocol.Reply.IsCompleteReply;
import org.cellist.kernel.protocol.Reply.KernelInfoReply;
import org.cellist.kernel.protocol.Reply.ListSubshellReply;
import org.cellist.kernel.protocol.Reply.ShutdownReply;
import org.cellist.kernel.protocol.Reply.Status;
import org.cellist.kernel.protocol.Reply.Unknown;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.cellist.kernel.protocol.json.RawJson;
import org.jspecify.annotations.Nullable;

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
            return new IsCompleteReply(
                    completeness(json.textOr("status", "")), json.textOr("indent", ""));
        }
        var status = status(json);
        if (messageType.equals("execute_reply")) {
            return new ExecuteReply(
                    status,
                    json.integer("execution_count"),
                    PayloadCodec.payloads(json),
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
            case "history_reply" -> new HistoryReply(history(json));
            case "connect_reply" -> new ConnectReply(ports(json));
            case "comm_info_reply" -> new CommInfoReply(targetNames(json));
            case "kernel_info_reply" ->
                    new KernelInfoReply(
                            json.textOr("protocol_version", ""),
                            json.textOr("implementation", ""),
                            json.textOr("implementation_version", ""),
                            json.object("language_info"),
                            json.textOr("banner", ""),
                            helpLinks(json),
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

    private static Completeness completeness(String wire) {
        return switch (wire) {
            case "complete" -> Completeness.COMPLETE;
            case "incomplete" -> Completeness.INCOMPLETE;
            case "invalid" -> Completeness.INVALID;
            default -> Completeness.UNKNOWN;
        };
    }

    private static List<HistoryEntry> history(ContentJson json) {
        var entries = new ArrayList<HistoryEntry>();
        for (var item : json.items("history")) {
            if (item instanceof JsonArray(var parts)) {
                var entry = historyEntry(parts);
                if (entry != null) {
                    entries.add(entry);
                }
            }
        }
        return entries;
    }

    /// Reads `[session, line, input]` or `[session, line, [input, output]]`.
    private static @Nullable HistoryEntry historyEntry(List<JsonValue> parts) {
        if (parts.size() < 3) {
            return null;
        }
        var session = ContentJson.integer(parts.get(0));
        var line = ContentJson.integer(parts.get(1));
        if (session == null || line == null) {
            return null;
        }
        return switch (parts.get(2)) {
            case JsonString(var input) -> new HistoryEntry(session, line, input, null);
            case JsonArray(var pair)
                    when pair.size() == 2 && pair.get(0) instanceof JsonString(var input) ->
                    new HistoryEntry(session, line, input, text(pair.get(1)));
            default -> null;
        };
    }

    private static @Nullable String text(JsonValue value) {
        return value instanceof JsonString(var text) ? text : null;
    }

    private static Map<String, Integer> ports(ContentJson json) {
        var ports = new LinkedHashMap<String, Integer>();
        for (var name : json.members().keySet()) {
            var port = json.integer(name);
            if (port != null) {
                ports.put(name, port);
            }
        }
        return ports;
    }

    private static Map<CommId, String> targetNames(ContentJson json) {
        var names = new LinkedHashMap<CommId, String>();
        var comms = json.object("comms");
        for (var id : comms.members().keySet()) {
            var name = comms.object(id).string("target_name");
            names.put(new CommId(id), name == null ? "" : name);
        }
        return names;
    }

    private static List<HelpLink> helpLinks(ContentJson json) {
        var links = new ArrayList<HelpLink>();
        for (var link : json.objects("help_links")) {
            var text = link.string("text");
            var url = link.string("url");
            if (text != null && url != null) {
                links.add(new HelpLink(text, url));
            }
        }
        return links;
    }
}
