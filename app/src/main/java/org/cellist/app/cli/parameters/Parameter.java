package org.cellist.app.cli.parameters;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// A variable's name and the value it gets. Immutable.
///
/// @param value a text, number or boolean, a list or map of such, or null
public record Parameter(String name, @Nullable Object value) {

    private static final Pattern NAME = Pattern.compile("[\\p{L}_.][\\p{L}\\p{N}_.]*");
    private static final int MOST_ALIASES = 50; // a few lines of YAML can mean gigabytes

    /// Reads `name=value`, the value in YAML 1.2 (core schema).
    ///
    /// @throws IllegalArgumentException if it is not so written; the message quotes what is wrong
    public static Parameter ofYaml(String written) {
        var settings =
                LoadSettings.builder()
                        .setSchema(new CoreSchema())
                        .setMaxAliasesForCollections(MOST_ALIASES)
                        .build();
        try {
            var value = new Load(settings).loadFromString(valueOf(written));
            if (isInItself(value, Collections.newSetFromMap(new IdentityHashMap<>()))) {
                throw new IllegalArgumentException(written);
            }
            return new Parameter(name(written), value);
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException(written, e);
        }
    }

    /// Reads `name=value`, the value a text as it stands.
    ///
    /// @throws IllegalArgumentException if it is not so written
    public static Parameter ofRaw(String written) {
        return new Parameter(name(written), valueOf(written));
    }

    private static String name(String written) {
        int equals = written.indexOf('=');
        var name = equals < 0 ? "" : written.substring(0, equals).strip();
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(written);
        }
        return name;
    }

    /// Returns whether a value, by an alias, is part of itself: no code can be written for it.
    ///
    /// @param around what the value is part of, by identity
    private static boolean isInItself(@Nullable Object value, Set<Object> around) {
        var parts =
                switch (value) {
                    case List<?> items -> items;
                    case Map<?, ?> entries -> entries.values();
                    case null, default -> List.of();
                };
        if (value == null || parts.isEmpty()) {
            return false;
        }
        if (!around.add(value)) {
            return true;
        }
        boolean hasPart = parts.stream().anyMatch(part -> isInItself(part, around));
        around.remove(value);
        return hasPart;
    }

    private static String valueOf(String written) {
        return written.substring(written.indexOf('=') + 1);
    }
}
