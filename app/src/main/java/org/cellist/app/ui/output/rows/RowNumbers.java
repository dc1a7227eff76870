package org.cellist.app.ui.output.rows;

import java.util.List;
import javafx.collections.ObservableListBase;

/// The rows of a table as positions: a list of any length that holds nothing.
///
/// Confined to the JavaFX Application Thread.
public final class RowNumbers extends ObservableListBase<Integer> {

    private int size;

    /// Sets how many rows there are.
    public void setSize(long rows) {
        int next = (int) Math.min(rows, Integer.MAX_VALUE);
        if (next == size) {
            return;
        }
        beginChange();
        int before = size;
        size = next;
        if (next > before) {
            nextAdd(before, next);
        } else {
            nextReplace(0, next, List.of());
        }
        endChange();
    }

    @Override
    public Integer get(int index) {
        return index;
    }

    @Override
    public int size() {
        return size;
    }
}
