package org.cellist.app.environment.packages;

import java.util.regex.Pattern;

/// How deeply a file's lists lie in each other. Parsers call themselves for each, so that a
/// hostile file would use up their stack.
///
/// Stateless.
final class Nesting {

    /// Nobody writes a tenth of it.
    private static final int DEEPEST = 100;

    /// YAML's lists in lists, on one line.
    private static final Pattern ON_ONE_LINE =
            Pattern.compile("^[ \\t]*(?:[-?:][ \\t]+){" + DEEPEST + "}", Pattern.MULTILINE);

    private Nesting() {}

    /// @throws IllegalArgumentException if the text is nested too deeply; brackets within texts
    ///     count too, which errs on the safe side
    static void check(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '[' || c == '{') {
                depth++;
            } else if (c == ']' || c == '}') {
                depth--;
            }
            if (depth > DEEPEST) {
                throw new IllegalArgumentException("nested too deeply");
            }
        }
        if (ON_ONE_LINE.matcher(text).find()) {
            throw new IllegalArgumentException("nested too deeply");
        }
    }
}
