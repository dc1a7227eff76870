package org.cellist.app.ui.output.terminal;

import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.cellist.app.ui.theme.Fonts;

/// The measures of terminal text, in pixels. Immutable.
///
/// @param columnWidth how wide an ASCII letter is; East Asian ones take two columns
/// @param rowHeight from one line to the next
/// @param baseline from a row's top to the foot of its letters
record MonoMetrics(double columnWidth, double rowHeight, double baseline) {

    /// As in `terminal.css`.
    static final double FONT_SIZE = 13;

    private static final double ROW_HEIGHT = 19;
    private static final String SAMPLE = "0".repeat(20);

    /// Measures the font that there is.
    static MonoMetrics measured() {
        Fonts.load();
        var sample = new Text(SAMPLE);
        sample.setFont(Font.font(Fonts.CODE, FONT_SIZE));
        var bounds = sample.getLayoutBounds();
        double above = (ROW_HEIGHT - bounds.getHeight()) / 2;
        return new MonoMetrics(
                bounds.getWidth() / SAMPLE.length(),
                ROW_HEIGHT,
                Math.round(above + sample.getBaselineOffset()));
    }

    /// Returns how many columns fit.
    int columnsIn(double width) {
        return Math.max(10, (int) Math.floor(width / columnWidth + 0.01));
    }
}
