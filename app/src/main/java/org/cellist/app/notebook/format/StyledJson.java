package org.cellist.app.notebook.format;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.cellist.kernel.protocol.json.JsonStrings;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonBoolean;
import org.cellist.kernel.protocol.json.JsonValue.JsonNull;
import org.cellist.kernel.protocol.json.JsonValue.JsonNumber;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;

/// Writes JSON in a file's own layout.
///
/// Confined to one thread.
final class StyledJson {

    /// Python sorts by code point, Java's strings compare by UTF-16 unit.
    private static final Comparator<String> BY_CODE_POINT =
            (a, b) -> {
                int i = 0;
                while (i < a.length() && i < b.length() && a.charAt(i) == b.charAt(i)) {
                    i++;
                }
                if (i == a.length() || i == b.length()) {
                    return Integer.compare(a.length(), b.length());
                }
                int start = i > 0 && Character.isLowSurrogate(a.charAt(i)) ? i - 1 : i;
                return Integer.compare(a.codePointAt(start), b.codePointAt(start));
            };

    private final StringBuilder json = new StringBuilder();
    private final FileLayout layout;

    StyledJson(FileLayout layout) {
        this.layout = layout;
    }

    /// Returns the value as it stands at that depth; its first line is not indented.
    static String of(JsonValue value, FileLayout layout, int depth) {
        var styled = new StyledJson(layout);
        styled.append(value, depth);
        return styled.json.toString();
    }

    /// Returns items that are JSON already as a list at that depth.
    static String list(List<String> items, FileLayout layout, int depth) {
        var styled = new StyledJson(layout);
        styled.brackets('[', items.stream(), ']', depth, styled.json::append);
        return styled.json.toString();
    }

    static String quoted(String text, FileLayout layout) {
        var quoted = new StringBuilder(text.length() + 2);
        JsonStrings.appendQuoted(quoted, text, layout.isAsciiOnly());
        return quoted.toString();
    }

    /// Returns the line end and indentation before a value at that depth; nothing on one line.
    static String breakAt(FileLayout layout, int depth) {
        return layout.isOneLine() ? "" : layout.lineEnd() + layout.indent().repeat(depth);
    }

    private void append(JsonValue value, int depth) {
        switch (value) {
            case JsonObject(var members) -> {
                var entries = members.entrySet().stream();
                if (layout.hasSortedNames()) {
                    entries = entries.sorted(Map.Entry.comparingByKey(BY_CODE_POINT));
                }
                brackets('{', entries, '}', depth, member -> appendMember(member, depth + 1));
            }
            case JsonArray(var items) ->
                    brackets('[', items.stream(), ']', depth, item -> append(item, depth + 1));
            case JsonString(var text) -> JsonStrings.appendQuoted(json, text, layout.isAsciiOnly());
            case JsonNumber(var lexeme) -> json.append(lexeme);
            case JsonBoolean(var flag) -> json.append(flag);
            case JsonNull() -> json.append("null");
        }
    }

    private void appendMember(Map.Entry<String, JsonValue> member, int depth) {
        JsonStrings.appendQuoted(json, member.getKey(), layout.isAsciiOnly());
        json.append(layout.nameSeparator());
        append(member.getValue(), depth);
    }

    private <T> void brackets(
            char open, Stream<T> items, char close, int depth, Consumer<T> append) {
        json.append(open);
        int empty = json.length();
        items.forEach(
                item -> {
                    if (json.length() > empty) {
                        json.append(layout.itemSeparator());
                    }
                    json.append(breakAt(layout, depth + 1));
                    append.accept(item);
                });
        if (json.length() > empty) {
            json.append(breakAt(layout, depth));
        }
        json.append(close);
    }
}
