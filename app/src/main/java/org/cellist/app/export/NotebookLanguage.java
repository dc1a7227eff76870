package org.cellist.app.export;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;

/// The language of a notebook's code, as far as its metadata tells. Immutable.
///
/// @param name in lower case, `python` when the notebook does not say
/// @param fileExtension with its dot
/// @param lineComment what begins a comment that goes to the end of the line
public record NotebookLanguage(String name, String fileExtension, String lineComment) {

    private static final Map<String, String> EXTENSIONS =
            Map.ofEntries(
                    Map.entry("python", ".py"),
                    Map.entry("java", ".java"),
                    Map.entry("javascript", ".js"),
                    Map.entry("typescript", ".ts"),
                    Map.entry("julia", ".jl"),
                    Map.entry("r", ".r"),
                    Map.entry("bash", ".sh"),
                    Map.entry("sql", ".sql"),
                    Map.entry("scala", ".scala"),
                    Map.entry("kotlin", ".kts"),
                    Map.entry("c++", ".cpp"),
                    Map.entry("rust", ".rs"),
                    Map.entry("go", ".go"),
                    Map.entry("haskell", ".hs"),
                    Map.entry("matlab", ".m"));

    private static final Map<String, String> COMMENTS =
            Map.ofEntries(
                    Map.entry("java", "//"),
                    Map.entry("javascript", "//"),
                    Map.entry("typescript", "//"),
                    Map.entry("scala", "//"),
                    Map.entry("kotlin", "//"),
                    Map.entry("c++", "//"),
                    Map.entry("rust", "//"),
                    Map.entry("go", "//"),
                    Map.entry("sql", "--"),
                    Map.entry("haskell", "--"),
                    Map.entry("matlab", "%"));

    /// Reads `language_info`, else `kernelspec`.
    public static NotebookLanguage of(Notebook notebook) {
        var info = notebook.metadata().object("language_info");
        var name =
                text(info, "name")
                        .or(() -> text(notebook.metadata().object("kernelspec"), "language"))
                        .orElse("python")
                        .toLowerCase(Locale.ROOT);
        var extension = text(info, "file_extension").orElse(EXTENSIONS.getOrDefault(name, ".txt"));
        return new NotebookLanguage(
                name,
                extension.matches("\\.[A-Za-z0-9]{1,10}") ? extension : ".txt",
                COMMENTS.getOrDefault(name, "#"));
    }

    private static Optional<String> text(JsonObject object, String name) {
        return Optional.ofNullable(object.string(name)).filter(text -> !text.isBlank());
    }
}
