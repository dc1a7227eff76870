package org.cellist.kernel.runtime;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;

/// The content of a kernel.json, as the Jupyter client documentation names its members.
///
/// @param argv the program and its arguments; never empty; may hold `{connection_file}`,
///     `{resource_dir}` and `{prefix}`
/// @param displayName the name that people read
/// @param language the language's name in lower case as the author wrote it; empty if absent
/// @param interruptMode signal unless the file says message
/// @param env variables to set; a value may refer to the environment as `${NAME}`
/// @param metadata everything under `metadata`, kept as it is
///
/// Immutable.
public record KernelspecFile(
        List<String> argv,
        String displayName,
        String language,
        InterruptMode interruptMode,
        Map<String, String> env,
        JsonObject metadata) {

    private static final String ENCRYPTION = "supported_encryption";
    private static final String CURVE_ZMQ = "curve";

    /// The metadata of a kernel that can encrypt with CurveZMQ.
    public static final JsonObject CURVE =
            JsonObject.EMPTY.with(ENCRYPTION, new JsonString(CURVE_ZMQ));

    public KernelspecFile {
        argv = List.copyOf(argv);
        env = Collections.unmodifiableMap(new LinkedHashMap<>(env));
        if (argv.isEmpty() || argv.getFirst().isBlank()) {
            throw new IllegalArgumentException("argv names no program: " + argv);
        }
    }

    /// Returns whether the kernel can encrypt with CurveZMQ: `metadata.supported_encryption` lists
    /// `curve`, or is that.
    public boolean supportsCurve() {
        return switch (metadata.get(ENCRYPTION)) {
            case JsonString one -> isCurve(one);
            case JsonArray(var several) -> several.stream().anyMatch(KernelspecFile::isCurve);
            case null, default -> false;
        };
    }

    private static boolean isCurve(JsonValue value) {
        return value instanceof JsonString(var text) && text.strip().equalsIgnoreCase(CURVE_ZMQ);
    }
}
