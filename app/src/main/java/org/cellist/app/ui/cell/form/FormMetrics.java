package org.cellist.app.ui.cell.form;

import org.cellist.app.notebook.form.Form;
import org.cellist.app.notebook.form.Parameter;
import org.cellist.app.ui.output.markdown.MarkdownView;

/// The sizes of a form, in pixels. Immutable.
public final class FormMetrics {

    static final double INSET_X = 14;
    static final double INSET_Y = 12;
    static final double GAP = 8;
    static final double HEADER = 24;
    static final double ROW = 30;

    private FormMetrics() {}

    /// Guesses the height of a form that is not shown. Cheap; exact but for texts.
    public static double estimatedHeight(Form form, double width) {
        double height = 2 * INSET_Y + HEADER;
        for (var item : form.items()) {
            height +=
                    GAP
                            + switch (item) {
                                case Parameter _ -> ROW;
                                case Form.Note(var text) ->
                                        MarkdownView.estimatedHeight(text, width - 2 * INSET_X);
                            };
        }
        return height;
    }
}
