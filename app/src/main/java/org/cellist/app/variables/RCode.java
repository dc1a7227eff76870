package org.cellist.app.variables;

import java.util.Set;
import java.util.regex.Pattern;

/// R that is run in a kernel without leaving a trace in the person's environment.
///
/// Immutable.
final class RCode {

    private static final Pattern NAME =
            Pattern.compile("(?:\\p{L}|\\.(?!\\p{Nd}))[\\p{L}\\p{Nd}._]*");
    private static final Set<String> RESERVED =
            Set.of(
                    "if",
                    "else",
                    "repeat",
                    "while",
                    "function",
                    "for",
                    "in",
                    "next",
                    "break",
                    "TRUE",
                    "FALSE",
                    "NULL",
                    "Inf",
                    "NaN",
                    "NA",
                    "NA_integer_",
                    "NA_real_",
                    "NA_complex_",
                    "NA_character_",
                    "...");

    private RCode() {}

    /// Returns code that defines what is in our scripts in an environment of its own, and answers
    /// with the value of a call there.
    ///
    /// @param script a file beside this class
    /// @param call as it stands in R
    static KernelQuestion calling(String script, String call) {
        return KernelQuestion.ofCode(
                "base::local({\n"
                        + Scripts.text("answer.R")
                        + Scripts.text(script)
                        + "cellist_answer(function() "
                        + call
                        + ")\n}, base::new.env(parent = base::baseenv()))");
    }

    /// Returns a text as a literal of R, in ASCII: R reads code in the encoding of its locale.
    static String literal(String text) {
        var literal = new StringBuilder("\"");
        text.codePoints()
                .forEach(
                        c -> {
                            switch (c) {
                                case '\\' -> literal.append("\\\\");
                                case '"' -> literal.append("\\\"");
                                case '\n' -> literal.append("\\n");
                                case '\r' -> literal.append("\\r");
                                case 0 -> {} // no text of R has one
                                default -> append(literal, c);
                            }
                        });
        return literal.append('"').toString();
    }

    private static void append(StringBuilder literal, int c) {
        if (c < 0x80) {
            literal.append((char) c);
        } else {
            literal.append("\\U{").append(Integer.toHexString(c)).append('}');
        }
    }

    /// Returns a name as it stands in code: in backticks where it is none of itself.
    static String name(String name) {
        if (NAME.matcher(name).matches() && !RESERVED.contains(name)) {
            return name;
        }
        return '`' + name.replace("\\", "\\\\").replace("`", "\\`").replace("\n", "\\n") + '`';
    }
}
