package org.cellist.app.environment.packages;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.cellist.app.environment.packages.PackageFile.Found;
import org.cellist.app.environment.packages.PackageList.Form;
import org.cellist.app.environment.packages.PackageList.Reason;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// conda's `environment.yml`, taken over for pip as far as that goes.
///
/// Immutable.
final class CondaFile {

    private static final int MOST_ALIASES = 50; // a few lines of YAML can mean gigabytes

    /// conda's "package match specification", but for what stands in brackets.
    private static final Pattern SPEC =
            Pattern.compile(
                    "(?:(?<channel>[^:\\s]+)::)?(?<name>\\w[\\w.-]*?)\\s*(?<rest>[=<>!~\\s].*)?");

    private static final Pattern EQUAL =
            Pattern.compile(
                    "(?<exact>==?)?\\s*(?<version>[\\w.!+*]+?)(?<open>\\.?\\*)?"
                            + "(?:[=\\s]\\s*(?<build>[\\w.*+]+))?");
    private static final Pattern COMPARED =
            Pattern.compile(
                    "(?:[<>!~]=?|==)\\s*[\\w.!+*]+(?:\\s*,\\s*(?:[<>!~]=?|==)\\s*[\\w.!+*]+)*");

    private final Path file;

    CondaFile(Path file) {
        this.file = file;
    }

    /// @throws IllegalArgumentException if it is no YAML, or no such file
    PackageList parse(String text) {
        Nesting.check(text);
        if (!(load(text) instanceof Map<?, ?> all)) {
            throw new IllegalArgumentException("no mapping");
        }
        var found = new Found();
        String python = null;
        for (var channel : items(all.get("channels"))) {
            if (!String.valueOf(channel).equals("defaults")) {
                found.leave(String.valueOf(channel), Reason.CHANNEL);
            }
        }
        for (var item : items(all.get("dependencies"))) {
            if (item instanceof Map<?, ?> map) {
                var requirements = new RequirementsFile(file);
                items(map.get("pip"))
                        .forEach(it -> requirements.take(String.valueOf(it).strip(), found));
            } else {
                var asked = take(String.valueOf(item).strip(), found);
                python = asked == null ? python : asked;
            }
        }
        return new PackageList(file, Form.CONDA, found.lines, found.leftOut, python);
    }

    private static @Nullable Object load(String text) {
        var settings =
                LoadSettings.builder()
                        .setSchema(new CoreSchema())
                        .setMaxAliasesForCollections(MOST_ALIASES)
                        .build();
        try {
            return new Load(settings).loadFromString(text);
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static List<?> items(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    /// Takes one entry; returns the version that it asks of Python, if it does.
    private static @Nullable String take(String entry, Found found) {
        var spec = SPEC.matcher(entry);
        if (!spec.matches()) {
            found.leave(entry, Reason.UNCLEAR);
            return null;
        }
        var name = spec.group("name");
        var rest = spec.group("rest") == null ? "" : spec.group("rest").strip();
        var version = version(rest);
        if (version == null) {
            found.leave(entry, Reason.UNCLEAR);
        } else if (name.equals("python")) {
            return rest.isEmpty()
                    ? null
                    : version.replaceFirst("^==", "").replaceFirst("\\.\\*$", "");
        } else if (CondaNames.isNoPython(name)) {
            found.leave(entry, Reason.NOT_PYTHON);
        } else if (!name.equals("pip")) {
            found.lines.add(CondaNames.ofPip(name) + version);
        }
        return null;
    }

    /// Returns a condition as pip writes it, empty for none, null where there is no like. One `=`
    /// means "begins with", but with a build it names the whole version.
    private static @Nullable String version(String rest) {
        if (rest.isEmpty() || rest.equals("*") || rest.equals("=*")) {
            return "";
        }
        if (COMPARED.matcher(rest).matches()) {
            return rest.replace(" ", "");
        }
        var equal = EQUAL.matcher(rest);
        if (!equal.matches() || equal.group("version").contains("*")) {
            return null;
        }
        boolean isWhole = equal.group("build") != null && equal.group("open") == null;
        boolean isBare = equal.group("exact") == null && equal.group("open") == null;
        return "==" + equal.group("version") + (isWhole || isBare ? "" : ".*");
    }
}
