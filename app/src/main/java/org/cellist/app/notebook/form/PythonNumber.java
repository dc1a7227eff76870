package org.cellist.app.notebook.form;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/// Python's numbers. Immutable.
final class PythonNumber {

    private static final int LONGEST = 40; // digits; what is longer is no value of a form
    private static final String DIGITS = "\\d(?:_?\\d)*";

    private static final Pattern WHOLE =
            Pattern.compile(
                    "[+-]?(?:0(?:_?0)*|[1-9](?:_?\\d)*|0[xX](?:_?[0-9a-fA-F])+"
                            + "|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+)");

    private static final Pattern FRACTION =
            Pattern.compile(
                    "[+-]?(?:(?:"
                            + DIGITS
                            + ")?\\."
                            + DIGITS
                            + "|"
                            + DIGITS
                            + "\\.)"
                            + "(?:[eE][+-]?\\d{1,3})?"
                            + "|[+-]?"
                            + DIGITS
                            + "[eE][+-]?\\d{1,3}");

    private PythonNumber() {}

    /// Returns whether it is a literal of a number.
    static boolean isNumber(String text, boolean isWhole) {
        return isWhole(text) || (!isWhole && isFraction(text));
    }

    private static boolean isWhole(String text) {
        return text.length() <= LONGEST && WHOLE.matcher(text).matches();
    }

    private static boolean isFraction(String text) {
        return text.length() <= LONGEST && FRACTION.matcher(text).matches();
    }

    /// Returns a decimal literal's value, if it is one that a slider can show.
    static Optional<BigDecimal> decimal(String text) {
        boolean isDecimal =
                isNumber(text, false) && text.chars().noneMatch(PythonNumber::isBaseMark);
        return isDecimal
                ? Optional.of(new BigDecimal(text.replace("_", "")))
                        .filter(number -> Double.isFinite(number.doubleValue()))
                : Optional.empty();
    }

    private static boolean isBaseMark(int c) {
        return "xXoObB".indexOf(c) >= 0;
    }

    /// Returns a literal for a number that a person gave. A whole number in place of a fraction
    /// becomes one, so that the variable keeps its type.
    static Optional<String> literal(String value, String like, boolean isWhole) {
        var text = CodeScan.trimmed(value);
        if (!isNumber(text, isWhole)) {
            return Optional.empty();
        }
        boolean becomesFraction = !isWhole && isFraction(like) && decimal(text).isPresent();
        return Optional.of(becomesFraction && isWhole(text) ? text + ".0" : text);
    }
}
