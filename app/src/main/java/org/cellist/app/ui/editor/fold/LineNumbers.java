package org.cellist.app.ui.editor.fold;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.cellist.app.ui.editor.text.CodeTextArea;
import org.cellist.app.ui.theme.ChosenType;

/// The numbers left of the lines, made only while they are shown.
///
/// Confined to the JavaFX Application Thread.
public final class LineNumbers {

    private static final double GAP = 14;

    private final CodeTextArea area;
    private final Supplier<Folds> folds;
    private boolean shown;
    private int digits;
    private int lines;
    private boolean wasFolded;

    /// Shows none yet.
    ///
    /// @param folds what is not shown of the text; its lines are counted
    public LineNumbers(CodeTextArea area, Supplier<Folds> folds) {
        this.area = area;
        this.folds = folds;
        area.getParagraphs().sizeProperty().addListener((_, _, _) -> widen());
        ChosenType.follow(area, this::renew);
    }

    private void renew() {
        if (shown) {
            area.setParagraphGraphicFactory(this::number);
        }
    }

    /// Makes all numbers anew where lines came or went while some are folded: the area has asked
    /// for them before it was known what is folded now.
    public void textChanged() {
        int now = area.getParagraphs().size();
        boolean isFolded = !folds.get().isEmpty();
        if (shown && now != lines && (isFolded || wasFolded)) {
            digits = digitsNeeded();
            area.setParagraphGraphicFactory(this::number);
        }
        lines = now;
        wasFolded = isFolded;
    }

    /// Shows or hides the numbers.
    public void show(boolean show) {
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
        return Math.max(
                2,
                String.valueOf(area.getParagraphs().size() + folds.get().hiddenLines()).length());
    }

    private Node number(int line) {
        var now = folds.get();
        int hidden = now.isEmpty() ? 0 : now.hiddenLinesBefore(area.getAbsolutePosition(line, 0));
        var label = new Label(String.valueOf(line + 1 + hidden));
        label.getStyleClass().add("line-number");
        label.setPrefWidth(
                digits * ChosenType.code().columnWidth() + GAP); // lines begin at one edge
        return label;
    }
}
