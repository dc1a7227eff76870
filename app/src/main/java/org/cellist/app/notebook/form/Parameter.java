package org.cellist.app.notebook.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/// A variable with `#@param`, and where in the source its value stands. Immutable.
///
/// A value has two forms: the one a person sees in a control (`Ann`), and the literal in the code
/// (`'Ann'`). For an expression, a number or a boolean they are the same.
///
/// @param start of the value, in UTF-16 units of the source
/// @param end behind the value
/// @param written what stands there
public record Parameter(String name, int start, int end, String written, Field field)
        implements Form.Item {

    /// Returns what a control shows; empty when the code has something else than the annotation
    /// says, such as a call where a number should be.
    public Optional<String> value() {
        return switch (field) {
            case Field.Raw _ -> Optional.of(written);
            case Field.Text _ -> PythonText.decoded(written);
            case Field.Choice choice ->
                    choice.isRaw() ? Optional.of(written) : PythonText.decoded(written);
            case Field.Numeric(var isWhole) ->
                    Optional.of(written).filter(text -> PythonNumber.isNumber(text, isWhole));
            case Field.Slider _ -> PythonNumber.decimal(written).map(_ -> written);
            case Field.Check _ -> Optional.of(written).filter(Parameter::isBoolean);
            case Field.Date _ -> PythonText.decoded(written).filter(Parameter::isDate);
        };
    }

    /// Returns the literal for a value that a person gave, in the style of the present one; empty
    /// when the value is none of this kind.
    public Optional<String> literal(String value) {
        return switch (field) {
            case Field.Raw _ -> expression(value);
            case Field.Text _ -> Optional.of(PythonText.encoded(value, written));
            case Field.Choice choice ->
                    choice.isRaw()
                            ? expression(value)
                            : Optional.of(PythonText.encoded(value, written));
            case Field.Numeric(var isWhole) -> PythonNumber.literal(value, written, isWhole);
            case Field.Slider _ -> PythonNumber.literal(value, written, false);
            case Field.Check _ -> Optional.of(value).filter(Parameter::isBoolean);
            case Field.Date _ ->
                    Optional.of(value)
                            .filter(Parameter::isDate)
                            .map(date -> PythonText.encoded(date, written));
        };
    }

    /// Returns whether the source has this value where this parameter says.
    public boolean isIn(String source) {
        return source.startsWith(written, start) && end == start + written.length();
    }

    public Parameter withField(Field another) {
        return new Parameter(name, start, end, written, another);
    }

    private static Optional<String> expression(String value) {
        var text = CodeScan.trimmed(value);
        boolean isWritable =
                !text.isEmpty()
                        && text.chars().noneMatch(c -> CodeScan.isLineEnd((char) c))
                        && CodeScan.of(text, 0, text.length()).isWhole()
                        && text.charAt(0) != '='
                        && text.charAt(text.length() - 1) != ',';
        return isWritable ? Optional.of(text) : Optional.empty();
    }

    private static boolean isBoolean(String text) {
        return text.equals("True") || text.equals("False");
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeException _) {
            return false;
        }
    }
}
