package org.cellist.app.ui.editor.highlight;

import java.util.Set;

/// Colours Julia, for which there is no grammar artifact.
///
/// Follows the lexical part of the Julia 1.11 manual: nested `#= =#` comments, strings and
/// commands in one or three quotes with `$` interpolation and prefixes (`r"…"`, `raw"…"`),
/// characters beside the transpose operator `'`, macros, symbols, numbers.
///
/// Immutable.
final class JuliaLexer {

    private static final Set<String> KEYWORDS =
            Set.of(
                    "abstract",
                    "as",
                    "baremodule",
                    "begin",
                    "break",
                    "catch",
                    "const",
                    "continue",
                    "do",
                    "else",
                    "elseif",
                    "end",
                    "export",
                    "finally",
                    "for",
                    "function",
                    "global",
                    "if",
                    "import",
                    "in",
                    "isa",
                    "let",
                    "local",
                    "macro",
                    "module",
                    "mutable",
                    "outer",
                    "primitive",
                    "public",
                    "quote",
                    "return",
                    "struct",
                    "try",
                    "type",
                    "using",
                    "where",
                    "while");

    private static final Set<String> CONSTANTS =
            Set.of(
                    "true", "false", "nothing", "missing", "undef", "pi", "π", "ℯ", "Inf", "NaN",
                    "Inf32", "NaN32", "ARGS", "ENV", "stdin", "stdout", "stderr");

    void paint(String text, StylePainter painter) {
        int at = 0;
        while (at < text.length()) {
            at = Math.max(at + 1, paintToken(text, at, painter));
        }
    }

    /// Paints what begins at `at` and returns where it ends.
    private int paintToken(String text, int at, StylePainter painter) {
        char c = text.charAt(at);
        if (c == '#') {
            int end = text.startsWith("#=", at) ? commentEnd(text, at) : Scan.lineEnd(text, at);
            return painted(at, end, painter, TokenStyle.COMMENT);
        }
        if (c == '"' || c == '`') {
            return paintString(text, at, at, painter);
        }
        if (c == '\'') {
            return paintCharacter(text, at, painter);
        }
        if (Scan.isDigit(c)) {
            return painted(at, Scan.numberEnd(text, at, text.length()), painter, TokenStyle.NUMBER);
        }
        if (startsName(c)) {
            return paintName(text, at, painter);
        }
        if (c == '@' && at + 1 < text.length() && startsName(text.charAt(at + 1))) {
            return painted(at, nameEnd(text, at + 1), painter, TokenStyle.DECORATOR);
        }
        if (c == ':' && beginsSymbol(text, at)) {
            return painted(at, nameEnd(text, at + 1), painter, TokenStyle.CONSTANT);
        }
        return at + 1;
    }

    private static int paintName(String text, int at, StylePainter painter) {
        int end = nameEnd(text, at);
        var name = text.substring(at, end);
        boolean prefix =
                end < text.length() && (text.charAt(end) == '"' || text.charAt(end) == '`');
        if (prefix) {
            return paintString(text, at, end, painter);
        }
        if (KEYWORDS.contains(name)) {
            return painted(at, end, painter, TokenStyle.KEYWORD);
        }
        if (CONSTANTS.contains(name)) {
            return painted(at, end, painter, TokenStyle.CONSTANT);
        }
        int next = text.startsWith(".(", end) ? end + 1 : end;
        if (next < text.length() && text.charAt(next) == '(') {
            painter.paint(at, end, TokenStyle.FUNCTION);
        }
        return end;
    }

    /// @param start where the prefix begins, or the quote without one
    /// @param quote where the first quote is
    private static int paintString(String text, int start, int quote, StylePainter painter) {
        var one = text.substring(quote, quote + 1);
        var mark = text.startsWith(one.repeat(3), quote) ? one.repeat(3) : one;
        boolean raw = quote > start;
        int at = quote + mark.length();
        painter.paint(start, at, TokenStyle.STRING);
        while (at < text.length() && !text.startsWith(mark, at)) {
            char c = text.charAt(at);
            int end = at + 1;
            var style = TokenStyle.STRING;
            if (c == '\\') {
                end = at + 2;
                style = raw ? TokenStyle.STRING : TokenStyle.ESCAPE;
            } else if (c == '$' && !raw) {
                end = interpolationEnd(text, at);
                style = end > at + 1 ? TokenStyle.PLAIN : TokenStyle.STRING;
            }
            painter.paint(at, end, style);
            at = end;
        }
        return painted(at, Math.min(text.length(), at + mark.length()), painter, TokenStyle.STRING);
    }

    private static int interpolationEnd(String text, int dollar) {
        int at = dollar + 1;
        if (at < text.length() && text.charAt(at) == '(') {
            int depth = 0;
            for (int i = at; i < text.length(); i++) {
                char c = text.charAt(i);
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                if (depth == 0) {
                    return i + 1;
                }
            }
            return at;
        }
        return at < text.length() && startsName(text.charAt(at)) ? nameEnd(text, at) : at;
    }

    /// `'` after a name, a number or a closing bracket is the transpose, elsewhere a character's.
    private static int paintCharacter(String text, int at, StylePainter painter) {
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        boolean transpose =
                Character.isLetterOrDigit(before) || before == '_' || ")]}'.!".indexOf(before) >= 0;
        int end = Scan.stringEnd(text, at, Math.min(Scan.lineEnd(text, at), at + 12));
        return transpose || end < 0 ? at + 1 : painted(at, end, painter, TokenStyle.STRING);
    }

    private static boolean beginsSymbol(String text, int at) {
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        boolean free = Character.isWhitespace(before) || "([{,=;".indexOf(before) >= 0;
        return free && at + 1 < text.length() && startsName(text.charAt(at + 1));
    }

    private static int commentEnd(String text, int start) {
        int depth = 0;
        for (int i = start; i < text.length() - 1; i++) {
            if (text.startsWith("#=", i)) {
                depth++;
                i++;
            } else if (text.startsWith("=#", i)) {
                depth--;
                i++;
                if (depth == 0) {
                    return i + 1;
                }
            }
        }
        return text.length();
    }

    private static boolean startsName(char c) {
        return Scan.startsWord(c);
    }

    private static int nameEnd(String text, int start) {
        int end = start;
        while (end < text.length() && (Scan.inWord(text.charAt(end)) || text.charAt(end) == '!')) {
            end++;
        }
        boolean comparison = end < text.length() && text.charAt(end) == '=';
        return comparison && text.charAt(end - 1) == '!' ? end - 1 : end;
    }

    private static int painted(int start, int end, StylePainter painter, TokenStyle style) {
        painter.paint(start, end, style);
        return end;
    }
}
