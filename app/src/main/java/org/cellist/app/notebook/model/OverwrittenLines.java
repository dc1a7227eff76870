package org.cellist.app.notebook.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Drops what a carriage return lets a terminal overwrite, where that is certain.
///
/// After `old\rnew` a terminal shows `new` and then whatever of `old` is longer. So `old` can go
/// when `new` is at least as wide, or begins by erasing the line (`ESC [K`). It stays when it may
/// leave something behind: a colour that is not reset, a cursor movement, a tab. A backspace is
/// never resolved here.
///
/// Immutable.
final class OverwrittenLines {

    private static final char ESCAPE = '\u001b';
    private static final int FIRST_COMBINING = 0x300;
    private static final int FIRST_WIDE = 0x1100;

    private OverwrittenLines() {}

    /// Returns the text without the overwritten parts.
    static String dropped(String text) {
        var kept = new StringBuilder(text.length());
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            int to = end < 0 ? text.length() : end;
            appendLine(kept, text.substring(from, to));
            if (end >= 0) {
                kept.append('\n');
            }
            from = to + 1;
        }
        return kept.toString();
    }

    private static void appendLine(StringBuilder kept, String line) {
        int last = line.length();
        while (last > 0 && line.charAt(last - 1) == '\r') {
            last--; // nothing overwrites yet
        }
        if (line.lastIndexOf('\r', last - 1) < 0) {
            kept.append(line);
            return;
        }
        Deque<String> parts = new ArrayDeque<>();
        for (var part : parts(line, last)) {
            while (!parts.isEmpty() && covers(part, parts.getLast())) {
                parts.removeLast();
            }
            parts.addLast(part);
        }
        kept.append(String.join("\r", parts)).append(line, last, line.length());
    }

    private static List<String> parts(String line, int end) {
        var parts = new ArrayList<String>();
        int from = 0;
        while (from <= end) {
            int to = line.indexOf('\r', from);
            to = to < 0 || to > end ? end : to;
            if (to > from) {
                parts.add(line.substring(from, to));
            }
            from = to + 1;
        }
        return parts;
    }

    private static boolean covers(String above, String below) {
        if (!leavesNothingBehind(below)) {
            return false;
        }
        int width = columns(below);
        return erasesTheLine(above) || (width >= 0 && columns(above) >= width);
    }

    private static boolean erasesTheLine(String part) {
        return part.startsWith("\u001b[K") || part.startsWith("\u001b[2K");
    }

    /// Returns whether the part has no escape but colours, and ends with none.
    private static boolean leavesNothingBehind(String part) {
        boolean isColoured = false;
        for (int i = part.indexOf(ESCAPE); i >= 0; i = part.indexOf(ESCAPE, i + 1)) {
            int end = colourEnd(part, i);
            if (end < 0) {
                return false;
            }
            var codes = part.substring(i + 2, end - 1);
            isColoured = !codes.isEmpty() && !codes.equals("0");
        }
        return !isColoured && part.indexOf('\b') < 0;
    }

    /// Returns where the colour sequence `ESC [ … m` that begins at `i` ends, or -1.
    private static int colourEnd(String part, int i) {
        int at = i + 1;
        if (at >= part.length() || part.charAt(at) != '[') {
            return -1;
        }
        at++;
        while (at < part.length() && "0123456789;:".indexOf(part.charAt(at)) >= 0) {
            at++;
        }
        return at < part.length() && part.charAt(at) == 'm' ? at + 1 : -1;
    }

    /// Returns how many columns the part takes; -1 when that cannot be told.
    private static int columns(String part) {
        int columns = 0;
        int at = 0;
        while (at < part.length()) {
            int c = part.codePointAt(at);
            if (c == ESCAPE) {
                at = colourEnd(part, at);
                if (at < 0) {
                    return -1;
                }
                continue;
            }
            if (c < ' ') {
                return -1;
            }
            columns += columns(c);
            at += Character.charCount(c);
        }
        return columns;
    }

    private static int columns(int c) {
        if (c < FIRST_WIDE) {
            return c < FIRST_COMBINING || !hasNoWidth(c) ? 1 : 0;
        }
        if (hasNoWidth(c)) {
            return 0;
        }
        return isEmoji(c) || isEastAsianWide(c) ? 2 : 1;
    }

    private static boolean hasNoWidth(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
            default -> false;
        };
    }

    private static boolean isEmoji(int c) {
        return c >= 0x1f300 && c <= 0x1faff;
    }

    /// The blocks that are wide as a whole in Unicode's `EastAsianWidth.txt`.
    private static boolean isEastAsianWide(int c) {
        return c <= 0x115f
                || (c >= 0x2e80 && c <= 0xa4cf && c != 0x303f)
                || (c >= 0xac00 && c <= 0xd7a3)
                || (c >= 0xf900 && c <= 0xfaff)
                || (c >= 0xfe30 && c <= 0xfe6f)
                || (c >= 0xff01 && c <= 0xff60)
                || (c >= 0x20000 && c <= 0x3fffd);
    }
}
