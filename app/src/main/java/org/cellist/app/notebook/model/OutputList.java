package org.cellist.app.notebook.model;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;

/// A list whose last item can be replaced and that can grow without copying the others.
///
/// All but the last item lie in a list that the versions share, as in [StreamText].
///
/// Immutable.
final class OutputList extends AbstractList<CellOutput> implements RandomAccess {

    private final Shared shared;
    private final int count;
    private final CellOutput last;

    private OutputList(Shared shared, int count, CellOutput last) {
        this.shared = shared;
        this.count = count;
        this.last = last;
    }

    /// Returns the items of `before` and one more.
    static OutputList plus(List<CellOutput> before, CellOutput next) {
        if (before instanceof OutputList list) {
            var grown = list.shared.with(list.count, list.last);
            return new OutputList(grown, list.count + 1, next);
        }
        return new OutputList(new Shared(before), before.size(), next);
    }

    /// Returns the items of `before` with another in the last one's place.
    static OutputList withLast(List<CellOutput> before, CellOutput last) {
        if (before instanceof OutputList list) {
            return new OutputList(list.shared, list.count, last);
        }
        var others = before.subList(0, before.size() - 1);
        return new OutputList(new Shared(others), others.size(), last);
    }

    @Override
    public CellOutput get(int index) {
        return index == count ? last : shared.get(index, count);
    }

    @Override
    public int size() {
        return count + 1;
    }

    /// Items that all versions of one list share. Its identity is its equality.
    ///
    /// Thread-safe.
    private static final class Shared {

        private final ArrayList<CellOutput> items;

        Shared(List<CellOutput> items) {
            this.items = new ArrayList<>(items);
        }

        synchronized CellOutput get(int index, int count) {
            if (index < 0 || index >= count) {
                throw new IndexOutOfBoundsException(index);
            }
            return items.get(index);
        }

        /// Returns items whose first `count` are these and whose next is `next`.
        synchronized Shared with(int count, CellOutput next) {
            var grown = count == items.size() ? this : new Shared(items.subList(0, count));
            grown.add(next);
            return grown;
        }

        private synchronized void add(CellOutput next) {
            items.add(next);
        }
    }
}
