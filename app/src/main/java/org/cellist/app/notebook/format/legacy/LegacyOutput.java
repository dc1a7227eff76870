package org.cellist.app.notebook.format.legacy;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cellist.app.notebook.format.layout.NbformatTexts;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonNull;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.cellist.kernel.protocol.json.RawJson;

/// One output of nbformat 2 or 3, and its nbformat 4 form (`nbformat/v4/convert.py`,
/// `upgrade_output`).
///
/// Confined to one thread; used once.
final class LegacyOutput {

    private static final Map<String, String> MIME_TYPES =
            Map.of(
                    "text", "text/plain",
                    "html", "text/html",
                    "svg", "image/svg+xml",
                    "png", "image/png",
                    "jpeg", "image/jpeg",
                    "latex", "text/latex",
                    "json", "application/json",
                    "javascript", "application/javascript");
    private static final List<String> NO_DATA =
            List.of("output_type", "execution_count", "metadata");

    private final Map<String, JsonValue> members = new LinkedHashMap<>();

    LegacyOutput(JsonObject output, LegacyTexts texts, String path) {
        output.members()
                .forEach(
                        (name, value) -> {
                            boolean isLines =
                                    value instanceof JsonArray && LegacyTexts.mayBeLines(name);
                            members.put(
                                    name,
                                    isLines ? new JsonString(texts.joined(value, path)) : value);
                        });
    }

    JsonObject upgraded() {
        switch (new JsonObject(members).string("output_type")) {
            case "pyout" -> {
                members.put("output_type", new JsonString("execute_result"));
                var count = members.remove("prompt_number");
                members.put("execution_count", count == null ? new JsonNull() : count);
                moveData();
            }
            case "display_data" -> moveData();
            case "pyerr" -> members.put("output_type", new JsonString("error"));
            case "stream" -> {
                var name = members.remove("stream");
                members.put("name", name == null ? new JsonString("stdout") : name);
                if (members.get("text") instanceof JsonString(var text)) {
                    members.put("text", NbformatTexts.lines(text));
                }
            }
            case null, default -> {
                // An unknown output stays as it is.
            }
        }
        return new JsonObject(members);
    }

    private void moveData() {
        var old = new LinkedHashMap<String, JsonValue>();
        for (var name : List.copyOf(members.keySet())) {
            var value = NO_DATA.contains(name) ? null : members.remove(name);
            if (value != null) {
                old.put(name, value);
            }
        }
        var data = renamed(old);
        data.replaceAll(LegacyOutput::representation);
        members.put("data", new JsonObject(data));
        var metadata = new JsonObject(members).object("metadata");
        members.put("metadata", new JsonObject(renamed(metadata.members())));
    }

    /// Returns the members by MIME type; a short name wins over the type it stands for.
    private static Map<String, JsonValue> renamed(Map<String, JsonValue> named) {
        var renamed = new LinkedHashMap<>(named);
        MIME_TYPES.forEach(
                (alias, mimeType) -> {
                    var value = renamed.remove(alias);
                    if (value != null) {
                        renamed.put(mimeType, value);
                    }
                });
        return renamed;
    }

    /// nbformat 3 kept JSON as text, nbformat 4 keeps it as JSON; texts become lines.
    private static JsonValue representation(String mimeType, JsonValue value) {
        if (!(value instanceof JsonString(var text))) {
            return value;
        }
        if (NbformatTexts.isSplit(mimeType)) {
            return NbformatTexts.lines(text);
        }
        return mimeType.equals("application/json") ? parsed(text) : value;
    }

    private static JsonValue parsed(String text) {
        try {
            return RawJson.parse(text.getBytes(StandardCharsets.UTF_8)).value();
        } catch (JsonSyntaxException _) {
            return new JsonString(text); // not JSON after all
        }
    }
}
