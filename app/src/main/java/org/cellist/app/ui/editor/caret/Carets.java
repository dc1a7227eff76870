package org.cellist.app.ui.editor.caret;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;

/// All carets of a text, in its order, none of which meets another, as offsets of that text.
/// Immutable.
///
/// @param main which of them is the area's own
public record Carets(List<CaretRange> all, int main) {

    public Carets {
        all = List.copyOf(all);
    }

    /// Returns one caret.
    public static Carets at(int offset) {
        return selecting(offset, offset);
    }

    /// Returns one caret that selects from `anchor` on.
    public static Carets selecting(int anchor, int caret) {
        return new Carets(List.of(new CaretRange(anchor, caret)), 0);
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

    /// Returns them at other offsets. Those that meet there are one.
    public Carets by(IntUnaryOperator moved) {
        return of(all.stream().map(each -> each.by(moved)).toList(), main);
    }

    /// Returns where they stood before an input method put a text in the place of what the own one
    /// selected.
    public Carets before(Change composed) {
        var back = composed.inverse();
        var ranges = new ArrayList<CaretRange>();
        others().forEach(range -> ranges.add(range.after(back)));
        ranges.add(new CaretRange(composed.start(), composed.start() + composed.removed()));
        return of(ranges, ranges.size() - 1);
    }

    /// Returns the area's own without the others.
    public Carets ownAlone() {
        return new Carets(List.of(own()), 0);
    }

    /// Returns all but the area's own.
    List<CaretRange> others() {
        var others = new ArrayList<>(all);
        others.remove(main);
        return List.copyOf(others);
    }
}
