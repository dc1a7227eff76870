package org.cellist.app.ui.editor;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Rectangle;
import org.cellist.app.ui.editor.text.LineGap;
import org.cellist.app.ui.editor.text.UnitColumns;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.TwoDimensional.Bias;

/// A slim bar below the last line, while some line is longer than the editor is wide.
///
/// A shape and no control: it follows the area from inside a layout, where a request for another
/// one would get lost.
///
/// Confined to the JavaFX Application Thread.
final class SidewaysBar {

    private static final double THICKNESS = 4;
    private static final double SHORTEST = 24;

    private final CodeEditor editor;
    private final EditorArea area;
    private final Rectangle thumb = new Rectangle();
    private final LineWidths widths = new LineWidths();
    private double grabbedAt;

    SidewaysBar(CodeEditor editor, EditorArea area) {
        this.editor = editor;
        this.area = area;
        thumb.getStyleClass().add("sideways-bar");
        thumb.setManaged(false);
        thumb.setHeight(THICKNESS);
        thumb.setArcWidth(THICKNESS);
        thumb.setArcHeight(THICKNESS);
        thumb.addEventHandler(MouseEvent.MOUSE_PRESSED, this::grab);
        thumb.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        area.estimatedScrollXProperty().addListener((_, _, _) -> place());
        area.multiPlainChanges().subscribe(this::measure);
    }

    Rectangle node() {
        return thumb;
    }

    /// Puts the bar where it belongs at the editor's present size.
    void place() {
        double hidden = contentWidth() - visibleWidth();
        thumb.setVisible(hidden >= 1 && visibleWidth() > SHORTEST && !area.isWrapText());
        if (!thumb.isVisible()) {
            return;
        }
        thumb.setWidth(thumbWidth());
        double part = Math.clamp(area.getEstimatedScrollX() / hidden, 0, 1);
        thumb.setX(EditorMetrics.PADDING_X + part * (visibleWidth() - thumbWidth()));
        thumb.setY(editor.getHeight() - THICKNESS - 2);
    }

    /// Measures what changed: in a long text, all its lines would take longer than the key's own
    /// work.
    private void measure(List<PlainTextChange> changes) {
        if (changes.size() == 1) {
            var change = changes.getFirst();
            var first = area.offsetToPosition(change.getPosition(), Bias.Forward).getMajor();
            var inserted = change.getInserted();
            widths.replace(
                    first, linesEnded(change.getRemoved()), linesEnded(inserted), this::columns);
        } else {
            // Their places are those of texts in between, which are gone.
            widths.replace(0, widths.count() - 1, area.getParagraphs().size() - 1, this::columns);
        }
    }

    private static int linesEnded(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    private int columns(int line) {
        int columns = 0;
        for (var piece : area.getParagraph(line).getStyledSegments()) {
            int gap = LineGap.columns(piece.getStyle());
            var text = piece.getSegment();
            columns += gap < 0 ? UnitColumns.of(text, 0, text.length()) : gap;
        }
        return columns;
    }

    private void grab(MouseEvent event) {
        grabbedAt = event.getX() - thumb.getX();
        event.consume();
    }

    private void drag(MouseEvent event) {
        double free = visibleWidth() - thumbWidth();
        double part = (event.getX() - grabbedAt - EditorMetrics.PADDING_X) / free;
        area.scrollXToPixel(Math.clamp(part, 0, 1) * (contentWidth() - visibleWidth()));
        event.consume();
    }

    private double thumbWidth() {
        return Math.max(SHORTEST, visibleWidth() * visibleWidth() / contentWidth());
    }

    private double visibleWidth() {
        return editor.getWidth() - 2 * EditorMetrics.PADDING_X;
    }

    private double contentWidth() {
        return widths.greatest() * EditorMetrics.columnWidth();
    }

    /// How wide each line is, in columns.
    private static final class LineWidths {

        private int[] columns = {0};
        private int count = 1;

        int count() {
            return count;
        }

        int greatest() {
            int greatest = 0;
            for (int i = 0; i < count; i++) {
                greatest = Math.max(greatest, columns[i]);
            }
            return greatest;
        }

        /// Takes over that a line and the `removed` ones after it became one and `added` ones.
        void replace(int line, int removed, int added, IntUnaryOperator columnsNow) {
            int newCount = count - removed + added;
            var source = columns;
            if (newCount > columns.length) {
                columns = Arrays.copyOf(columns, Math.max(newCount, 2 * columns.length));
            }
            int after = line + removed + 1;
            System.arraycopy(source, after, columns, line + added + 1, count - after);
            count = newCount;
            for (int i = line; i <= line + added; i++) {
                columns[i] = columnsNow.applyAsInt(i);
            }
        }
    }
}
