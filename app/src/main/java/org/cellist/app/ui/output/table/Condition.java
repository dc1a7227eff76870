package org.cellist.app.ui.output.table;

/// What the values of a column have to be for their rows to be shown. Immutable.
///
/// @param operand what they are compared with; nothing is asked for while it is empty
record Condition(int column, Test test, String operand) {

    /// How a value is looked at.
    enum Test {
        CONTAINS("contains"),
        EQUAL("equal"),
        GREATER("greater"),
        LESS("less"),
        EMPTY("empty"),
        FILLED("filled");

        private final String key;

        Test(String key) {
            this.key = key;
        }

        /// Returns the name of its words.
        String key() {
            return key;
        }

        /// Returns whether it compares with something.
        boolean hasOperand() {
            return this != EMPTY && this != FILLED;
        }
    }

    Condition withOperand(String now) {
        return new Condition(column, test, now);
    }

    /// Returns whether the operand can be compared with the values of its column.
    boolean isReadable(ColumnValues values) {
        return switch (test) {
            case GREATER, LESS -> operand.isBlank() || values.takes(operand);
            case CONTAINS, EQUAL, EMPTY, FILLED -> true;
        };
    }

    /// Returns whether the row may be shown.
    ///
    /// @param text the row's value
    boolean allows(ColumnValues values, int row, String text) {
        if (test.hasOperand() && (operand.isBlank() || !isReadable(values))) {
            return true;
        }
        var order = values.compareTo(row, operand);
        return switch (test) {
            case CONTAINS -> AnyCase.contains(text, operand.strip());
            case EQUAL -> text.equalsIgnoreCase(operand.strip()) || (order != null && order == 0);
            case GREATER -> order != null && order > 0;
            case LESS -> order != null && order < 0;
            case EMPTY -> values.isMissing(row);
            case FILLED -> !values.isMissing(row);
        };
    }
}
