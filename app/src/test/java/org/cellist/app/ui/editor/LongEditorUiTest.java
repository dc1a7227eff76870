package org.cellist.app.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.cellist.app.ui.editor.highlight.CodeHighlighter;
import org.cellist.app.ui.editor.highlight.EditorLanguage;
import org.cellist.app.ui.editor.text.CodeTextArea;
import org.cellist.app.ui.fx.FxExecutor;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.app.ui.theme.Theme;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("ui")
@ExtendWith(FxExtension.class)
class LongEditorUiTest {

    private static final int LINES = 3000;

    private final CodeHighlighter highlighter = new CodeHighlighter(new FxExecutor());
    private Fx fx;
    private CodeEditor editor;

    @BeforeEach
    void open(Fx fx) {
        this.fx = fx;
        editor = fx.call(() -> new CodeEditor(highlighter));
        var root = fx.call(() -> new Pane(editor));
        fx.show(root, 700, 500, Theme.LIGHT, CodeEditor.STYLE_SHEET);
        var text =
                IntStream.range(0, LINES)
                        .mapToObj(i -> "line_" + i)
                        .collect(Collectors.joining("\n"));
        fx.run(
                () -> {
                    editor.show(text, EditorLanguage.PYTHON);
                    editor.resizeRelocate(0, 0, 600, editor.prefHeight(600));
                });
        fx.settle();
    }

    @AfterEach
    void close() {
        highlighter.close();
    }

    @Test
    void onlyTheLinesNearTheWindowHaveNodes() {
        assertEquals(EditorMetrics.heightFor(LINES), fx.call(editor::getHeight));
        assertTrue(fx.call(() -> editor.lookupAll(".paragraph-box").size()) < 80);
    }

    @Test
    void everyLineOfALongTextGetsItsColours() {
        var text = "value = 1\n".repeat(LINES - 1) + "value = 1";
        fx.run(() -> editor.show(text, EditorLanguage.PYTHON));
        var area = (CodeTextArea) fx.call(() -> editor.lookup(".code-area"));

        fx.await("every number is coloured", () -> numbers(area) == LINES);
    }

    private static long numbers(CodeTextArea area) {
        return area.getParagraphs().stream()
                .filter(
                        line ->
                                line.getStyleSpans().stream()
                                        .anyMatch(span -> span.getStyle().contains("number")))
                .count();
    }

    @Test
    void everyLineStandsWhereItBelongsWhereverTheEditorIsScrolled() {
        for (int line : new int[] {0, 40, 1500, 1523, LINES - 1, 7}) {
            double y = EditorMetrics.PADDING_Y + line * EditorMetrics.lineHeight();
            fx.run(() -> editor.relocate(0, 200 - y));
            fx.settle();

            assertEquals("line_" + line, textAt(5, y + EditorMetrics.lineHeight() / 2));
        }
    }

    @Test
    void theCaretMayGoFarAwayWithoutMovingTheLines() {
        fx.run(
                () -> {
                    editor.requestFocus();
                    editor.moveTo(editor.text().length());
                });
        fx.settle();

        double middle = EditorMetrics.PADDING_Y + 5.5 * EditorMetrics.lineHeight();
        assertEquals("line_5", textAt(5, middle));
    }

    private String textAt(double x, double y) {
        return fx.call(
                () -> {
                    var area = (CodeTextArea) editor.lookup(".code-area");
                    var inArea = area.sceneToLocal(editor.localToScene(new Point2D(x, y)));
                    for (Node box : editor.lookupAll(".paragraph-box")) {
                        var bounds = area.sceneToLocal(box.localToScene(box.getBoundsInLocal()));
                        if (bounds.getMinY() <= inArea.getY() && inArea.getY() < bounds.getMaxY()) {
                            int hit = area.hit(5, inArea.getY()).getInsertionIndex();
                            var position = area.offsetToPosition(hit, Bias.Forward);
                            return area.getText(position.getMajor());
                        }
                    }
                    return "no node";
                });
    }
}
