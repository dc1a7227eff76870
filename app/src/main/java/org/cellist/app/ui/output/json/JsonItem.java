package org.cellist.app.ui.output.json;

import java.util.ArrayList;
import java.util.List;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.RawJson;
import org.jspecify.annotations.Nullable;

/// A value in the tree, or a stretch of a long list. Immutable but for being open.
///
/// Confined to the JavaFX Application Thread.
final class JsonItem {

    /// Longer lists and objects are shown in stretches of this many.
    static final int STRETCH = 200;

    private final String name;
    private final int depth;
    private final @Nullable RawJson value;
    private @Nullable List<JsonItem> children;
    private boolean open;

    private JsonItem(String name, int depth, @Nullable RawJson value) {
        this.name = name;
        this.depth = depth;
        this.value = value;
    }

    static JsonItem root(RawJson value) {
        return new JsonItem("", 0, value);
    }

    /// The member's name, the item's number, or a stretch's range; empty for the root.
    String name() {
        return name;
    }

    /// Returns the name, and the value where it is not taken apart.
    String words() {
        if (value == null) {
            return "";
        }
        var told = value.isString() ? value.joinedText().orElse("") : value.toString();
        return canOpen() ? name : name.isEmpty() ? told : name + ": " + told;
    }

    int depth() {
        return depth;
    }

    /// Returns the value; null for a stretch.
    @Nullable RawJson value() {
        return value;
    }

    boolean isOpen() {
        return open;
    }

    void setOpen(boolean wanted) {
        open = wanted && canOpen();
    }

    boolean canOpen() {
        return value == null || value.isObject() || value.isArray();
    }

    /// Returns what is in the value, taken apart the first time.
    List<JsonItem> children() {
        var known = children;
        if (known == null) {
            known = value == null ? List.of() : stretched(parts(value));
            children = known;
        }
        return known;
    }

    private List<JsonItem> parts(RawJson container) {
        var items = new ArrayList<JsonItem>();
        var cursor = container.cursor();
        boolean isObject = container.isObject();
        char close = isObject ? '}' : ']';
        try {
            cursor.enter(isObject ? '{' : '[');
            for (boolean first = true; cursor.next(close, first); first = false) {
                var label = isObject ? cursor.name() : Integer.toString(items.size());
                items.add(new JsonItem(label, depth + 1, cursor.value()));
            }
        } catch (JsonSyntaxException e) {
            throw new IllegalStateException("a checked value is not well-formed", e);
        }
        return items;
    }

    private List<JsonItem> stretched(List<JsonItem> items) {
        if (items.size() <= STRETCH) {
            return List.copyOf(items);
        }
        var stretches = new ArrayList<JsonItem>();
        for (int from = 0; from < items.size(); from += STRETCH) {
            int to = Math.min(items.size(), from + STRETCH);
            var stretch = new JsonItem(from + " … " + (to - 1), depth + 1, null);
            stretch.children =
                    items.subList(from, to).stream()
                            .map(item -> new JsonItem(item.name, depth + 2, item.value))
                            .toList();
            stretches.add(stretch);
        }
        return List.copyOf(stretches);
    }
}
