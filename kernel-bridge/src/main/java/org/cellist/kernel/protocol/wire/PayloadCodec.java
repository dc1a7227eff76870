package org.cellist.kernel.protocol.wire;

import java.util.List;
import org.cellist.kernel.protocol.Payload;
import org.cellist.kernel.protocol.json.JsonValue.JsonBoolean;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.RawJson;
import org.jspecify.annotations.Nullable;

/// Reads the payloads of an `execute_reply`. Immutable.
final class PayloadCodec {

    private PayloadCodec() {}

    /// Returns the `payload` list; what is no object is left out.
    static List<Payload> payloads(ContentJson reply) {
        return reply.objects("payload").stream().map(PayloadCodec::payload).toList();
    }

    private static Payload payload(JsonObject json) {
        var source = json.string("source");
        var known = source == null ? null : known(source, json);
        return known == null ? new Payload.Unknown(json) : known;
    }

    private static @Nullable Payload known(String source, JsonObject json) {
        return switch (source) {
            case "page" -> page(json);
            case "set_next_input" -> {
                var text = json.string("text");
                yield text == null ? null : new Payload.SetNextInput(text, flag(json, "replace"));
            }
            case "edit_magic" -> {
                var file = json.string("filename");
                yield file == null
                        ? null
                        : new Payload.EditMagic(file, number(json, "line_number"));
            }
            case "ask_exit" -> new Payload.AskExit(flag(json, "keepkernel"));
            default -> null;
        };
    }

    private static @Nullable Payload page(JsonObject json) {
        var bundle = new ContentJson(RawJson.of(json)).bundle();
        return bundle == null ? null : new Payload.Page(bundle, number(json, "start"));
    }

    private static boolean flag(JsonObject json, String name) {
        return json.get(name) instanceof JsonBoolean(var flag) && flag;
    }

    private static int number(JsonObject json, String name) {
        var number = ContentJson.integer(json.get(name));
        return number == null ? 0 : number;
    }
}
