package org.cellist.app.variables;

import org.jspecify.annotations.Nullable;

/// Which rows of a table are wanted, and in which order. Immutable.
///
/// @param sort the position of the column to sort by; -1 for the order of the table
/// @param ascending whether the smallest comes first
/// @param where a condition in pandas's words, `age > 30 and city == "Seoul"`; empty for all rows
public record TableOrder(int sort, boolean ascending, String where) {

    /// All rows in their order.
    public static final TableOrder ALL = new TableOrder(-1, true, "");

    public TableOrder {
        where = where.strip();
    }

    /// Returns the Python that gives the same rows of a table of pandas in the same order.
    ///
    /// @param name the variable's
    /// @param column the name of the column to sort by, null for none
    public String code(String name, @Nullable String column) {
        var code = new StringBuilder(name);
        if (!where.isEmpty()) {
            code.append(".query(").append(PythonCode.literal(where)).append(')');
        }
        if (column != null) {
            code.append(".sort_values(").append(PythonCode.literal(column));
            code.append(ascending ? ")" : ", ascending=False)");
        }
        return code.toString();
    }
}
