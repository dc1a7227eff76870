package org.cellist.kernel.runtime.discovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.cellist.kernel.protocol.json.RawJson;
import org.cellist.kernel.runtime.InterruptMode;
import org.cellist.kernel.runtime.KernelspecFile;
import org.jspecify.annotations.Nullable;

/// Reads kernel.json. Stateless.
final class KernelJson {

    static final String NAME = "kernel.json";
    private static final long MAX_BYTES = 1 << 20;

    private KernelJson() {}

    /// Returns the file's content; empty if it is not JSON or names no program.
    ///
    /// @throws IOException if it cannot be read or is over 1 MB
    static Optional<KernelspecFile> read(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException("over 1 MB: " + file);
        }
        try {
            return parse(RawJson.parse(Files.readAllBytes(file)).object());
        } catch (JsonSyntaxException _) {
            return Optional.empty();
        }
    }

    private static Optional<KernelspecFile> parse(JsonObject json) {
        var argv = texts(json.get("argv"));
        if (argv.isEmpty() || argv.getFirst().isBlank()) {
            return Optional.empty();
        }
        var displayName = json.string("display_name");
        var language = json.string("language");
        return Optional.of(
                new KernelspecFile(
                        argv,
                        displayName == null ? "" : displayName,
                        language == null ? "" : language,
                        "message".equals(json.string("interrupt_mode"))
                                ? InterruptMode.MESSAGE
                                : InterruptMode.SIGNAL,
                        textsByName(json.object("env")),
                        json.object("metadata")));
    }

    /// A list of strings, or nothing if it is anything else.
    private static List<String> texts(@Nullable JsonValue value) {
        var texts = new ArrayList<String>();
        if (value instanceof JsonArray(var items)) {
            for (var item : items) {
                if (!(item instanceof JsonString(var text)) || text.indexOf('\0') >= 0) {
                    return List.of();
                }
                texts.add(text);
            }
        }
        return texts;
    }

    private static Map<String, String> textsByName(JsonObject object) {
        var texts = new LinkedHashMap<String, String>();
        object.members()
                .forEach(
                        (name, value) -> {
                            if (value instanceof JsonString(var text)
                                    && !name.isEmpty()
                                    && name.indexOf('=') < 0
                                    && (name + text).indexOf('\0') < 0) {
                                texts.put(name, text);
                            }
                        });
        return texts;
    }
}
