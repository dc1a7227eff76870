package org.cellist.app.ui.editor.typing;

import java.util.regex.Pattern;
import org.cellist.app.ui.editor.highlight.EditorLanguage;

/// What Enter inserts. Immutable.
///
/// @param text the line end with the indentation of the new line, and of the closing bracket's
/// @param caret where the caret belongs, counted from the start of `text`
record NewLine(String text, int caret) {

    private static final Pattern PYTHON_LEAVES =
            Pattern.compile("\\s*(return|pass|break|continue|raise)\\b.*");

    private static final Pattern JULIA_OPENS =
            Pattern.compile(
                    "\\s*(function|macro|for|while|if|elseif|else|begin|let|try|catch|finally"
                            + "|module|baremodule|struct|mutable struct|quote)\\b(?!.*\\bend\\b).*"
                            + "|.*\\bdo\\b[^\"]*");

    private static final Pattern BASH_OPENS = Pattern.compile(".*(\\b(then|do|else)|\\{|\\()\\s*");

    /// @param before the text left of the caret on its line
    /// @param after the text right of it
    static NewLine between(String before, String after, EditorLanguage language) {
        var indent = Lines.indentOf(before);
        var code = withoutComment(before, language).stripTrailing();
        char open = code.isEmpty() ? ' ' : code.charAt(code.length() - 1);
        if (language != EditorLanguage.PLAIN && language != EditorLanguage.MARKDOWN) {
            if (isPair(open, after)) {
                var inner = "\n" + indent + Lines.STEP_SPACES;
                return new NewLine(inner + "\n" + indent, inner.length());
            }
            if (open == '(' || open == '[' || open == '{' || opens(code, language)) {
                return of("\n" + indent + Lines.STEP_SPACES);
            }
        }
        boolean leaves = language == EditorLanguage.PYTHON && PYTHON_LEAVES.matcher(code).matches();
        if (leaves && after.isBlank() && balanced(code)) {
            return of("\n" + Lines.outdented(indent));
        }
        return of("\n" + indent);
    }

    private static NewLine of(String text) {
        return new NewLine(text, text.length());
    }

    private static boolean opens(String code, EditorLanguage language) {
        return switch (language) {
            case PYTHON -> code.endsWith(":");
            case JULIA -> JULIA_OPENS.matcher(code).matches();
            case BASH -> BASH_OPENS.matcher(code).matches();
            case JAVA, R, JAVASCRIPT, SQL, JSON, HTML, SLASH_COMMENTS, HASH_COMMENTS -> false;
            case MARKDOWN, PLAIN -> false;
        };
    }

    private static boolean isPair(char open, String after) {
        if (after.isEmpty()) {
            return false;
        }
        char next = after.charAt(0);
        return (open == '(' && next == ')')
                || (open == '[' && next == ']')
                || (open == '{' && next == '}');
    }

    private static boolean balanced(String code) {
        int depth = 0;
        for (int i = 0; i < code.length(); i++) {
            switch (code.charAt(i)) {
                case '(', '[', '{' -> depth++;
                case ')', ']', '}' -> depth--;
                default -> {}
            }
        }
        return depth <= 0;
    }

    /// Cuts a comment off, unless its mark stands inside quotes.
    private static String withoutComment(String line, EditorLanguage language) {
        var mark = language.commentStart();
        if (mark.isEmpty() || !language.commentEnd().isEmpty()) {
            return line;
        }
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote == 0 && line.startsWith(mark, i)) {
                return line.substring(0, i);
            }
            if (c == '\\' && quote != 0) {
                i++;
            } else if (c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            }
        }
        return line;
    }
}
