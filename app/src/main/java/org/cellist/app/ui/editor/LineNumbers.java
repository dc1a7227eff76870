package org.cellist.app.ui.editor;

import javafx.scene.Node;
import javafx.scene.control.Label;

/// The numbers left of the lines, made only while they are shown.
///
/// Confined to the JavaFX Application Thread.
final class LineNumbers {

    private static final double GAP = 14;

    private final EditorArea area;
    private boolean shown;
    private int digits;

    LineNumbers(EditorArea area) {
        this.area = area;
        area.getParagraphs().sizeProperty().addListener((_, _, _) -> widen());
    }

    void show(boolean show) {
        if (show != shown) {
            shown = show;
            digits = digitsNeeded();
            area.setParagraphGraphicFactory(show ? this::number : null);
        }
    }

    /// Makes all numbers anew when the last line has more digits than before.
    private void widen() {
        if (shown && digits != digitsNeeded()) {
            digits = digitsNeeded();
            area.setParagraphGraphicFactory(this::number);
        }
    }

    private int digitsNeeded() {
        return Math.max(2, String.valueOf(area.getParagraphs().size()).length());
    }

    private Node number(int line) {
        var label = new Label(String.valueOf(line + 1));
        label.getStyleClass().add("line-number");
        label.setPrefWidth(digits * EditorMetrics.COLUMN_WIDTH + GAP); // lines begin at one edge
        return label;
    }
}
