package org.cellist.app.notebook.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.cellist.kernel.protocol.json.JsonCursor;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.Utf8;

/// Finds out how a file lays out its JSON by looking at its beginning.
///
/// Confined to one thread; used for one file.
final class LayoutDetector {

    private static final int LOOKED_AT = 1 << 16;
    private static final int MOST_SEARCHED_FOR_ESCAPES = 1 << 22;

    private final byte[] bytes;
    private final List<Slot> cells;
    private final Slot cellsArray;

    LayoutDetector(byte[] bytes, List<Slot> cells, Slot cellsArray) {
        this.bytes = bytes;
        this.cells = cells;
        this.cellsArray = cellsArray;
    }

    FileLayout detect() {
        int brace = indexOf((byte) '{', 0);
        int quote = indexOf((byte) '"', brace);
        var gap = text(brace + 1, quote);
        var lineEnd = lineEnd(gap);
        boolean isOneLine = lineEnd.isEmpty();
        return new FileLayout(
                isOneLine ? "" : gap.substring(gap.lastIndexOf(lineEnd) + lineEnd.length()),
                isOneLine,
                isOneLine ? "\n" : lineEnd,
                isOneLine && hasSpaceAfter(',') ? ", " : ",",
                hasSpaceAfter(':') ? ": " : ":",
                isAsciiOnly(),
                hasSortedNames(),
                hasSourceLists());
    }

    private String text(int from, int to) {
        return new String(bytes, from, Math.max(0, to - from), StandardCharsets.UTF_8);
    }

    private int indexOf(byte wanted, int from) {
        int i = from;
        while (i < bytes.length && bytes[i] != wanted) {
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

    /// Looks behind the first string that is followed by that mark.
    private boolean hasSpaceAfter(char mark) {
        int limit = Math.min(bytes.length - 2, LOOKED_AT);
        for (int i = 1; i < limit; i++) {
            if (bytes[i] == mark && (bytes[i - 1] == '"' || bytes[i - 1] == '}')) {
                return bytes[i + 1] == ' ';
            }
        }
        return mark == ':';
    }

    /// A file whose bytes are all ASCII, and that has an escape beyond ASCII, writes escapes.
    private boolean isAsciiOnly() {
        if (Utf8.firstBeyondAscii(bytes, 0, bytes.length) < bytes.length) {
            return false;
        }
        int limit = Math.min(bytes.length - 5, MOST_SEARCHED_FOR_ESCAPES);
        for (int i = 0; i < limit; i++) {
            if (bytes[i] == '\\') {
                boolean isControl =
                        bytes[i + 2] == '0' && bytes[i + 3] == '0' && bytes[i + 4] < '8';
                if (bytes[i + 1] == 'u' && !isControl) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    private boolean hasSortedNames() {
        for (var cell : cells) {
            var names = names(cell);
            if (names.size() > 1) {
                return names.equals(names.stream().sorted().toList());
            }
        }
        return true;
    }

    private List<String> names(Slot object) {
        var names = new ArrayList<String>();
        try {
            var cursor = new JsonCursor(bytes, object.from(), object.to());
            cursor.enter('{');
            for (boolean first = true; cursor.next('}', first); first = false) {
                names.add(cursor.name());
                cursor.value();
            }
        } catch (JsonSyntaxException e) {
            throw new IllegalStateException("a cell that was read is not well-formed", e);
        }
        return names;
    }

    private boolean hasSourceLists() {
        int limit = Math.min(cellsArray.to(), cellsArray.from() + LOOKED_AT);
        var head = text(cellsArray.from(), limit);
        int at = head.indexOf("\"source\"");
        if (at < 0) {
            return true;
        }
        int value = at + "\"source\"".length();
        while (value < head.length() && " :\r\n\t".indexOf(head.charAt(value)) >= 0) {
            value++;
        }
        return value >= head.length() || head.charAt(value) == '[';
    }
}
