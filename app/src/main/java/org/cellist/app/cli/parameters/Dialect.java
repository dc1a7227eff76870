package org.cellist.app.cli.parameters;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How one language writes values and assigns them.
///
/// Values mean what papermill makes of them; texts differ in that only what must be escaped is, so
/// that 한글 stays readable in the cell.
///
/// Immutable.
///
/// @param comment what begins a comment
/// @param assignment of `%1$s`, the name, and `%2$s`, the value
/// @param constants the words for null, true, false, NaN, infinity and minus infinity
/// @param integers how whole numbers of more than 32 and of more than 64 bits are written
/// @param interpolation what begins an expression inside a text and so must be escaped; may be
///     empty
/// @param forbiddenStart what no name may begin with, and is dropped as papermill does; may be
///     empty
record Dialect(
        String comment,
        String assignment,
        Constants constants,
        Collections collections,
        Integers integers,
        String interpolation,
        String forbiddenStart) {

    /// Immutable.
    record Constants(
            String none,
            String yes,
            String no,
            String nan,
            String infinity,
            String minusInfinity) {}

    /// Lists and maps. Immutable.
    ///
    /// @param entry a map's entry: `%1$s`, the key, and `%2$s`, the value
    record Collections(Brackets list, Brackets map, String entry) {}

    /// What stands around things and between them. Immutable.
    record Brackets(String open, String separator, String close) {

        String around(Stream<String> things) {
            return things.collect(Collectors.joining(separator, open, close));
        }
    }

    /// Formats of `%s`, the digits. Immutable.
    record Integers(String wide, String huge) {}

    private static final int FIRST_PRINTABLE = 0x20;
    private static final int DELETE = 0x7f;

    /// Returns the lines that assign the parameters.
    String assignments(List<Parameter> parameters) {
        return parameters.stream()
                .map(each -> assignment.formatted(name(each.name()), literal(each.value())))
                .collect(Collectors.joining("\n", comment + " Parameters\n", ""));
    }

    private String name(String name) {
        int start = 0;
        while (start < name.length() && forbiddenStart.indexOf(name.charAt(start)) >= 0) {
            start++;
        }
        return name.substring(start);
    }

    private String literal(@Nullable Object value) {
        return switch (value) {
            case null -> constants.none();
            case Boolean yes -> yes ? constants.yes() : constants.no();
            case Integer number -> number.toString();
            case Long number -> integers.wide().formatted(number);
            case BigInteger number -> integers.huge().formatted(number);
            case Double number -> literal(number.doubleValue());
            case List<?> items -> collections.list().around(items.stream().map(this::literal));
            case Map<?, ?> entries ->
                    collections.map().around(entries.entrySet().stream().map(this::entry));
            default -> quoted(value.toString());
        };
    }

    private String entry(Map.Entry<?, ?> entry) {
        var key = quoted(String.valueOf(entry.getKey()));
        return collections.entry().formatted(key, literal(entry.getValue()));
    }

    private String literal(double number) {
        if (Double.isNaN(number)) {
            return constants.nan();
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? constants.infinity() : constants.minusInfinity();
        }
        return Double.toString(number);
    }

    private String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < FIRST_PRINTABLE || c == DELETE) {
                        quoted.append("\\u%04x".formatted((int) c));
                    } else if (interpolation.indexOf(c) >= 0) {
                        quoted.append('\\').append(c);
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
