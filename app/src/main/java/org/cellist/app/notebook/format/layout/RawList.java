package org.cellist.app.notebook.format.layout;

import java.util.ArrayList;
import java.util.List;
import org.cellist.kernel.protocol.json.JsonCursor;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.RawJson;

/// A list of the file, taken apart into items and the white space around them, so that a changed
/// list looks like the old one.
///
/// Immutable.
///
/// @param items as they stand
/// @param open from the bracket to the first item
/// @param between from one item to the next
/// @param close from the last item to the bracket
public record RawList(List<RawJson> items, String open, String between, String close) {

    public RawList {
        items = List.copyOf(items);
    }

    /// Returns a list without items, in the file's general layout.
    ///
    /// @param depth of the list
    public static RawList empty(FileLayout layout, int depth) {
        return new RawList(
                List.of(),
                "[" + layout.breakAt(depth + 1),
                layout.itemSeparator() + layout.breakAt(depth + 1),
                layout.breakAt(depth) + "]");
    }

    /// Takes a list of the file apart.
    ///
    /// @param depth of the list
    public static RawList of(byte[] file, Slot list, FileLayout layout, int depth) {
        var items = new ArrayList<RawJson>();
        var gaps = new ArrayList<String>();
        try {
            var cursor = new JsonCursor(file, list.from(), list.to());
            cursor.enter('[');
            int end = list.from();
            for (boolean first = true; cursor.next(']', first); first = false) {
                cursor.peek();
                gaps.add(Slot.text(file, end, cursor.position()));
                items.add(cursor.value());
                end = cursor.position();
            }
            gaps.add(Slot.text(file, end, list.to()));
        } catch (JsonSyntaxException e) {
            throw new IllegalStateException("a list that was read is not well-formed", e);
        }
        if (items.isEmpty()) {
            return empty(layout, depth);
        }
        var open = gaps.getFirst();
        var alone = layout.itemSeparator() + open.substring(1);
        return new RawList(items, open, items.size() > 1 ? gaps.get(1) : alone, gaps.getLast());
    }

    /// Returns other items in this list's white space.
    public String with(List<String> items) {
        return items.isEmpty() ? "[]" : open + String.join(between, items) + close;
    }
}
