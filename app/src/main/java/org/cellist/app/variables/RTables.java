package org.cellist.app.variables;

import java.util.Collections;
import java.util.List;

/// How IRkernel is asked for a part of a `data.frame`, a matrix or a vector, and the base R that
/// gives the same rows.
///
/// Immutable.
public final class RTables implements TableLanguage {

    @Override
    public KernelQuestion question(
            String name, long moment, TableOrder order, long start, int count) {
        var arguments =
                List.of(
                        RCode.literal(name),
                        Long.toString(moment),
                        Integer.toString(order.sort()),
                        order.ascending() ? "TRUE" : "FALSE",
                        RCode.literal(order.where()),
                        Long.toString(start),
                        Integer.toString(count),
                        Integer.toString(MOST_COLUMNS));
        return RCode.calling("tables.R", "cellist_rows(" + String.join(", ", arguments) + ")");
    }

    @Override
    public String code(Variable variable, TableOrder order, List<String> columns) {
        return switch (variable.table()) {
            case FRAME -> frame(variable, order, columns);
            case MATRIX -> picked(variable, rows(variable, order), ", , drop = FALSE]");
            case VECTOR -> picked(variable, rows(variable, order), "]");
            case NONE, ARRAY -> RCode.name(variable.name());
        };
    }

    @Override
    public String condition(Variable variable, String city) {
        return switch (variable.table()) {
            case VECTOR -> RCode.name(variable.name()) + " > 30";
            case MATRIX -> "V1 > 30";
            case NONE, ARRAY, FRAME -> "age > 30 & city == \"" + city + '"';
        };
    }

    /// The rows are sorted first: `subset` keeps their order, and `order` needs the whole table.
    private static String frame(Variable variable, TableOrder order, List<String> columns) {
        var sorted = RCode.name(variable.name());
        if (order.sort() >= 0 && order.sort() < columns.size()) {
            var by = ordered(column(sorted, order.sort(), columns), order);
            sorted += '[' + by + (columns.size() == 1 ? ", , drop = FALSE]" : ", ]");
        }
        return order.where().isEmpty() ? sorted : "subset(" + sorted + ", " + order.where() + ')';
    }

    private static String column(String table, int column, List<String> columns) {
        var name = columns.get(column);
        boolean isKnownByName = !name.isEmpty() && Collections.frequency(columns, name) == 1;
        return isKnownByName ? table + '$' + RCode.name(name) : table + "[[" + (column + 1) + "]]";
    }

    private static String picked(Variable variable, String rows, String end) {
        var name = RCode.name(variable.name());
        return rows.isEmpty() ? name : name + '[' + rows + end;
    }

    /// Which rows of a matrix or a vector; empty for all.
    private static String rows(Variable variable, TableOrder order) {
        var name = RCode.name(variable.name());
        boolean isMatrix = variable.table() == TableKind.MATRIX;
        var column = isMatrix ? name + "[, " + (order.sort() + 1) + ']' : name;
        var condition =
                isMatrix
                        ? "with(as.data.frame.matrix(" + name + "), " + order.where() + ')'
                        : order.where();
        var fitting = "which(" + condition + ')';
        if (order.sort() < 0) {
            return order.where().isEmpty() ? "" : fitting;
        }
        var sorted = ordered(column, order);
        return order.where().isEmpty() ? sorted : "intersect(" + sorted + ", " + fitting + ')';
    }

    private static String ordered(String column, TableOrder order) {
        return "order(" + column + (order.ascending() ? ")" : ", decreasing = TRUE)");
    }
}
