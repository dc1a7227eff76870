package org.cellist.app.ui.output.table;

import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;

/// How tables were arranged that are out of sight now: their nodes are thrown away.
///
/// Confined to the JavaFX Application Thread.
public final class TableStates {

    private static final int MOST = 100;

    private final Deque<Kept> kept = new ArrayDeque<>();

    private record Kept(WeakReference<Object> owner, int index, Arrangement arrangement) {

        boolean isOf(Object other, int otherIndex) {
            return index == otherIndex && owner.refersTo(other);
        }
    }

    /// The arrangement of one table. Confined to the JavaFX Application Thread.
    ///
    /// @param owner what the table was made of, the same object each time
    /// @param index which of the tables made of it
    public record State(TableStates states, Object owner, int index) {

        Arrangement arrangement() {
            return states.kept.stream()
                    .filter(each -> each.isOf(owner, index))
                    .findFirst()
                    .map(Kept::arrangement)
                    .orElse(Arrangement.AS_IT_CAME);
        }

        void keep(Arrangement arrangement) {
            states.kept.removeIf(each -> each.isOf(owner, index) || each.owner.refersTo(null));
            if (!arrangement.equals(Arrangement.AS_IT_CAME)) {
                states.kept.addFirst(new Kept(new WeakReference<>(owner), index, arrangement));
            }
            while (states.kept.size() > MOST) {
                states.kept.removeLast();
            }
        }
    }

    public State of(Object owner, int index) {
        return new State(this, owner, index);
    }
}
