package org.cellist.app.notebook.format;

import java.util.ArrayList;
import java.util.List;
import org.cellist.app.notebook.format.layout.FileLayout;
import org.cellist.app.notebook.format.layout.ObjectSplicer.Member;
import org.cellist.app.notebook.format.layout.PythonLines;
import org.cellist.app.notebook.format.layout.RawList;
import org.cellist.app.notebook.format.layout.StyledJson;
import org.cellist.kernel.protocol.json.RawJson;

/// A source as the file has it, and how a changed one is written in its place: lines nobody
/// touched keep their escapes and their own line ends.
///
/// Immutable.
final class SourceText {

    private final byte[] file;
    private final Member member;
    private final FileLayout layout;
    private final int depth;

    /// @param member whose value is a string or a list of strings
    /// @param depth of the source in the file
    SourceText(byte[] file, Member member, FileLayout layout, int depth) {
        this.file = file;
        this.member = member;
        this.layout = layout;
        this.depth = depth;
    }

    /// Returns the text with `\n` for every line end.
    static String normalized(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /// Returns the line end that the text uses first.
    private static String lineEnd(String text) {
        int first = text.indexOf('\r');
        if (first < 0) {
            return "\n";
        }
        return text.startsWith("\r\n", first) ? "\r\n" : "\r";
    }

    /// Returns another source as JSON for this one's place.
    String with(String source) {
        var raw = member.value();
        var lineEnd = lineEnd(raw.joinedText().orElse(""));
        if (raw.isString()) {
            return StyledJson.quoted(source.replace("\n", lineEnd), layout);
        }
        var list = RawList.of(file, member.slot(), layout, depth);
        return list.with(lines(list.items(), source, lineEnd));
    }

    private List<String> lines(List<RawJson> raw, String source, String lineEnd) {
        var texts = raw.stream().map(line -> line.joinedText().orElse("")).toList();
        var lines = texts.stream().map(SourceText::normalized).toList();
        int first = 0;
        int from = 0;
        while (first < lines.size() && isKeptAtStart(lines.get(first), source, from)) {
            from += lines.get(first).length();
            first++;
        }
        int last = lines.size();
        int to = source.length();
        while (last > first && isKeptAtEnd(lines.get(last - 1), source, from, to)) {
            to -= lines.get(last - 1).length();
            last--;
        }
        var items = new ArrayList<String>();
        raw.subList(0, first).forEach(line -> items.add(line.toString()));
        items.addAll(quotedLines(source.substring(from, to), lineEnd));
        raw.subList(last, raw.size()).forEach(line -> items.add(line.toString()));

        // A file may split a line end between two items; keeping one of them would add a line.
        var written =
                String.join("", texts.subList(0, first))
                        + source.substring(from, to).replace("\n", lineEnd)
                        + String.join("", texts.subList(last, texts.size()));
        return normalized(written).equals(source) ? items : quotedLines(source, lineEnd);
    }

    private List<String> quotedLines(String text, String lineEnd) {
        return PythonLines.of(text.replace("\n", lineEnd)).stream()
                .map(line -> StyledJson.quoted(line, layout))
                .toList();
    }

    /// A line is kept only whole: with its line end, or where the text ends too.
    private static boolean isKeptAtStart(String line, String source, int from) {
        return source.startsWith(line, from)
                && (line.endsWith("\n") || from + line.length() == source.length());
    }

    /// Nor is one kept that would now begin in the middle of a line.
    private static boolean isKeptAtEnd(String line, String source, int from, int to) {
        int start = to - line.length();
        return start >= from
                && source.startsWith(line, start)
                && (start == 0 || source.charAt(start - 1) == '\n');
    }
}
