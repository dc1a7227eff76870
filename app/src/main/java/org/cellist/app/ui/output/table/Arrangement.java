package org.cellist.app.ui.output.table;

import java.util.ArrayList;
import java.util.List;

/// Which rows of a table a person wants to see, and in which order. Immutable.
///
/// @param sorted the column to sort by; -1 for the order in which the table came
/// @param ascending whether the smallest comes first
/// @param words what any value of a row has to contain; empty for all rows
/// @param conditions all of which have to hold
record Arrangement(int sorted, boolean ascending, String words, List<Condition> conditions) {

    /// The table as it came.
    static final Arrangement AS_IT_CAME = new Arrangement(-1, true, "", List.of());

    Arrangement {
        conditions = List.copyOf(conditions);
    }

    boolean isSorted() {
        return sorted >= 0;
    }

    /// Returns whether rows may be missing that the table has.
    boolean isNarrowed() {
        return !words.isBlank() || !conditions.isEmpty();
    }

    Arrangement sortedBy(int column, boolean isAscending) {
        return new Arrangement(column, isAscending, words, conditions);
    }

    Arrangement unsorted() {
        return sortedBy(-1, true);
    }

    /// Returns the next of ascending, descending, as it came.
    Arrangement sortedOnBy(int column) {
        if (sorted != column) {
            return sortedBy(column, true);
        }
        return ascending ? sortedBy(column, false) : unsorted();
    }

    Arrangement withWords(String now) {
        return new Arrangement(sorted, ascending, now, conditions);
    }

    Arrangement with(Condition added) {
        var all = new ArrayList<>(conditions);
        all.add(added);
        return new Arrangement(sorted, ascending, words, all);
    }

    Arrangement withChanged(int index, Condition now) {
        var all = new ArrayList<>(conditions);
        all.set(index, now);
        return new Arrangement(sorted, ascending, words, all);
    }

    Arrangement without(int index) {
        var all = new ArrayList<>(conditions);
        all.remove(index);
        return new Arrangement(sorted, ascending, words, all);
    }

    /// Returns whether a column has a condition.
    boolean narrows(int column) {
        return conditions.stream().anyMatch(condition -> condition.column() == column);
    }
}
