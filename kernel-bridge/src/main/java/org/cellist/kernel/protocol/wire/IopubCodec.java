package org.cellist.kernel.protocol.wire;

import org.cellist.kernel.protocol.CommId;
import org.cellist.kernel.protocol.ExecutionState;
import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.IopubContent.ClearOutput;
import org.cellist.kernel.protocol.IopubContent.CommClose;
import org.cellist.kernel.protocol.IopubContent.CommMsg;
import org.cellist.kernel.protocol.IopubContent.CommOpen;
import org.cellist.kernel.protocol.IopubContent.DebugEvent;
import org.cellist.kernel.protocol.IopubContent.DisplayData;
import org.cellist.kernel.protocol.IopubContent.ExecuteInput;
import org.cellist.kernel.protocol.IopubContent.ExecuteResult;
import org.cellist.kernel.protocol.IopubContent.IopubWelcome;
import org.cellist.kernel.protocol.IopubContent.KernelError;
import org.cellist.kernel.protocol.IopubContent.ShutdownNotice;
import org.cellist.kernel.protocol.IopubContent.Status;
import org.cellist.kernel.protocol.IopubContent.Stream;
import org.cellist.kernel.protocol.IopubContent.Unknown;
import org.cellist.kernel.protocol.IopubContent.UpdateDisplayData;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.StreamName;
import org.cellist.kernel.protocol.json.RawJson;
import org.jspecify.annotations.Nullable;

/// Reads the contents of iopub messages. A content that lacks what its type needs is kept as
/// [Unknown].
///
/// Immutable.
public final class IopubCodec {

    private IopubCodec() {}

    /// Returns the message with its content typed. Never fails.
    public static Message<IopubContent> typed(Message<RawJson> message) {
        return message.map(content -> content(message.header().messageType(), content));
    }

    static IopubContent content(String messageType, RawJson raw) {
        if (messageType.equals("debug_event")) {
            return new DebugEvent(raw);
        }
        var known = known(messageType, new ContentJson(raw));
        return known == null ? new Unknown(messageType, raw) : known;
    }

    private static @Nullable IopubContent known(String messageType, ContentJson json) {
        return switch (messageType) {
            case "stream" -> stream(json);
            case "display_data" -> {
                var bundle = json.bundle();
                yield bundle == null ? null : new DisplayData(bundle, json.displayId());
            }
            case "update_display_data" -> {
                var bundle = json.bundle();
                var id = json.displayId();
                yield bundle == null || id == null ? null : new UpdateDisplayData(bundle, id);
            }
            case "execute_input" ->
                    new ExecuteInput(json.textOr("code", ""), json.integerOr("execution_count", 0));
            case "execute_result" -> {
                var bundle = json.bundle();
                var count = json.integer("execution_count");
                yield bundle == null ? null : new ExecuteResult(count, bundle, json.displayId());
            }
            case "error" ->
                    new KernelError(
                            json.textOr("ename", ""),
                            json.textOr("evalue", ""),
                            json.texts("traceback"));
            case "status" -> new Status(state(json.textOr("execution_state", "")));
            case "clear_output" -> new ClearOutput(json.flag("wait"));
            case "iopub_welcome" -> new IopubWelcome(json.textOr("subscription", ""));
            case "shutdown_reply" -> new ShutdownNotice(json.flag("restart"));
            default -> comm(messageType, json);
        };
    }

    private static ExecutionState state(String wire) {
        return switch (wire) {
            case "starting" -> ExecutionState.STARTING;
            case "idle" -> ExecutionState.IDLE;
            case "busy" -> ExecutionState.BUSY;
            case "restarting", "autorestarting" -> ExecutionState.RESTARTING;
            case "dead" -> ExecutionState.DEAD;
            default -> ExecutionState.UNKNOWN;
        };
    }

    private static @Nullable IopubContent stream(ContentJson json) {
        var name = json.text("name");
        var text = json.text("text");
        return name == null || text == null ? null : new Stream(new StreamName(name), text);
    }

    private static @Nullable IopubContent comm(String messageType, ContentJson json) {
        var id = json.text("comm_id");
        if (id == null) {
            return null;
        }
        var commId = new CommId(id);
        var data = json.raw("data");
        return switch (messageType) {
            case "comm_open" -> new CommOpen(commId, json.textOr("target_name", ""), data);
            case "comm_msg" -> new CommMsg(commId, data);
            case "comm_close" -> new CommClose(commId, data);
            default -> null;
        };
    }
}
