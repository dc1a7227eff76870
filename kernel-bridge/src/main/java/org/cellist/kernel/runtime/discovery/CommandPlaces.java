package org.cellist.kernel.runtime.discovery;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cellist.kernel.runtime.PythonEnvironment;
import org.jspecify.annotations.Nullable;

/// Fills the places of a kernelspec's command line, as `jupyter_client` does: `{resource_dir}`,
/// `{prefix}`, and later `{connection_file}`. A place that nobody knows stays as it is.
///
/// Immutable.
public record CommandPlaces(Map<String, String> values) {

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z0-9_]+)\\}");

    public CommandPlaces {
        values = Map.copyOf(values);
    }

    /// Returns what a kernelspec's folder and environment tell.
    ///
    /// @param folder the kernelspec's folder; null if it has none
    public static CommandPlaces of(@Nullable Path folder, @Nullable PythonEnvironment environment) {
        var values = new HashMap<String, String>();
        if (folder != null) {
            values.put("resource_dir", folder.toString());
        }
        if (environment != null) {
            values.put("prefix", environment.prefix().toString());
        } else if (folder != null && Folders.parent(folder).endsWith("share/jupyter/kernels")) {
            values.put("prefix", folder.resolve("../../../..").normalize().toString());
        }
        return new CommandPlaces(values);
    }

    /// Returns these and one more.
    public CommandPlaces with(String name, String value) {
        var more = new HashMap<>(values);
        more.put(name, value);
        return new CommandPlaces(more);
    }

    public String fill(String argument) {
        return PLACE.matcher(argument)
                .replaceAll(
                        it ->
                                Matcher.quoteReplacement(
                                        values.getOrDefault(it.group(1), it.group())));
    }
}
