package org.cellist.app.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.IntSupplier;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.cellist.app.ui.editor.CodeEditor;
import org.cellist.app.ui.editor.highlight.CodeHighlighter;
import org.cellist.app.ui.editor.highlight.EditorLanguage;
import org.cellist.app.ui.output.rows.RowSource;
import org.cellist.app.ui.output.rows.RowsView;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.app.ui.theme.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("ui")
@ExtendWith(FxExtension.class)
class LayoutStepsUiTest {

    private static final int LINES = 40;
    private static final double BELOW = 900;

    private final CodeHighlighter highlighter = new CodeHighlighter(new FxExecutor());
    private Fx fx;
    private Pane root;

    @BeforeEach
    void open(Fx fx) {
        this.fx = fx;
        root = fx.call(() -> new Pane());
        fx.show(root, 700, 500, Theme.LIGHT, CodeEditor.STYLE_SHEET);
    }

    @AfterEach
    void close() {
        highlighter.close();
    }

    @Test
    void anEditorOutOfSightGetsItsLinesInSteps() {
        var editor = fx.call(this::editor);
        IntSupplier lines = () -> editor.lookupAll(".paragraph-box").size();

        comesInSteps(editor, lines);
    }

    @Test
    void anEditorThatComesIntoSightHasAllItsLinesInThatPulse() {
        var editor = fx.call(this::editor);

        int seen =
                fx.call(() -> seenAtOnce(editor, () -> editor.lookupAll(".paragraph-box").size()));

        assertEquals(LINES, seen);
    }

    @Test
    void rowsOutOfSightAreMadeInSteps() {
        var rows = new Rows();
        var view = fx.call(() -> new RowsView<>(rows, 10, LINES));

        comesInSteps(view, () -> rows.filled);
    }

    @Test
    void rowsThatComeIntoSightAreAllMadeInThatPulse() {
        var rows = new Rows();
        var view = fx.call(() -> new RowsView<>(rows, 10, LINES));

        assertEquals(LINES, fx.call(() -> seenAtOnce(view, () -> rows.filled)));
    }

    @Test
    void rowsThatChangeBeforeAllAreMadeAreShownAsTheyAre() {
        var rows = new Rows();
        var view = fx.call(() -> new RowsView<>(rows, 10, LINES));
        fx.run(
                () -> {
                    layOutAt(view, BELOW);
                    rows.version = 1;
                    view.rowsChanged(0);
                });

        fx.await(
                "all rows are as they are now", () -> view.lookupAll(".version-1").size() == LINES);
    }

    /// Some parts are there after the first layout and all after some more.
    private void comesInSteps(Region region, IntSupplier parts) {
        int first =
                fx.call(
                        () -> {
                            layOutAt(region, BELOW);
                            return parts.getAsInt();
                        });
        assertTrue(0 < first && first < LINES / 2, () -> first + " parts in the first pulse");
        fx.await("all parts are there", () -> parts.getAsInt() == LINES);
    }

    private int seenAtOnce(Region region, IntSupplier parts) {
        layOutAt(region, BELOW);
        region.relocate(0, 0);
        root.layout();
        return parts.getAsInt();
    }

    private void layOutAt(Region region, double y) {
        region.setManaged(false);
        root.getChildren().add(region);
        root.applyCss();
        region.resizeRelocate(0, y, 600, region.prefHeight(600));
        root.layout();
    }

    private CodeEditor editor() {
        var editor = new CodeEditor(highlighter);
        editor.show("x = 1\n".repeat(LINES - 1), EditorLanguage.PYTHON);
        return editor;
    }

    /// Counts how often a row is filled.
    private static final class Rows implements RowSource<Region> {

        private int filled;
        private int version;

        @Override
        public int count() {
            return LINES;
        }

        @Override
        public Region create() {
            return new Region();
        }

        @Override
        public void fill(Region node, int row) {
            filled++;
            node.getStyleClass().setAll("version-" + version);
        }
    }
}
