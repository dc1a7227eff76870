package org.cellist.app.ui.output.json;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.cellist.kernel.protocol.json.RawJson;

/// The rows of a tree that are not folded away.
///
/// Made on any thread, then confined to the JavaFX Application Thread.
final class JsonRows {

    /// No rows, of a value that is not there yet.
    static final JsonRows NONE = new JsonRows();

    private final List<JsonItem> rows = new ArrayList<>();

    private JsonRows() {}

    /// Begins with the root open, and what is in it folded.
    JsonRows(RawJson value) {
        rows.add(JsonItem.root(value));
        open(0);
    }

    /// Returns the values whose own words are wanted, each with those around it, the root first.
    List<List<JsonItem>> paths(Predicate<String> wanted) {
        var paths = new ArrayList<List<JsonItem>>();
        if (!rows.isEmpty()) {
            addPaths(List.of(rows.getFirst()), wanted, paths);
        }
        return paths;
    }

    private static void addPaths(
            List<JsonItem> path, Predicate<String> wanted, List<List<JsonItem>> into) {
        var item = path.getLast();
        if (wanted.test(item.words())) {
            into.add(path);
        }
        for (var child : item.canOpen() ? item.children() : List.<JsonItem>of()) {
            var longer = new ArrayList<>(path);
            longer.add(child);
            addPaths(longer, wanted, into);
        }
    }

    /// Opens what is around a value. Returns its row.
    int openTo(List<JsonItem> path) {
        for (var around : path.subList(0, path.size() - 1)) {
            open(rows.indexOf(around));
        }
        return rows.indexOf(path.getLast());
    }

    int count() {
        return rows.size();
    }

    JsonItem get(int row) {
        return rows.get(row);
    }

    /// Opens a row's value. Does nothing when it is open, or cannot be opened.
    void open(int row) {
        var item = rows.get(row);
        if (!item.isOpen() && item.canOpen()) {
            item.setOpen(true);
            var added = new ArrayList<JsonItem>();
            collect(item, added);
            rows.addAll(row + 1, added);
        }
    }

    private static void collect(JsonItem item, List<JsonItem> into) {
        for (var child : item.children()) {
            into.add(child);
            if (child.isOpen()) {
                collect(child, into);
            }
        }
    }

    /// Folds a row's value; what was open in it is open again when it is opened.
    void close(int row) {
        var item = rows.get(row);
        if (item.isOpen()) {
            item.setOpen(false);
            int end = row + 1;
            while (end < rows.size() && rows.get(end).depth() > item.depth()) {
                end++;
            }
            rows.subList(row + 1, end).clear();
        }
    }

    /// Returns the row of the value that a row's is in; the row itself for the root.
    int parentOf(int row) {
        int depth = rows.get(row).depth();
        int at = row;
        while (at > 0 && rows.get(at).depth() >= depth) {
            at--;
        }
        return at;
    }
}
