package org.cellist.app.notebook.format;

import java.util.ArrayList;
import java.util.List;
import org.cellist.kernel.protocol.json.JsonCursor;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.RawJson;

/// The lines of one source as the file has them, so that lines nobody touched keep their escapes.
///
/// Immutable.
final class SourceLines {

    private final FileSpans spans;
    private final List<RawJson> raw = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    /// @param slot a list of strings
    SourceLines(FileSpans spans, Slot slot) {
        this.spans = spans;
        try {
            var cursor = new JsonCursor(spans.bytes().array(), slot.from(), slot.to());
            cursor.enter('[');
            for (boolean first = true; cursor.next(']', first); first = false) {
                var line = cursor.value();
                raw.add(line);
                texts.add(line.joinedText().orElse(""));
            }
        } catch (JsonSyntaxException e) {
            throw new IllegalStateException("a source that was read is not well-formed", e);
        }
    }

    /// Returns the new text as items: the old ones where it begins and ends as before.
    List<String> encode(String text) {
        int first = 0;
        int from = 0;
        while (first < texts.size() && isKeptAtStart(texts.get(first), text, from)) {
            from += texts.get(first).length();
            first++;
        }
        int last = texts.size();
        int to = text.length();
        while (last > first && isKeptAtEnd(texts.get(last - 1), text, from, to)) {
            to -= texts.get(last - 1).length();
            last--;
        }
        var items = new ArrayList<String>();
        raw.subList(0, first).forEach(line -> items.add(line.toString()));
        for (var line : PythonLines.of(text.substring(from, to))) {
            items.add(StyledJson.quoted(line, spans.layout()));
        }
        raw.subList(last, raw.size()).forEach(line -> items.add(line.toString()));
        return items;
    }

    /// A line is kept only whole: with its line end, or where the text ends too.
    private static boolean isKeptAtStart(String line, String text, int from) {
        return text.startsWith(line, from)
                && (line.endsWith("\n") || from + line.length() == text.length());
    }

    /// Nor is one kept that would now begin in the middle of a line.
    private static boolean isKeptAtEnd(String line, String text, int from, int to) {
        int start = to - line.length();
        return start >= from
                && text.startsWith(line, start)
                && (start == 0 || text.charAt(start - 1) == '\n');
    }
}
