package org.cellist.app.notebook.format.layout;

import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
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
public final class StyledJson {

    private final StringBuilder json = new StringBuilder();
    private final FileLayout layout;

    private StyledJson(FileLayout layout) {
        this.layout = layout;
    }

    /// Returns the value as it stands at that depth; its first line is not indented.
    public static String of(JsonValue value, FileLayout layout, int depth) {
        var styled = new StyledJson(layout);
        styled.append(value, depth);
        return styled.json.toString();
    }

    public static String quoted(String text, FileLayout layout) {
        var quoted = new StringBuilder(text.length() + 2);
        JsonStrings.appendQuoted(quoted, text, layout.isAsciiOnly());
        return quoted.toString();
    }

    private void append(JsonValue value, int depth) {
        switch (value) {
            case JsonObject(var members) ->
                    brackets('{', inOrder(members), '}', depth, m -> appendMember(m, depth + 1));
            case JsonArray(var items) ->
                    brackets('[', items, ']', depth, item -> append(item, depth + 1));
            case JsonString(var text) -> JsonStrings.appendQuoted(json, text, layout.isAsciiOnly());
            case JsonNumber(var lexeme) -> json.append(lexeme);
            case JsonBoolean(var flag) -> json.append(flag);
            case JsonNull() -> json.append("null");
        }
    }

    private Collection<Map.Entry<String, JsonValue>> inOrder(Map<String, JsonValue> members) {
        if (!layout.order().isSorted()) {
            return members.entrySet();
        }
        return members.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(MemberOrder.BY_CODE_POINT))
                .toList();
    }

    private void appendMember(Map.Entry<String, JsonValue> member, int depth) {
        JsonStrings.appendQuoted(json, member.getKey(), layout.isAsciiOnly());
        json.append(layout.nameSeparator());
        append(member.getValue(), depth);
    }

    private <T> void brackets(
            char open, Collection<T> items, char close, int depth, Consumer<T> append) {
        json.append(open);
        boolean first = true;
        for (var item : items) {
            if (!first) {
                json.append(layout.itemSeparator());
            }
            json.append(layout.breakAt(depth + 1));
            append.accept(item);
            first = false;
        }
        if (!first) {
            json.append(layout.breakAt(depth));
        }
        json.append(close);
    }
}
