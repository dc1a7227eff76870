package org.cellist.app.ui.editor.highlight;

import org.jspecify.annotations.Nullable;
import org.treesitter.TSLanguage;
import org.treesitter.TreeSitterBash;
import org.treesitter.TreeSitterHtml;
import org.treesitter.TreeSitterJava;
import org.treesitter.TreeSitterJavascript;
import org.treesitter.TreeSitterJson;
import org.treesitter.TreeSitterPython;
import org.treesitter.TreeSitterR;
import org.treesitter.TreeSitterSql;

/// The tree-sitter grammars we have, each with its query in this package's resources. Immutable.
///
/// Making a [TSLanguage] unpacks and loads the grammar's native library (2–15 ms), so that is
/// done for the first text of a language, on the highlighter's thread.
enum Grammar {
    PYTHON("python.scm"),
    JAVA("java.scm"),
    JAVASCRIPT("javascript.scm"),
    BASH("bash.scm"),
    JSON("json.scm"),
    HTML("html.scm"),
    R("r.scm"),
    SQL("sql.scm");

    private final String query;

    Grammar(String query) {
        this.query = query;
    }

    /// Returns the file that says which nodes have which style.
    String query() {
        return query;
    }

    /// Loads the native library.
    ///
    /// @throws UnsatisfiedLinkError if there is none for this system
    TSLanguage load() {
        return switch (this) {
            case PYTHON -> new TreeSitterPython();
            case JAVA -> new TreeSitterJava();
            case JAVASCRIPT -> new TreeSitterJavascript();
            case BASH -> new TreeSitterBash();
            case JSON -> new TreeSitterJson();
            case HTML -> new TreeSitterHtml();
            case R -> new TreeSitterR();
            case SQL -> new TreeSitterSql();
        };
    }

    /// Returns the grammar of a language, or null when it has none.
    static @Nullable Grammar of(EditorLanguage language) {
        return switch (language) {
            case PYTHON -> PYTHON;
            case JAVA -> JAVA;
            case JAVASCRIPT -> JAVASCRIPT;
            case BASH -> BASH;
            case JSON -> JSON;
            case HTML -> HTML;
            case R -> R;
            case SQL -> SQL;
            case MARKDOWN, JULIA, SLASH_COMMENTS, HASH_COMMENTS, PLAIN -> null;
        };
    }
}
