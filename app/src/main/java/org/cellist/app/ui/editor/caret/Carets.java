package org.cellist.app.ui.editor.caret;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// All carets of a text, in its order, none of which meets another. Immutable.
///
/// @param main which of them is the area's own
record Carets(List<CaretRange> all, int main) {

    Carets {
        all = List.copyOf(all);
    }

    /// Puts ranges in order and makes one of those that meet.
    ///
    /// @param main which of `ranges` is the area's own
    static Carets of(List<CaretRange> ranges, int main) {
        var own = ranges.get(main);
        var sorted = new ArrayList<>(ranges);
        sorted.sort(Comparator.comparingInt(CaretRange::start).thenComparingInt(CaretRange::end));
        var kept = new ArrayList<CaretRange>();
        for (var range : sorted) {
            if (!kept.isEmpty() && kept.getLast().meets(range)) {
                kept.add(kept.removeLast().joined(range));
            } else {
                kept.add(range);
            }
        }
        int index = 0;
        while (kept.get(index).end() < own.end()) {
            index++;
        }
        return new Carets(kept, index);
    }

    CaretRange own() {
        return all.get(main);
    }

    /// Returns all but the area's own.
    List<CaretRange> others() {
        var others = new ArrayList<>(all);
        others.remove(main);
        return List.copyOf(others);
    }
}
