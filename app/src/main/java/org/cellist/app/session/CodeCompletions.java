package org.cellist.app.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.cellist.kernel.protocol.Reply.CompleteReply;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;

/// How a kernel says that code may go on: each item replaces the units from `start` to before
/// `end` of the code that was sent.
///
/// What kinds of things the items are comes in `metadata._jupyter_types_experimental`, where
/// ipykernel puts Jedi's answers.
///
/// Immutable.
public record CodeCompletions(int start, int end, List<Item> items) {

    private static final String TYPES = "_jupyter_types_experimental";
    private static final String UNKNOWN_TYPE = "<unknown>";

    /// One way to go on. Immutable.
    ///
    /// @param type such as `function`, `class`, `module`; empty when the kernel does not say
    /// @param signature such as `(a, b=1)`; empty when there is none
    public record Item(String text, String type, String signature) {}

    public CodeCompletions {
        items = List.copyOf(items);
    }

    /// Takes a reply. Places that do not lie in the code are moved to its ends.
    static CodeCompletions of(CompleteReply reply, CodePlaces places) {
        int start = places.toUnit(reply.cursorStart());
        int end = Math.max(start, places.toUnit(reply.cursorEnd()));
        var typed = typed(reply.metadata());
        var seen = new HashSet<String>();
        var items = new ArrayList<Item>();
        for (var text : reply.matches()) {
            if (!text.isEmpty() && seen.add(text)) {
                items.add(typed.getOrDefault(text, new Item(text, "", "")));
            }
        }
        return new CodeCompletions(start, end, items);
    }

    private static Map<String, Item> typed(JsonObject metadata) {
        var typed = new HashMap<String, Item>();
        if (metadata.get(TYPES) instanceof JsonArray(var entries)) {
            for (JsonValue entry : entries) {
                if (entry instanceof JsonObject object && object.string("text") != null) {
                    var item = item(object);
                    typed.put(item.text(), item);
                }
            }
        }
        return typed;
    }

    private static Item item(JsonObject entry) {
        var type = orEmpty(entry, "type");
        return new Item(
                orEmpty(entry, "text"),
                type.equals(UNKNOWN_TYPE) ? "" : type,
                orEmpty(entry, "signature"));
    }

    private static String orEmpty(JsonObject object, String name) {
        var text = object.string(name);
        return text == null ? "" : text;
    }
}
