package org.cellist.app.notebook.format.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cellist.kernel.protocol.json.JsonCursor;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.RawJson;
import org.jspecify.annotations.Nullable;

/// Writes an object of the file again with some members changed; all others keep their bytes, and
/// so does the white space between them.
///
/// Confined to one thread.
public final class ObjectSplicer {

    private final byte[] file;
    private final FileLayout layout;
    private final Splices out;

    public ObjectSplicer(byte[] file, FileLayout layout, Splices out) {
        this.file = file;
        this.layout = layout;
        this.out = out;
    }

    /// What becomes of one member. Immutable.
    public sealed interface Change {

        /// The member gets a value, or comes with it.
        record Put(String json) implements Change {}

        /// The member's value is an object and stays one, with changes of its own.
        record Merge(JsonObject before, JsonObject after) implements Change {}

        /// The member goes.
        record Drop() implements Change {}
    }

    /// A member as the file has it. Immutable.
    ///
    /// @param from where its name begins
    public record Member(String name, int from, RawJson value, Slot slot) {}

    /// A member as it will be: one of the file's, a new one, or one of the file's changed.
    private record Entry(String name, int index, @Nullable Change change) {}

    /// Returns the members of an object of the file, in order.
    public List<Member> members(Slot object) {
        var members = new ArrayList<Member>();
        try {
            var cursor = new JsonCursor(file, object.from(), object.to());
            cursor.enter('{');
            for (boolean first = true; cursor.next('}', first); first = false) {
                int from = cursor.position();
                var name = cursor.name();
                cursor.peek();
                int valueFrom = cursor.position();
                var value = cursor.value();
                members.add(new Member(name, from, value, new Slot(valueFrom, cursor.position())));
            }
        } catch (JsonSyntaxException e) {
            throw new IllegalStateException("an object that was read is not well-formed", e);
        }
        return members;
    }

    /// Returns what turns one object into the other.
    ///
    /// @param depth of the object's members
    private Map<String, Change> between(JsonObject before, JsonObject after, int depth) {
        var changes = new LinkedHashMap<String, Change>();
        before.members().keySet().stream()
                .filter(name -> after.get(name) == null)
                .forEach(name -> changes.put(name, new Change.Drop()));
        after.members()
                .forEach(
                        (name, value) -> {
                            var old = before.get(name);
                            if (old instanceof JsonObject from && value instanceof JsonObject to) {
                                if (!from.isSameInOrder(to)) {
                                    changes.put(name, new Change.Merge(from, to));
                                }
                            } else if (!value.equals(old)) {
                                changes.put(
                                        name, new Change.Put(StyledJson.of(value, layout, depth)));
                            }
                        });
        return changes;
    }

    /// Writes the object.
    ///
    /// @param order the names of an unsorted file's members in order, as far as known
    /// @param depth of the object
    public void write(Slot object, Map<String, Change> changes, List<String> order, int depth) {
        var members = members(object);
        var entries = entries(members, changes, order);
        if (entries.isEmpty()) {
            out.add("{}");
            return;
        }
        for (int i = 0; i < entries.size(); i++) {
            writeGap(object, members, entries.get(i).index(), i == 0, depth);
            writeMember(members, entries.get(i), depth + 1);
        }
        if (members.isEmpty()) {
            out.add(layout.breakAt(depth) + "}");
        } else {
            out.keep(members.getLast().slot().to(), object.to());
        }
    }

    /// Writes an object of the file with changes of its own. One whose members change places is
    /// written anew.
    ///
    /// @param depth of the object
    public void merge(Slot object, JsonObject before, JsonObject after, int depth) {
        if (keepsOrder(before, after)) {
            var order = List.copyOf(after.members().keySet());
            write(object, between(before, after, depth + 1), order, depth);
        } else {
            out.add(StyledJson.of(after, layout, depth));
        }
    }

    /// Returns whether the members that stay do so in their order. A file that sorts them has one
    /// of its own.
    private boolean keepsOrder(JsonObject before, JsonObject after) {
        return layout.order().isSorted() || common(before, after).equals(common(after, before));
    }

    private static List<String> common(JsonObject object, JsonObject other) {
        return object.members().keySet().stream().filter(name -> other.get(name) != null).toList();
    }

    private List<Entry> entries(
            List<Member> members, Map<String, Change> changes, List<String> order) {
        var rest = new LinkedHashMap<>(changes);
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < members.size(); i++) {
            var name = members.get(i).name();
            var change = rest.remove(name);
            if (!(change instanceof Change.Drop)) {
                entries.add(new Entry(name, i, change));
            }
        }
        rest.forEach(
                (name, change) -> {
                    if (!(change instanceof Change.Drop)) {
                        entries.add(place(entries, name, order), new Entry(name, -1, change));
                    }
                });
        return entries;
    }

    /// Returns where a new member belongs.
    private int place(List<Entry> entries, String name, List<String> order) {
        var positions = new HashMap<String, Integer>();
        order.forEach(known -> positions.put(known, positions.size()));
        var own = positions.get(name);
        for (int i = 0; i < entries.size(); i++) {
            var other = entries.get(i).name();
            boolean isLater =
                    layout.order().isSorted()
                            ? MemberOrder.BY_CODE_POINT.compare(other, name) > 0
                            : own != null && positions.getOrDefault(other, -1) > own;
            if (isLater) {
                return i;
            }
        }
        return entries.size();
    }

    private void writeGap(
            Slot object, List<Member> members, int index, boolean isFirst, int depth) {
        if (members.isEmpty()) {
            out.add((isFirst ? "{" : layout.itemSeparator()) + layout.breakAt(depth + 1));
        } else if (isFirst) {
            out.keep(object.from(), members.getFirst().from());
        } else if (index > 0) {
            out.keep(members.get(index - 1).slot().to(), members.get(index).from());
        } else if (members.size() > 1) {
            out.keep(members.get(0).slot().to(), members.get(1).from());
        } else {
            var space = Slot.text(file, object.from() + 1, members.getFirst().from());
            out.add(layout.itemSeparator() + space);
        }
    }

    private void writeMember(List<Member> members, Entry entry, int depth) {
        if (entry.index() < 0) {
            out.add(StyledJson.quoted(entry.name(), layout) + layout.nameSeparator());
            out.add(json(entry.change(), depth));
            return;
        }
        var member = members.get(entry.index());
        switch (entry.change()) {
            case null -> out.keep(member.from(), member.slot().to());
            case Change.Merge(var before, var after) when member.value().isObject() -> {
                out.keep(member.from(), member.slot().from());
                merge(member.slot(), before, after, depth);
            }
            case Change change -> {
                out.keep(member.from(), member.slot().from());
                out.add(json(change, depth));
            }
        }
    }

    private String json(@Nullable Change change, int depth) {
        return switch (change) {
            case Change.Put(var json) -> json;
            case Change.Merge(_, var after) -> StyledJson.of(after, layout, depth);
            case Change.Drop() -> throw new IllegalStateException("a dropped member has no value");
            case null -> throw new IllegalStateException("an unchanged member has no new value");
        };
    }
}
