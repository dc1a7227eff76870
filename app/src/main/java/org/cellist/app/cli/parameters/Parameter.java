package org.cellist.app.cli.parameters;

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
            return new Parameter(
                    name(written), new Load(settings).loadFromString(valueOf(written)));
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

    private static String valueOf(String written) {
        return written.substring(written.indexOf('=') + 1);
    }
}
