package org.cellist.app.ui.output.latex;

import java.util.Optional;
import java.util.regex.Pattern;

/// Prepares a formula for JLaTeXMath. Immutable.
///
/// What would reach beyond the formula is refused: commands that read files (`\includegraphics`,
/// JLaTeXMath's own `\jlm…`), and those that define something for every later formula.
final class LatexSource {

    private static final int LONGEST = 20_000;
    private static final int DEEPEST = 60;

    private static final Pattern REFUSED =
            Pattern.compile(
                    "\\\\(includegraphics|jlm[A-Za-z]*|DeclareMath[A-Za-z]*|magnification"
                            + "|definecolor|(re)?new(command|environment)|makeat(letter|other)"
                            + "|romannumeral)(?![A-Za-z])");
    private static final Pattern WHOLE_ENVIRONMENT =
            Pattern.compile(
                    "\\\\begin\\{(equation|displaymath|math)\\*?}(.*)\\\\end\\{\\1\\*?}",
                    Pattern.DOTALL);
    private static final Pattern STARRED =
            Pattern.compile(
                    "\\\\(begin|end)\\{(align|alignat|gather|multline|flalign|eqnarray)\\*}");
    private static final Pattern UNSEEN =
            Pattern.compile("\\\\label\\s*\\{[^{}]*}|\\\\(nonumber|notag)(?![A-Za-z])");
    /// An operator whose limits stand above and below it; its name may hold groups.
    private static final Pattern STARRED_OPERATOR =
            Pattern.compile("\\\\operatorname\\*\\s*\\{((?:[^{}]|\\{[^{}]*})*)}");

    private LatexSource() {}

    /// Returns what to typeset; empty when the formula is refused.
    ///
    /// @param latex without the dollars or brackets around it
    static Optional<String> prepared(String latex) {
        if (latex.length() > LONGEST || depth(latex) > DEEPEST || REFUSED.matcher(latex).find()) {
            return Optional.empty();
        }
        var body = UNSEEN.matcher(latex.strip()).replaceAll("");
        var whole = WHOLE_ENVIRONMENT.matcher(body);
        if (whole.matches()) {
            body = whole.group(2);
        }
        body = STARRED.matcher(body).replaceAll("\\\\$1{$2}").strip();
        body = STARRED_OPERATOR.matcher(body).replaceAll("\\\\mathop{\\\\mathrm{$1}}\\\\limits ");
        return body.isEmpty() ? Optional.empty() : Optional.of(body);
    }

    /// Returns how deep groups, environments and fences are nested.
    private static int depth(String latex) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < latex.length(); i++) {
            char c = latex.charAt(i);
            if (c == '\\') {
                boolean opens = startsWith(latex, i, "begin") || startsWith(latex, i, "left");
                boolean closes = startsWith(latex, i, "end") || startsWith(latex, i, "right");
                depth += opens ? 1 : 0;
                depth -= closes ? 1 : 0;
                i++;
            } else if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
            }
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }

    private static boolean startsWith(String latex, int backslash, String command) {
        int end = backslash + 1 + command.length();
        return latex.startsWith(command, backslash + 1)
                && (end == latex.length() || !Character.isLetter(latex.charAt(end)));
    }
}
