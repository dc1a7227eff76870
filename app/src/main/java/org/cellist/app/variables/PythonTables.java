package org.cellist.app.variables;

import java.util.List;

/// How IPython is asked for a part of a table of pandas or numpy.
///
/// Immutable.
public final class PythonTables implements TableLanguage {

    @Override
    public KernelQuestion question(
            String name, long moment, TableOrder order, long start, int count) {
        var arguments =
                List.of(
                        PythonCode.literal(name),
                        Long.toString(moment),
                        order.sort() < 0 ? "None" : Integer.toString(order.sort()),
                        order.ascending() ? "True" : "False",
                        PythonCode.literal(order.where()),
                        Long.toString(start),
                        Integer.toString(count),
                        Integer.toString(MOST_COLUMNS));
        return KernelQuestion.ofExpression(
                PythonCode.calling(
                        "tables.py", "cellist_table(" + String.join(", ", arguments) + ")"));
    }

    @Override
    public String code(Variable variable, TableOrder order, List<String> columns) {
        var code = new StringBuilder(variable.name());
        if (!order.where().isEmpty()) {
            code.append(".query(").append(PythonCode.literal(order.where())).append(')');
        }
        if (order.sort() >= 0 && order.sort() < columns.size()) {
            code.append(".sort_values(").append(PythonCode.literal(columns.get(order.sort())));
            code.append(order.ascending() ? ")" : ", ascending=False)");
        }
        return code.toString();
    }

    @Override
    public String condition(Variable variable, String city) {
        return "age > 30 and city == \"" + city + '"';
    }
}
