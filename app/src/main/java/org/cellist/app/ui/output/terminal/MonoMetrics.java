package org.cellist.app.ui.output.terminal;

import org.cellist.app.ui.theme.ChosenType;

/// The measures of terminal text, in pixels. Immutable.
///
/// @param columnWidth how wide an ASCII letter is; East Asian ones take two columns
/// @param rowHeight from one line to the next
/// @param baseline from a row's top to the foot of its letters
record MonoMetrics(double columnWidth, double rowHeight, double baseline) {

    /// Those of the letters that are chosen now.
    static MonoMetrics now() {
        var code = ChosenType.code();
        double row = code.rowHeight();
        return new MonoMetrics(code.columnWidth(), row, code.baselineIn(row));
    }

    /// Returns how many columns fit.
    int columnsIn(double width) {
        return Math.max(10, (int) Math.floor(width / columnWidth + 0.01));
    }
}
