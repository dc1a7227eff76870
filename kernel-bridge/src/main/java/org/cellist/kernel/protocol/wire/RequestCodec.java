package org.cellist.kernel.protocol.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.Request;
import org.cellist.kernel.protocol.Request.CommClose;
import org.cellist.kernel.protocol.Request.CommInfoRequest;
import org.cellist.kernel.protocol.Request.CommMsg;
import org.cellist.kernel.protocol.Request.CommOpen;
import org.cellist.kernel.protocol.Request.CompleteRequest;
import org.cellist.kernel.protocol.Request.ConnectRequest;
import org.cellist.kernel.protocol.Request.CreateSubshellRequest;
import org.cellist.kernel.protocol.Request.DebugRequest;
import org.cellist.kernel.protocol.Request.DeleteSubshellRequest;
import org.cellist.kernel.protocol.Request.ExecuteRequest;
import org.cellist.kernel.protocol.Request.HistoryAccess;
import org.cellist.kernel.protocol.Request.HistoryRequest;
import org.cellist.kernel.protocol.Request.InspectRequest;
import org.cellist.kernel.protocol.Request.InterruptRequest;
import org.cellist.kernel.protocol.Request.IsCompleteRequest;
import org.cellist.kernel.protocol.Request.KernelInfoRequest;
import org.cellist.kernel.protocol.Request.ListSubshellRequest;
import org.cellist.kernel.protocol.Request.ShutdownRequest;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonBoolean;
import org.cellist.kernel.protocol.json.JsonValue.JsonNumber;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.cellist.kernel.protocol.json.RawJson;

/// Requests as the wire has them: type, channel, content and buffers. Immutable.
public final class RequestCodec {

    /// The `msg_type` of what answers an `input_request`.
    public static final String INPUT_REPLY = "input_reply";

    private RequestCodec() {}

    /// Returns the `msg_type`.
    public static String messageType(Request request) {
        return switch (request) {
            case ExecuteRequest _ -> "execute_request";
            case InspectRequest _ -> "inspect_request";
            case CompleteRequest _ -> "complete_request";
            case HistoryRequest _ -> "history_request";
            case IsCompleteRequest _ -> "is_complete_request";
            case ConnectRequest _ -> "connect_request";
            case CommInfoRequest _ -> "comm_info_request";
            case KernelInfoRequest _ -> "kernel_info_request";
            case ShutdownRequest _ -> "shutdown_request";
            case InterruptRequest _ -> "interrupt_request";
            case DebugRequest _ -> "debug_request";
            case CreateSubshellRequest _ -> "create_subshell_request";
            case DeleteSubshellRequest _ -> "delete_subshell_request";
            case ListSubshellRequest _ -> "list_subshell_request";
            case CommOpen _ -> "comm_open";
            case CommMsg _ -> "comm_msg";
            case CommClose _ -> "comm_close";
        };
    }

    /// Returns the channel that the specification names for the request.
    public static Channel channel(Request request) {
        return switch (request) {
            case ShutdownRequest _,
                    InterruptRequest _,
                    DebugRequest _,
                    CreateSubshellRequest _,
                    DeleteSubshellRequest _,
                    ListSubshellRequest _ ->
                    Channel.CONTROL;
            case ExecuteRequest _,
                    InspectRequest _,
                    CompleteRequest _,
                    HistoryRequest _,
                    IsCompleteRequest _,
                    ConnectRequest _,
                    CommInfoRequest _,
                    KernelInfoRequest _,
                    CommOpen _,
                    CommMsg _,
                    CommClose _ ->
                    Channel.SHELL;
        };
    }

    /// Returns the binary parts.
    public static List<byte[]> buffers(Request request) {
        return switch (request) {
            case CommOpen open -> open.buffers();
            case CommMsg message -> message.buffers();
            case CommClose close -> close.buffers();
            case ExecuteRequest _,
                    InspectRequest _,
                    CompleteRequest _,
                    HistoryRequest _,
                    IsCompleteRequest _,
                    ConnectRequest _,
                    CommInfoRequest _,
                    KernelInfoRequest _,
                    ShutdownRequest _,
                    InterruptRequest _,
                    DebugRequest _,
                    CreateSubshellRequest _,
                    DeleteSubshellRequest _,
                    ListSubshellRequest _ ->
                    List.of();
        };
    }

    /// Returns the content.
    public static RawJson content(Request request) {
        return switch (request) {
            case ExecuteRequest execute -> execute(execute);
            case InspectRequest(var code, var position, var level) ->
                    object(
                            "code", text(code),
                            "cursor_pos", JsonNumber.of(position),
                            "detail_level", JsonNumber.of(level));
            case CompleteRequest(var code, var position) ->
                    object("code", text(code), "cursor_pos", JsonNumber.of(position));
            case HistoryRequest history -> history(history);
            case IsCompleteRequest(var code) -> object("code", text(code));
            case CommInfoRequest(var target) ->
                    target == null ? RawJson.EMPTY_OBJECT : object("target_name", text(target));
            case ShutdownRequest(var restart) -> object("restart", flag(restart));
            case DebugRequest(var adapterRequest) -> adapterRequest;
            case DeleteSubshellRequest(var id) -> object("subshell_id", text(id));
            case CommOpen(var id, var target, var data, _) ->
                    object(
                            "comm_id", text(id.value()),
                            "target_name", text(target),
                            "data", data.value());
            case CommMsg(var id, var data, _) ->
                    object("comm_id", text(id.value()), "data", data.value());
            case CommClose(var id, var data, _) ->
                    object("comm_id", text(id.value()), "data", data.value());
            case ConnectRequest _,
                    KernelInfoRequest _,
                    InterruptRequest _,
                    CreateSubshellRequest _,
                    ListSubshellRequest _ ->
                    RawJson.EMPTY_OBJECT;
        };
    }

    /// Returns the content of an `input_reply`.
    public static RawJson inputReply(String value) {
        return object("value", text(value));
    }

    private static RawJson execute(ExecuteRequest request) {
        return object(
                "code", text(request.code()),
                "silent", flag(request.silent()),
                "store_history", flag(request.storeHistory()),
                "user_expressions", request.userExpressions(),
                "allow_stdin", flag(request.allowStdin()),
                "stop_on_error", flag(request.stopOnError()));
    }

    private static RawJson history(HistoryRequest request) {
        var members = new LinkedHashMap<String, JsonValue>();
        members.put("output", flag(request.output()));
        members.put("raw", flag(request.raw()));
        switch (request.access()) {
            case HistoryAccess.Tail(var count) -> {
                members.put("hist_access_type", text("tail"));
                members.put("n", JsonNumber.of(count));
            }
            case HistoryAccess.Range(var session, var start, var stop) -> {
                members.put("hist_access_type", text("range"));
                members.put("session", JsonNumber.of(session));
                members.put("start", JsonNumber.of(start));
                members.put("stop", JsonNumber.of(stop));
            }
            case HistoryAccess.Search(var pattern, var count, var unique) -> {
                members.put("hist_access_type", text("search"));
                members.put("pattern", text(pattern));
                members.put("n", JsonNumber.of(count));
                members.put("unique", flag(unique));
            }
        }
        return RawJson.of(new JsonObject(members));
    }

    private static JsonValue text(String text) {
        return new JsonString(text);
    }

    private static JsonValue flag(boolean flag) {
        return new JsonBoolean(flag);
    }

    private static RawJson object(Object... namesAndValues) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put((String) namesAndValues[i], (JsonValue) namesAndValues[i + 1]);
        }
        return RawJson.of(new JsonObject(members));
    }
}
