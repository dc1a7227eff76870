package org.cellist.kernel.runtime;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;

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

    public KernelspecFile {
        argv = List.copyOf(argv);
        env = Collections.unmodifiableMap(new LinkedHashMap<>(env));
        if (argv.isEmpty() || argv.getFirst().isBlank()) {
            throw new IllegalArgumentException("argv names no program: " + argv);
        }
    }
}
