package org.cellist.app.environment.installed;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cellist.app.environment.packages.PackageList;
import org.cellist.app.environment.packages.PackageList.Form;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.jspecify.annotations.Nullable;

/// The packages that a notebook ran with, kept in its metadata (`cellist.environment`) or in a
/// requirements file beside it.
///
/// Immutable.
///
/// @param python the version, such as `3.12.4`; empty where it is not known
/// @param system what it ran on, such as `Linux x86_64`; empty where it is not known
/// @param made the day; null where it is not known
/// @param lines lines of a requirements file
public record EnvironmentBackup(
        String python, String system, @Nullable LocalDate made, List<String> lines) {

    private static final String CELLIST = "cellist";
    private static final String ENVIRONMENT = "environment";

    /// A notebook that comes from anywhere does not fill the memory.
    private static final int MOST_LINES = 10_000;

    public EnvironmentBackup {
        lines = List.copyOf(lines);
    }

    /// Returns what is installed, on that day.
    public static EnvironmentBackup of(InstalledPackages installed, LocalDate day) {
        return new EnvironmentBackup(
                installed.python(), installed.system(), day, installed.lines());
    }

    /// Reads a notebook's metadata; empty when they have none.
    public static Optional<EnvironmentBackup> in(JsonObject metadata) {
        var kept = metadata.object(CELLIST).object(ENVIRONMENT);
        var lines = InstalledPackages.texts(kept.get("packages"));
        return lines.isEmpty() || lines.size() > MOST_LINES
                ? Optional.empty()
                : Optional.of(
                        new EnvironmentBackup(
                                Objects.requireNonNullElse(kept.string("python"), ""),
                                Objects.requireNonNullElse(kept.string("system"), ""),
                                day(kept.string("made")),
                                lines));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    /// Returns a notebook's metadata with this among them; all else is kept.
    public JsonObject into(JsonObject metadata) {
        var kept =
                JsonObject.EMPTY
                        .with("made", new JsonString(String.valueOf(made)))
                        .with("python", new JsonString(python))
                        .with("system", new JsonString(system))
                        .with(
                                "packages",
                                new JsonArray(
                                        lines.stream().<JsonValue>map(JsonString::new).toList()));
        return metadata.with(CELLIST, metadata.object(CELLIST).with(ENVIRONMENT, kept));
    }

    /// Returns the file's name beside a notebook.
    public static String fileName(Path notebook) {
        return String.valueOf(notebook.getFileName()).replaceFirst("\\.ipynb$", "")
                + ".requirements.txt";
    }

    /// Returns the text of a requirements file.
    ///
    /// @param about what to say of it first, without line ends
    public String fileText(String about) {
        return lines.stream()
                .collect(
                        Collectors.joining(
                                "\n",
                                "# " + about + "\n" + PackageList.pythonLine(python) + "\n",
                                "\n"));
    }

    /// Returns it as the list of packages of a new environment.
    ///
    /// @param notebook the file that has it
    public PackageList list(Path notebook) {
        return new PackageList(
                notebook, Form.NOTEBOOK, lines, List.of(), python.isEmpty() ? null : python);
    }
}
