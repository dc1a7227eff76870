package org.cellist.app.ui.editor.highlight;

import java.util.Set;

/// Colours languages without a grammar of their own: comments, strings, numbers, common words.
///
/// It knows what most languages of kernels share: `#` or `//` comments (with `/* */` beside
/// `//`), strings in `"`, `'` and backquotes with `\` escapes that end at the line's end,
/// numbers, calls.
///
/// Immutable.
final class FallbackLexer {

    private static final Set<String> KEYWORDS =
            Set.of(
                    "abstract",
                    "and",
                    "as",
                    "async",
                    "await",
                    "begin",
                    "break",
                    "case",
                    "catch",
                    "class",
                    "const",
                    "continue",
                    "data",
                    "def",
                    "default",
                    "defer",
                    "do",
                    "elif",
                    "else",
                    "elseif",
                    "elsif",
                    "end",
                    "enum",
                    "except",
                    "export",
                    "extends",
                    "extern",
                    "final",
                    "finally",
                    "fn",
                    "for",
                    "foreach",
                    "from",
                    "fun",
                    "func",
                    "function",
                    "given",
                    "global",
                    "go",
                    "goto",
                    "if",
                    "impl",
                    "implements",
                    "implicit",
                    "import",
                    "in",
                    "include",
                    "inline",
                    "interface",
                    "is",
                    "lazy",
                    "let",
                    "local",
                    "loop",
                    "match",
                    "mod",
                    "module",
                    "mut",
                    "my",
                    "namespace",
                    "new",
                    "not",
                    "object",
                    "of",
                    "open",
                    "operator",
                    "or",
                    "otherwise",
                    "our",
                    "override",
                    "package",
                    "private",
                    "proc",
                    "protected",
                    "pub",
                    "public",
                    "require",
                    "rescue",
                    "return",
                    "sealed",
                    "select",
                    "static",
                    "struct",
                    "sub",
                    "super",
                    "switch",
                    "template",
                    "then",
                    "this",
                    "throw",
                    "trait",
                    "try",
                    "type",
                    "typedef",
                    "typename",
                    "union",
                    "unless",
                    "until",
                    "unsafe",
                    "use",
                    "using",
                    "val",
                    "var",
                    "virtual",
                    "when",
                    "where",
                    "while",
                    "with",
                    "yield");

    private static final Set<String> CONSTANTS =
            Set.of(
                    "true",
                    "false",
                    "null",
                    "nil",
                    "none",
                    "None",
                    "True",
                    "False",
                    "nullptr",
                    "undefined",
                    "NaN",
                    "NULL",
                    "self");

    private final String lineComment;

    /// @param lineComment what begins a comment: `#`, `//`, or empty for none
    FallbackLexer(String lineComment) {
        this.lineComment = lineComment;
    }

    void paint(String text, StylePainter painter) {
        int at = 0;
        while (at < text.length()) {
            at = paintToken(text, at, text.length(), painter);
        }
    }

    /// Paints what begins at `at` and returns where it ends.
    private int paintToken(String text, int at, int end, StylePainter painter) {
        char c = text.charAt(at);
        if (!lineComment.isEmpty() && text.startsWith(lineComment, at)) {
            return paintTo(lineEnd(text, at, end), at, painter, TokenStyle.COMMENT);
        }
        if (lineComment.equals("//") && text.startsWith("/*", at)) {
            int close = text.indexOf("*/", at + 2);
            int stop = close < 0 ? end : Math.min(end, close + 2);
            return paintTo(stop, at, painter, TokenStyle.COMMENT);
        }
        if (c == '"' || c == '\'' || c == '`') {
            return paintString(text, at, end, painter);
        }
        if (Scan.isDigit(c)) {
            return paintTo(Scan.numberEnd(text, at, end), at, painter, TokenStyle.NUMBER);
        }
        if (Scan.startsWord(c)) {
            return paintWord(text, at, end, painter);
        }
        if (c == '@' && at + 1 < end && Scan.startsWord(text.charAt(at + 1))) {
            return paintTo(Scan.wordEnd(text, at + 1, end), at, painter, TokenStyle.DECORATOR);
        }
        return at + 1;
    }

    private static int paintString(String text, int at, int end, StylePainter painter) {
        int stop = Scan.stringEnd(text, at, lineEnd(text, at, end));
        if (stop < 0) {
            return at + 1;
        }
        painter.paint(at, stop, TokenStyle.STRING);
        for (int i = at; i < stop - 1; i++) {
            if (text.charAt(i) == '\\') {
                painter.paint(i, i + 2, TokenStyle.ESCAPE);
                i++;
            }
        }
        return stop;
    }

    private static int paintWord(String text, int at, int end, StylePainter painter) {
        int stop = Scan.wordEnd(text, at, end);
        var word = text.substring(at, stop);
        if (KEYWORDS.contains(word)) {
            painter.paint(at, stop, TokenStyle.KEYWORD);
        } else if (CONSTANTS.contains(word)) {
            painter.paint(at, stop, TokenStyle.CONSTANT);
        } else if (stop < end && text.charAt(stop) == '(') {
            painter.paint(at, stop, TokenStyle.FUNCTION);
        }
        return stop;
    }

    private static int paintTo(int stop, int at, StylePainter painter, TokenStyle style) {
        painter.paint(at, stop, style);
        return Math.max(stop, at + 1);
    }

    private static int lineEnd(String text, int at, int end) {
        return Math.min(end, Scan.lineEnd(text, at));
    }
}
