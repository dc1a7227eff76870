package org.cellist.app.notebook.format.layout;

import java.util.ArrayList;
import java.util.List;

/// Lines as Python's `str.splitlines(keepends=True)` makes them, which nbformat writes.
///
/// Besides `\n`, `\r` and `\r\n` it splits at U+000B, U+000C, U+001C–U+001E, U+0085, U+2028 and
/// U+2029.
///
/// Immutable.
public final class PythonLines {

    private PythonLines() {}

    /// Returns the lines with their ends; put together they are the text.
    public static List<String> of(String text) {
        var lines = new ArrayList<String>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLineEnd(c)) {
                continue;
            }
            if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                i++;
            }
            lines.add(text.substring(start, i + 1));
            start = i + 1;
        }
        if (start < text.length()) {
            lines.add(text.substring(start));
        }
        return lines;
    }

    /// Returns a line of [#of] without its end.
    public static String withoutEnd(String line) {
        int end = line.length();
        if (end > 0 && isLineEnd(line.charAt(end - 1))) {
            end -= line.endsWith("\r\n") ? 2 : 1;
        }
        return line.substring(0, end);
    }

    private static boolean isLineEnd(char c) {
        return switch (c) {
            case '\n',
                    '\r',
                    '\u000b',
                    '\f',
                    '\u001c',
                    '\u001d',
                    '\u001e',
                    '\u0085',
                    '\u2028',
                    '\u2029' ->
                    true;
            default -> false;
        };
    }
}
