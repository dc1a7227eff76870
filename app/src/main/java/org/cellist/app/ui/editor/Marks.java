package org.cellist.app.ui.editor;

import java.util.ArrayList;
import java.util.List;

/// Ranges of a source that stand out, such as what a search has found. Immutable.
///
/// @param all in order, without overlap
public record Marks(List<Mark> all) {

    public static final Marks NONE = new Marks(List.of());

    public Marks {
        all = List.copyOf(all);
    }

    /// One range, from `start` to before `end`, in UTF-16 units. Immutable.
    ///
    /// @param isCurrent whether it is the one that a person stands at
    public record Mark(int start, int end, boolean isCurrent) {}

    boolean isEmpty() {
        return all.isEmpty();
    }

    /// Returns where the same text stands after a change; what the change touches is no longer
    /// marked.
    Marks after(int offset, int removedLength, int insertedLength) {
        int moved = insertedLength - removedLength;
        var left = new ArrayList<Mark>();
        for (var mark : all) {
            if (mark.end <= offset) {
                left.add(mark);
            } else if (mark.start >= offset + removedLength) {
                left.add(new Mark(mark.start + moved, mark.end + moved, mark.isCurrent));
            }
        }
        return new Marks(left);
    }
}
