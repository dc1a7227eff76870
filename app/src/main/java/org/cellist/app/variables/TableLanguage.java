package org.cellist.app.variables;

import java.util.List;

/// How kernels of one language are asked for rows, and what gives the same rows in a cell.
///
/// Immutable.
public sealed interface TableLanguage permits PythonTables, RTables {

    /// More columns than anybody reads; the rest is counted.
    int MOST_COLUMNS = 200;

    /// Returns the question whose answer is a part of a table.
    ///
    /// @param name the variable's
    /// @param moment another number after each run, when the rows may be others
    /// @param start the first row, in that order
    /// @param count how many rows
    KernelQuestion question(String name, long moment, TableOrder order, long start, int count);

    /// Returns the code that gives these rows in this order.
    ///
    /// @param columns the names of the first columns, as the kernel said them
    String code(Variable variable, TableOrder order, List<String> columns);

    /// Returns a condition as an example of how they are written.
    ///
    /// @param city the name of one
    String condition(Variable variable, String city);
}
