package org.cellist.app.ui.output.table;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads values as tables write them: `1,234.5`, `12%`, `₩1,200`, `1e-05`, `2 days 03:00:00`;
/// `2024-05-01`, `2024-05`, `2024-05-01 09:30:00.5+09:00`, `09:30`. Immutable.
final class ValueReader {

    private static final Map<String, Double> NAMED =
            Map.of(
                    "inf",
                    Double.POSITIVE_INFINITY,
                    "-inf",
                    Double.NEGATIVE_INFINITY,
                    "True",
                    1.0,
                    "False",
                    0.0);

    private static final Pattern NUMBER =
            Pattern.compile(
                    "([-+]?)[$€£¥₩]?([-+]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)?(?:\\.\\d*)?"
                            + "(?:[eE][-+]?\\d+)?)%?");

    private static final Pattern SPAN =
            Pattern.compile(
                    "(-?\\d+) days?(?: ([-+]?)(\\d{1,2}):(\\d{2}):(\\d{2}(?:\\.\\d{1,9})?))?");

    private static final Pattern TIME =
            Pattern.compile(
                    "(?:(\\d{4})[-/](\\d{1,2})(?:[-/](\\d{1,2}))?)?"
                            + "(?:(?:^|[ T])(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9}))?)?"
                            + "(Z|[-+]\\d{2}:?\\d{2})?)?");

    private static final int SECONDS_OF_DAY = 86_400;
    private static final int NANO_DIGITS = 9;

    private ValueReader() {}

    static @Nullable Double number(String text) {
        var named = NAMED.get(text);
        if (named != null) {
            return named;
        }
        char last = text.isEmpty() ? 'x' : text.charAt(text.length() - 1);
        if (last != '%' && last != '.' && (last < '0' || last > '9')) {
            return days(text);
        }
        var plain = digits(text);
        return plain == null ? days(text) : Double.valueOf(plain);
    }

    /// Returns a number with all its digits; it has to be one.
    static BigDecimal exact(String text) {
        var plain = digits(text);
        return plain == null ? BigDecimal.ZERO : new BigDecimal(plain);
    }

    private static @Nullable String digits(String text) {
        var found = NUMBER.matcher(text);
        if (!found.matches() || text.chars().noneMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        var digits = found.group(2).replace(",", "");
        boolean hasMantissa = !digits.isEmpty() && "eE".indexOf(digits.charAt(0)) < 0;
        boolean hasOneSign = found.group(1).isEmpty() || "+-".indexOf(digits.charAt(0)) < 0;
        return hasMantissa && hasOneSign && !digits.equals(".") ? found.group(1) + digits : null;
    }

    /// Returns a span of time in seconds.
    private static @Nullable Double days(String text) {
        var found = SPAN.matcher(text);
        if (!found.matches()) {
            return null;
        }
        double seconds = Double.parseDouble(found.group(1)) * SECONDS_OF_DAY;
        if (found.group(3) == null) {
            return seconds;
        }
        double rest =
                Integer.parseInt(found.group(3)) * 3600
                        + Integer.parseInt(found.group(4)) * 60
                        + Double.parseDouble(found.group(5));
        return found.group(2).equals("-") ? seconds - rest : seconds + rest;
    }

    static @Nullable LocalDateTime time(String text) {
        var found = TIME.matcher(text);
        if (text.isEmpty() || !found.matches()) {
            return null;
        }
        try {
            return at(found);
        } catch (DateTimeException _) { // the thirtieth of February
            return null;
        }
    }

    private static LocalDateTime at(Matcher found) {
        var fraction = found.group(7) == null ? "" : found.group(7);
        var time =
                LocalDateTime.of(
                        part(found.group(1), 0),
                        part(found.group(2), 1),
                        part(found.group(3), 1),
                        part(found.group(4), 0),
                        part(found.group(5), 0),
                        part(found.group(6), 0),
                        part(fraction + "0".repeat(NANO_DIGITS - fraction.length()), 0));
        var zone = found.group(8);
        return zone == null ? time : time.minusSeconds(ZoneOffset.of(zone).getTotalSeconds());
    }

    private static int part(@Nullable String digits, int otherwise) {
        return digits == null ? otherwise : Integer.parseInt(digits);
    }
}
