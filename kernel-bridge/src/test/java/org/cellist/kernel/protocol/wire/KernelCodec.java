package org.cellist.kernel.protocol.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.cellist.kernel.protocol.DisplayId;
import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.MimeBundle;
import org.cellist.kernel.protocol.Payload;
import org.cellist.kernel.protocol.Reply;
import org.cellist.kernel.protocol.StdinContent;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonBoolean;
import org.cellist.kernel.protocol.json.JsonValue.JsonNumber;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.cellist.kernel.protocol.json.RawJson;
import org.jspecify.annotations.Nullable;

/// What a kernel writes: the other direction of our codecs, written from the specification alone.
///
/// Stateless.
public final class KernelCodec {

    private KernelCodec() {}

    /// A message's type and content. Immutable.
    public record Written(String type, RawJson content) {}

    public static Written write(Reply reply) {
        return switch (reply) {
            case Reply.ExecuteReply it -> new Written("execute_reply", execute(it));
            case Reply.InspectReply(var found, var data) ->
                    ok("inspect_reply", bundle(data).put("found", new JsonBoolean(found)));
            case Reply.CompleteReply(var matches, var start, var end, var metadata) ->
                    ok(
                            "complete_reply",
                            object().put("matches", texts(matches))
                                    .put("cursor_start", JsonNumber.of(start))
                                    .put("cursor_end", JsonNumber.of(end))
                                    .put("metadata", metadata));
            case Reply.HistoryReply(var entries) ->
                    ok("history_reply", object().put("history", list(entries, KernelCodec::entry)));
            case Reply.IsCompleteReply(var status, var indent) ->
                    new Written(
                            "is_complete_reply",
                            object().put("status", text(lower(status)))
                                    .put("indent", text(indent))
                                    .raw());
            case Reply.ConnectReply(var ports) -> {
                var members = object();
                ports.forEach((name, port) -> members.put(name, JsonNumber.of(port)));
                yield new Written("connect_reply", members.raw());
            }
            case Reply.CommInfoReply(var names) -> {
                var comms = object();
                names.forEach(
                        (id, name) ->
                                comms.put(
                                        id.value(),
                                        object().put("target_name", text(name)).value()));
                yield ok("comm_info_reply", object().put("comms", comms.value()));
            }
            case Reply.KernelInfoReply info -> ok("kernel_info_reply", info(info));
            case Reply.ShutdownReply(var restart) ->
                    ok("shutdown_reply", object().put("restart", new JsonBoolean(restart)));
            case Reply.InterruptReply _ -> ok("interrupt_reply", object());
            case Reply.DebugReply(var response) -> new Written("debug_reply", response);
            case Reply.CreateSubshellReply(var id) ->
                    ok("create_subshell_reply", object().put("subshell_id", text(id)));
            case Reply.DeleteSubshellReply _ -> ok("delete_subshell_reply", object());
            case Reply.ListSubshellReply(var ids) ->
                    ok("list_subshell_reply", object().put("subshell_id", texts(ids)));
            case Reply.Failed(var type, var error) -> new Written(type, status(error).raw());
            case Reply.Aborted(var type) ->
                    new Written(type, status(new Reply.Status.Cancelled()).raw());
            case Reply.Unknown(var type, var content) -> new Written(type, content);
        };
    }

    public static Written write(IopubContent content) {
        return switch (content) {
            case IopubContent.Stream(var name, var text) ->
                    new Written(
                            "stream",
                            object().put("name", text(name.value())).put("text", text(text)).raw());
            case IopubContent.DisplayData(var data, var id) ->
                    new Written("display_data", shown(data, id).raw());
            case IopubContent.UpdateDisplayData(var data, var id) ->
                    new Written("update_display_data", shown(data, id).raw());
            case IopubContent.ExecuteInput(var code, var count) ->
                    new Written(
                            "execute_input",
                            object().put("code", text(code))
                                    .put("execution_count", JsonNumber.of(count))
                                    .raw());
            case IopubContent.ExecuteResult(var count, var data, var id) ->
                    new Written(
                            "execute_result",
                            shown(data, id).putNumber("execution_count", count).raw());
            case IopubContent.KernelError(var name, var value, var traceback) ->
                    new Written("error", error(object(), name, value, traceback).raw());
            case IopubContent.Status(var state) ->
                    new Written(
                            "status", object().put("execution_state", text(lower(state))).raw());
            case IopubContent.ClearOutput(var wait) ->
                    new Written("clear_output", object().put("wait", new JsonBoolean(wait)).raw());
            case IopubContent.DebugEvent(var event) -> new Written("debug_event", event);
            case IopubContent.IopubWelcome(var subscription) ->
                    new Written(
                            "iopub_welcome",
                            object().put("subscription", text(subscription)).raw());
            case IopubContent.CommOpen(var id, var target, var data) ->
                    new Written(
                            "comm_open",
                            object().put("comm_id", text(id.value()))
                                    .put("target_name", text(target))
                                    .put("data", data.value())
                                    .raw());
            case IopubContent.CommMsg(var id, var data) -> comm("comm_msg", id.value(), data);
            case IopubContent.CommClose(var id, var data) -> comm("comm_close", id.value(), data);
            case IopubContent.ShutdownNotice(var restart) ->
                    new Written(
                            "shutdown_reply",
                            object().put("restart", new JsonBoolean(restart)).raw());
            case IopubContent.Unknown(var type, var raw) -> new Written(type, raw);
        };
    }

    public static Written write(StdinContent content) {
        return switch (content) {
            case StdinContent.InputRequest(var prompt, var password) ->
                    new Written(
                            "input_request",
                            object().put("prompt", text(prompt))
                                    .put("password", new JsonBoolean(password))
                                    .raw());
            case StdinContent.InputReply(var value) ->
                    new Written("input_reply", object().put("value", text(value)).raw());
            case StdinContent.Unknown(var type, var raw) -> new Written(type, raw);
        };
    }

    private static RawJson execute(Reply.ExecuteReply reply) {
        return status(reply.status())
                .putNumber("execution_count", reply.executionCount())
                .put("payload", list(reply.payload(), KernelCodec::payload))
                .put("user_expressions", reply.userExpressions())
                .raw();
    }

    private static JsonValue payload(Payload payload) {
        return switch (payload) {
            case Payload.Page(var data, var start) ->
                    bundle(data)
                            .put("source", text("page"))
                            .put("start", JsonNumber.of(start))
                            .value();
            case Payload.SetNextInput(var text, var replace) ->
                    object().put("source", text("set_next_input"))
                            .put("text", text(text))
                            .put("replace", new JsonBoolean(replace))
                            .value();
            case Payload.EditMagic(var file, var line) ->
                    object().put("source", text("edit_magic"))
                            .put("filename", text(file))
                            .put("line_number", JsonNumber.of(line))
                            .value();
            case Payload.AskExit(var keep) ->
                    object().put("source", text("ask_exit"))
                            .put("keepkernel", new JsonBoolean(keep))
                            .value();
            case Payload.Unknown(var members) -> members;
        };
    }

    private static Members status(Reply.Status status) {
        return switch (status) {
            case Reply.Status.Ok _ -> object().put("status", text("ok"));
            case Reply.Status.Errored(var name, var value, var traceback) ->
                    error(object().put("status", text("error")), name, value, traceback);
            case Reply.Status.Cancelled _ -> object().put("status", text("aborted"));
        };
    }

    private static Members info(Reply.KernelInfoReply info) {
        return object().put("protocol_version", text(info.protocolVersion()))
                .put("implementation", text(info.implementation()))
                .put("implementation_version", text(info.implementationVersion()))
                .put("language_info", info.languageInfo())
                .put("banner", text(info.banner()))
                .put(
                        "help_links",
                        list(
                                info.helpLinks(),
                                it ->
                                        object().put("text", text(it.text()))
                                                .put("url", text(it.url()))
                                                .value()))
                .put("supported_features", texts(info.supportedFeatures()));
    }

    private static JsonValue entry(Reply.HistoryEntry entry) {
        var output = entry.output();
        JsonValue input = text(entry.input());
        return new JsonArray(
                List.of(
                        JsonNumber.of(entry.session()),
                        JsonNumber.of(entry.lineNumber()),
                        output == null ? input : new JsonArray(List.of(input, text(output)))));
    }

    private static Members error(
            Members members, String name, String value, List<String> traceback) {
        return members.put("ename", text(name))
                .put("evalue", text(value))
                .put("traceback", texts(traceback));
    }

    private static Members shown(MimeBundle data, @Nullable DisplayId id) {
        var transients = object();
        if (id != null) {
            transients.put("display_id", text(id.value()));
        }
        return bundle(data).put("transient", transients.value());
    }

    private static Members bundle(MimeBundle bundle) {
        var data = object();
        bundle.data().forEach((type, raw) -> data.put(type, raw.value()));
        return object().put("data", data.value()).put("metadata", bundle.metadata().value());
    }

    private static Written comm(String type, String id, RawJson data) {
        return new Written(type, object().put("comm_id", text(id)).put("data", data.value()).raw());
    }

    private static Written ok(String type, Members members) {
        return new Written(type, members.put("status", text("ok")).raw());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static JsonValue text(String text) {
        return new JsonString(text);
    }

    private static JsonValue texts(List<String> texts) {
        return list(texts, JsonString::new);
    }

    private static <T> JsonValue list(List<T> items, Function<T, JsonValue> form) {
        return new JsonArray(items.stream().map(form).toList());
    }

    private static Members object() {
        return new Members();
    }

    /// An object that grows.
    private static final class Members {

        private final Map<String, JsonValue> members = new LinkedHashMap<>();

        Members put(String name, JsonValue value) {
            members.put(name, value);
            return this;
        }

        Members putNumber(String name, @Nullable Integer value) {
            return value == null ? this : put(name, JsonNumber.of(value));
        }

        JsonObject value() {
            return new JsonObject(members);
        }

        RawJson raw() {
            return RawJson.of(value());
        }
    }
}
