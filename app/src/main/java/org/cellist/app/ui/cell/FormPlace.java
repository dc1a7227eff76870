package org.cellist.app.ui.cell;

import org.cellist.app.notebook.form.CellView;
import org.cellist.app.notebook.form.Form;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.ui.cell.form.FormMetrics;
import org.cellist.app.ui.editor.EditorMetrics;
import org.cellist.app.ui.editor.fold.FoldedCode;

/// Where the form of a cell stands: right of the code where there is room for both, else above it;
/// or in place of the code. Immutable.
enum FormPlace {
    BESIDE,
    ABOVE,
    ALONE;

    /// Free space between form and code, in pixels.
    static final double GAP = 10;

    private static final double NARROWEST_PAIR = 680;
    private static final double PART = 0.42;
    private static final double NARROWEST_FORM = 300;
    private static final double WIDEST_FORM = 440;
    private static final double BORDERS = 2;

    /// Returns the place in a body of that width. A title alone is never beside the code: it would
    /// take its room for a line.
    static FormPlace of(Form form, boolean hidesCode, double width) {
        if (hidesCode) {
            return ALONE;
        }
        return width >= NARROWEST_PAIR && !form.items().isEmpty() ? BESIDE : ABOVE;
    }

    double formWidth(double width) {
        return this == BESIDE ? Math.clamp(width * PART, NARROWEST_FORM, WIDEST_FORM) : width;
    }

    double codeWidth(double width) {
        return this == BESIDE ? width - formWidth(width) - GAP : width;
    }

    /// Returns the height of both together.
    double height(double form, double code) {
        return switch (this) {
            case BESIDE -> Math.max(form, code);
            case ABOVE -> form + GAP + code;
            case ALONE -> form;
        };
    }

    /// Guesses the height of a cell's source and form, without its outputs.
    static double estimatedHeight(CodeCell cell, FoldedCode folded, double width) {
        double code = EditorMetrics.heightFor(cell.source(), folded) + BORDERS;
        var form = Form.in(cell.source()).orElse(null);
        var view = form == null ? CellView.CODE : CellView.of(form, cell.metadata());
        if (form == null || view == CellView.CODE) {
            return code;
        }
        var place = of(form, view == CellView.FORM, width);
        return place.height(FormMetrics.estimatedHeight(form, place.formWidth(width)), code);
    }
}
