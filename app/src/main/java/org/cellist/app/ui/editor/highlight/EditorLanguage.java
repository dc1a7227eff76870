package org.cellist.app.ui.editor.highlight;

import java.util.Locale;

/// A language as an editor treats it: how it is coloured, indented and commented. Immutable.
public enum EditorLanguage {
    PYTHON("#", ""),
    JAVA("//", ""),
    R("#", ""),
    JULIA("#", ""),
    JAVASCRIPT("//", ""),
    BASH("#", ""),
    SQL("--", ""),
    JSON("", ""),
    MARKDOWN("<!--", "-->"),
    HTML("<!--", "-->"),
    /// Any other language with `//` comments: Scala, Kotlin, C++, Rust, Go, …
    SLASH_COMMENTS("//", ""),
    /// Any other language with `#` comments: Ruby, Perl, Octave, YAML, …
    HASH_COMMENTS("#", ""),
    /// Text without colours.
    PLAIN("", "");

    private final String commentStart;
    private final String commentEnd;

    EditorLanguage(String commentStart, String commentEnd) {
        this.commentStart = commentStart;
        this.commentEnd = commentEnd;
    }

    /// Returns the language a kernelspec, `language_info.name` or a cell magic calls `name`.
    ///
    /// Versions and front-end prefixes are ignored: `ipython3`, `julia-1.11`, `python3`.
    public static EditorLanguage named(String name) {
        var letters = name.toLowerCase(Locale.ROOT).strip().replaceFirst("[-_ ]?[0-9][0-9.]*$", "");
        return switch (letters) {
            case "python", "ipython", "pypy", "python-pypy", "cython", "sage", "sagemath" -> PYTHON;
            case "java", "rapaio", "jjava", "ijava" -> JAVA;
            case "r", "ir" -> R;
            case "julia" -> JULIA;
            case "javascript", "js", "typescript", "ts", "node", "nodejs", "deno" -> JAVASCRIPT;
            case "bash", "sh", "shell", "zsh", "ksh", "script" -> BASH;
            case "sql", "sqlite", "postgresql", "mysql", "duckdb", "bigquery" -> SQL;
            case "json" -> JSON;
            case "markdown", "md" -> MARKDOWN;
            case "html", "svg", "xml" -> HTML;
            case "ruby", "perl", "octave", "matlab", "yaml", "toml", "elixir", "coconut", "fish" ->
                    HASH_COMMENTS;
            case "", "text", "plain", "raw", "latex", "tex" -> PLAIN;
            default -> SLASH_COMMENTS;
        };
    }

    /// Tells whether a text of this language holds parts in others.
    boolean hasInjections() {
        return this == MARKDOWN || this == HTML;
    }

    /// Returns what begins a comment, empty for a language without comments.
    public String commentStart() {
        return commentStart;
    }

    /// Returns what ends a comment, empty where the line's end does.
    public String commentEnd() {
        return commentEnd;
    }
}
