package org.cellist.app.ui.notebook.column;

import java.util.function.IntToDoubleFunction;

/// The heights of the items of a list, measured where they have been shown and estimated
/// elsewhere.
///
/// A Fenwick tree over the heights gives sums and look-ups in O(log n), so a list of 100,000
/// items scrolls like a short one (Fenwick, "A new data structure for cumulative frequency
/// tables", 1994).
///
/// Confined to the JavaFX Application Thread.
final class ItemHeights {

    private double[] heights = {};
    private boolean[] measured = {};
    private double[] tree = {0};

    int size() {
        return heights.length;
    }

    /// Takes a new list of items, none of which is measured yet.
    void reset(int size, IntToDoubleFunction estimate) {
        heights = new double[size];
        measured = new boolean[size];
        tree = new double[size + 1];
        for (int i = 0; i < size; i++) {
            heights[i] = estimate.applyAsDouble(i);
        }
        for (int i = 1; i <= size; i++) {
            tree[i] += heights[i - 1];
            int parent = i + (i & -i);
            if (parent <= size) {
                tree[parent] += tree[i];
            }
        }
    }

    void measured(int index, double height) {
        measured[index] = true;
        double difference = height - heights[index];
        if (difference != 0) {
            heights[index] = height;
            for (int i = index + 1; i < tree.length; i += i & -i) {
                tree[i] += difference;
            }
        }
    }

    boolean isMeasured(int index) {
        return measured[index];
    }

    double height(int index) {
        return heights[index];
    }

    /// Returns the sum of the heights of the items before `index`.
    double top(int index) {
        double sum = 0;
        for (int i = index; i > 0; i -= i & -i) {
            sum += tree[i];
        }
        return sum;
    }

    double total() {
        return top(heights.length);
    }

    /// Returns the item that covers `y`, the last one for a `y` beyond the end.
    int indexAt(double y) {
        int index = 0;
        double rest = y;
        for (int step = Integer.highestOneBit(Math.max(1, heights.length)); step > 0; step >>= 1) {
            int next = index + step;
            if (next <= heights.length && tree[next] <= rest) {
                index = next;
                rest -= tree[next];
            }
        }
        return Math.max(0, Math.min(index, heights.length - 1));
    }
}
