package org.cellist.app.variables;

/// Which rows of a table are wanted, and in which order. Immutable.
///
/// @param sort the position of the column to sort by; -1 for the order of the table
/// @param ascending whether the smallest comes first
/// @param where a condition in the words of the language; empty for all rows
public record TableOrder(int sort, boolean ascending, String where) {

    /// All rows in their order.
    public static final TableOrder ALL = new TableOrder(-1, true, "");

    public TableOrder {
        where = where.strip();
    }
}
