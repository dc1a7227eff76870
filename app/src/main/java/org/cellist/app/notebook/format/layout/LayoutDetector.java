package org.cellist.app.notebook.format.layout;

import java.nio.charset.StandardCharsets;

/// Finds out how a file lays out its JSON.
///
/// Confined to one thread; used for one file.
public final class LayoutDetector {

    private static final int MOST_SEARCHED_FOR_ESCAPES = 1 << 22;
    private static final String SPACES = " \t\r\n";

    private final byte[] bytes;
    private final boolean isAscii;
    private final LayoutHints hints;

    /// @param bytes of a file that was read
    /// @param isAscii whether all of them are ASCII
    public LayoutDetector(byte[] bytes, boolean isAscii, LayoutHints hints) {
        this.bytes = bytes;
        this.isAscii = isAscii;
        this.hints = hints;
    }

    /// Looks at the file's beginning and at what the parsers noticed.
    public FileLayout detect() {
        int brace = indexOf('{', 0);
        int firstName = indexOf('"', brace);
        var gap = text(brace + 1, firstName);
        var lineEnd = lineEnd(gap);
        boolean isOneLine = lineEnd.isEmpty();
        var nameSeparator = nameSeparator(firstName);
        return new FileLayout(
                isOneLine ? "" : gap.substring(gap.lastIndexOf(lineEnd) + lineEnd.length()),
                isOneLine,
                isOneLine ? "\n" : lineEnd,
                itemSeparator(nameSeparator, isOneLine),
                nameSeparator,
                isAscii && hasEscapesBeyondAscii(),
                hints.hasSourceLists(),
                hints.order());
    }

    private String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private int indexOf(char wanted, int from) {
        int i = from;
        while (bytes[i] != wanted) {
            i++;
        }
        return i;
    }

    private static String lineEnd(String gap) {
        if (gap.contains("\r\n")) {
            return "\r\n";
        }
        if (gap.contains("\n")) {
            return "\n";
        }
        return gap.contains("\r") ? "\r" : "";
    }

    /// The comma and what follows it on its line: Python 2 wrote a space before the line end.
    private String itemSeparator(String nameSeparator, boolean isOneLine) {
        var slot = hints.memberGap();
        if (!slot.isPresent()) {
            return isOneLine && nameSeparator.endsWith(" ") ? ", " : ",";
        }
        var gap = text(slot.from(), slot.to());
        int end = 0;
        while (end < gap.length() && gap.charAt(end) != '\n' && gap.charAt(end) != '\r') {
            end++;
        }
        return gap.substring(0, end);
    }

    private String nameSeparator(int nameFrom) {
        int nameTo = nameFrom + 1;
        while (bytes[nameTo] != '"') {
            nameTo += bytes[nameTo] == '\\' ? 2 : 1;
        }
        int valueFrom = nameTo + 1;
        while (bytes[valueFrom] == ':' || SPACES.indexOf(bytes[valueFrom]) >= 0) {
            valueFrom++;
        }
        var separator = text(nameTo + 1, valueFrom);
        return lineEnd(separator).isEmpty() ? separator : ": ";
    }

    private boolean hasEscapesBeyondAscii() {
        int limit = Math.min(bytes.length - 5, MOST_SEARCHED_FOR_ESCAPES);
        for (int i = 0; i < limit; i++) {
            if (bytes[i] == '\\') {
                boolean isAsciiUnit =
                        bytes[i + 2] == '0' && bytes[i + 3] == '0' && bytes[i + 4] < '8';
                if (bytes[i + 1] == 'u' && !isAsciiUnit) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }
}
