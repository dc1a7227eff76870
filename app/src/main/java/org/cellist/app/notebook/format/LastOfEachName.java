package org.cellist.app.notebook.format;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.cellist.app.notebook.format.layout.Slot;
import org.cellist.kernel.protocol.json.JsonCursor;
import org.cellist.kernel.protocol.json.JsonSyntaxException;

/// A JSON text in which each object has each name once: of members of one name the last is kept,
/// the one that counts when the text is read. All other bytes stay as they are.
///
/// Confined to one thread; used once.
final class LastOfEachName {

    private final byte[] json;
    private final JsonCursor cursor;

    private LastOfEachName(byte[] json, int start) {
        this.json = json;
        this.cursor = new JsonCursor(json, start, json.length);
    }

    /// Returns the text without the members that come again.
    ///
    /// @param start where the JSON begins, after a BOM
    static byte[] of(byte[] json, int start) throws JsonSyntaxException {
        return new LastOfEachName(json, start).kept();
    }

    private byte[] kept() throws JsonSyntaxException {
        var kept = new ByteArrayOutputStream(json.length);
        int at = 0;
        for (var cut : cutsOfValue()) {
            kept.write(json, at, cut.from() - at);
            at = cut.to();
        }
        kept.write(json, at, json.length - at);
        return kept.toByteArray();
    }

    /// Passes a value and returns what is cut out of it, in order.
    private List<Slot> cutsOfValue() throws JsonSyntaxException {
        return switch (cursor.peek()) {
            case '{' -> cutsOfObject();
            case '[' -> cutsOfArray();
            default -> {
                cursor.value();
                yield List.of();
            }
        };
    }

    private List<Slot> cutsOfArray() throws JsonSyntaxException {
        var cuts = new ArrayList<Slot>();
        cursor.enter('[');
        for (boolean first = true; cursor.next(']', first); first = false) {
            cuts.addAll(cutsOfValue());
        }
        return cuts;
    }

    private record Member(String name, int from, List<Slot> cuts) {}

    private List<Slot> cutsOfObject() throws JsonSyntaxException {
        var members = new ArrayList<Member>();
        cursor.enter('{');
        for (boolean first = true; cursor.next('}', first); first = false) {
            int from = cursor.position();
            members.add(new Member(cursor.name(), from, cutsOfValue()));
        }
        var later = new HashSet<String>();
        var cuts = new ArrayList<List<Slot>>();
        for (int i = members.size() - 1; i >= 0; i--) {
            var member = members.get(i);
            cuts.add(
                    later.add(member.name())
                            ? member.cuts()
                            : List.of(new Slot(member.from(), members.get(i + 1).from())));
        }
        return cuts.reversed().stream().flatMap(List::stream).toList();
    }
}
