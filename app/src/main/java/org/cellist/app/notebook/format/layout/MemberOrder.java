package org.cellist.app.notebook.format.layout;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;

/// In which order a file has the members of its objects. Immutable.
///
/// @param isSorted by name, as Python's nbformat writes; the lists do not matter then
/// @param cell the names of a cell's members in the file's order
/// @param output the same of an output
public record MemberOrder(boolean isSorted, List<String> cell, List<String> output) {

    /// By name.
    public static final MemberOrder SORTED = new MemberOrder(true, List.of(), List.of());

    /// Python sorts by code point, Java's strings compare by UTF-16 unit.
    public static final Comparator<String> BY_CODE_POINT = MemberOrder::compareCodePoints;

    public MemberOrder {
        cell = List.copyOf(cell);
        output = List.copyOf(output);
    }

    /// Returns the object with the members of the list first, in its order.
    public static JsonObject ordered(JsonObject object, List<String> names) {
        var members = new LinkedHashMap<String, JsonValue>();
        for (var name : names) {
            var value = object.get(name);
            if (value != null) {
                members.put(name, value);
            }
        }
        members.putAll(object.members());
        return new JsonObject(members);
    }

    private static int compareCodePoints(String a, String b) {
        int i = 0;
        while (i < a.length() && i < b.length() && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        if (i == a.length() || i == b.length()) {
            return Integer.compare(a.length(), b.length());
        }
        int start = i > 0 && Character.isLowSurrogate(a.charAt(i)) ? i - 1 : i;
        return Integer.compare(a.codePointAt(start), b.codePointAt(start));
    }
}
