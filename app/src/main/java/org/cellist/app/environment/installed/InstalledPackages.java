package org.cellist.app.environment.installed;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cellist.app.variables.KernelQuestion;
import org.cellist.app.variables.PythonCode;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonBoolean;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.jspecify.annotations.Nullable;

/// The Python packages where a kernel runs, wherever that is: the kernel itself looks.
///
/// Immutable.
///
/// @param python its version, such as `3.12.4`
/// @param system what it runs on, such as `Linux x86_64`
/// @param installer what installs packages there
/// @param lines lines of a requirements file that bring the same: `numpy==2.1.0`
/// @param local what only a folder or file of that machine has, in a person's words
/// @param conda names of what conda brought besides and pip does not know
public record InstalledPackages(
        String python,
        String system,
        Installer installer,
        List<String> lines,
        List<String> local,
        List<String> conda) {

    public InstalledPackages {
        lines = List.copyOf(lines);
        local = List.copyOf(local);
        conda = List.copyOf(conda);
    }

    /// What installs packages where a kernel runs. Immutable.
    ///
    /// @param executable the kernel's interpreter; empty where that is not known
    /// @param hasPip whether that has pip
    /// @param uv where uv is; empty where it is not
    public record Installer(String executable, boolean hasPip, String uv) {}

    /// Returns how an IPython kernel is asked.
    public static KernelQuestion question() {
        return KernelQuestion.ofExpression(
                PythonCode.calling(InstalledPackages.class, "packages.py", "cellist_packages()"));
    }

    /// Reads the answer; empty when it is none.
    public static Optional<InstalledPackages> read(JsonValue answer) {
        return answer instanceof JsonObject said && said.string("python") != null
                ? Optional.of(
                        new InstalledPackages(
                                text(said, "python"),
                                text(said, "system"),
                                new Installer(
                                        text(said, "executable"),
                                        said.get("pip") instanceof JsonBoolean(boolean it) && it,
                                        text(said, "uv")),
                                texts(said.get("lines")),
                                texts(said.get("local")),
                                texts(said.get("conda"))))
                : Optional.empty();
    }

    private static String text(JsonObject said, String member) {
        return Objects.requireNonNullElse(said.string(member), "");
    }

    /// Returns the strings of an array; each is one line, whatever a machine says.
    static List<String> texts(@Nullable JsonValue value) {
        var texts = new ArrayList<String>();
        if (value instanceof JsonArray(var items)) {
            for (var item : items) {
                if (item instanceof JsonString(var text)) {
                    texts.add(text.replaceAll("\\p{Cntrl}+", " ").strip());
                }
            }
        }
        return texts;
    }
}
