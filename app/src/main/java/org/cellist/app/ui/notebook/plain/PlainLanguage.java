package org.cellist.app.ui.notebook.plain;

import java.nio.file.Path;
import org.cellist.app.storage.FileKind;
import org.cellist.app.ui.editor.highlight.EditorLanguage;
import org.jspecify.annotations.Nullable;

/// Which language a file is coloured as. Immutable.
final class PlainLanguage {

    /// Colours of a line are nodes; so many of them no editor moves smoothly.
    private static final int LONGEST_LINE = 8_000;

    private static final int MOST_UNITS = 4_000_000;

    private PlainLanguage() {}

    /// Returns what the name of a file says; plain for a text that is too much to be coloured.
    static EditorLanguage of(@Nullable Path file, String text) {
        return file == null || text.length() > MOST_UNITS || longestLine(text) > LONGEST_LINE
                ? EditorLanguage.PLAIN
                : named(FileKind.extension(file));
    }

    private static EditorLanguage named(String extension) {
        return switch (extension) {
            case "py", "pyi", "pyw", "pyx" -> EditorLanguage.PYTHON;
            case "jl" -> EditorLanguage.JULIA;
            case "mjs", "cjs", "jsx", "tsx" -> EditorLanguage.JAVASCRIPT;
            case "json", "jsonl", "ipynb", "geojson" -> EditorLanguage.JSON;
            case "markdown" -> EditorLanguage.MARKDOWN;
            case "htm", "xhtml" -> EditorLanguage.HTML;
            case "yml", "rb", "pl", "cfg", "ini", "conf", "env", "ex", "m", "tcl" ->
                    EditorLanguage.HASH_COMMENTS;
            case "c",
                    "h",
                    "cc",
                    "cpp",
                    "hpp",
                    "cs",
                    "css",
                    "go",
                    "rs",
                    "kt",
                    "kts",
                    "scala",
                    "swift",
                    "php",
                    "dart",
                    "groovy",
                    "proto" ->
                    EditorLanguage.SLASH_COMMENTS;
            case "java",
                    "r",
                    "js",
                    "ts",
                    "sh",
                    "bash",
                    "zsh",
                    "fish",
                    "sql",
                    "md",
                    "html",
                    "xml",
                    "yaml",
                    "toml" ->
                    EditorLanguage.named(extension);
            default -> EditorLanguage.PLAIN;
        };
    }

    private static int longestLine(String text) {
        int longest = 0;
        for (int start = 0; start <= text.length(); ) {
            int found = text.indexOf('\n', start);
            int end = found < 0 ? text.length() : found;
            longest = Math.max(longest, end - start);
            start = end + 1;
        }
        return longest;
    }
}
