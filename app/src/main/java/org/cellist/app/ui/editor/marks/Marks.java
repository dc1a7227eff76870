package org.cellist.app.ui.editor.marks;

import java.util.ArrayList;
import java.util.List;

/// Ranges of a source that stand out: what a search has found, or a problem. Immutable.
///
/// @param all in order, without overlap
public record Marks(List<Mark> all) {

    public static final Marks NONE = new Marks(List.of());

    public Marks {
        all = List.copyOf(all);
    }

    /// One range, from `start` to before `end`, in UTF-16 units. Immutable.
    public record Mark(int start, int end, Look look) {

        /// What a search has found.
        ///
        /// @param isCurrent whether it is the match that a person stands at
        public Mark(int start, int end, boolean isCurrent) {
            this(start, end, isCurrent ? Look.CURRENT : Look.FOUND);
        }
    }

    /// How a range stands out.
    public enum Look {
        FOUND("found"),
        CURRENT("found-current"),
        ERROR("problem-error"),
        WARNING("problem-warning"),
        INFORMATION("problem-information");

        private final String styleClass;

        Look(String styleClass) {
            this.styleClass = styleClass;
        }

        String styleClass() {
            return styleClass;
        }
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /// Returns where the same text stands after a change; what the change touches is no longer
    /// marked.
    public Marks after(int offset, int removedLength, int insertedLength) {
        int moved = insertedLength - removedLength;
        var left = new ArrayList<Mark>();
        for (var mark : all) {
            if (mark.end <= offset) {
                left.add(mark);
            } else if (mark.start >= offset + removedLength) {
                left.add(new Mark(mark.start + moved, mark.end + moved, mark.look));
            }
        }
        return new Marks(left);
    }
}
