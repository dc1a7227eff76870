package org.cellist.app.ui.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.StreamText;
import org.cellist.app.notebook.outline.CellParts;
import org.cellist.app.ui.cell.CellRow;
import org.cellist.app.ui.editor.fold.FoldedCode;
import org.cellist.app.ui.page.PageCommand;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.kernel.protocol.StreamName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Sources and outputs of code cells that are collapsed or limited in height.
@Tag("ui")
@ExtendWith(FxExtension.class)
class CollapsedPartsUiTest {

    private static final String LONG_SOURCE =
            IntStream.range(0, 20)
                    .mapToObj(i -> "x" + i + " = 1")
                    .collect(Collectors.joining("\n"));

    private PageFixture page;

    @BeforeEach
    void show(Fx fx) {
        page = new PageFixture(fx, List.of(withOutputs(LONG_SOURCE, 3), cell("b"), cell("c")));
    }

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void aCollapsedSourceIsOneLineThatSaysHowItBeginsAndHowLongItIs() {
        page.fx.run(() -> page.page.perform(PageCommand.TOGGLE_SOURCE));
        page.fx.settle();

        assertTrue(CellParts.hidesSource(code(0).metadata()));
        assertEquals(List.of("x0 = 1", "20 lines"), labels("folded-source"));
        assertHeightAsEstimated(0);

        page.fx.run(() -> page.page.perform(PageCommand.TOGGLE_SOURCE));
        page.fx.settle();

        assertEquals(Map.of(), code(0).metadata().members());
        assertEquals(0, page.within(0, "folded-source").count());
        assertHeightAsEstimated(0);
    }

    @Test
    void enterOpensACollapsedSourceAndWritesInIt() {
        page.fx.run(() -> page.page.perform(PageCommand.TOGGLE_SOURCE));

        page.press(KeyCode.ENTER);
        page.type("y");

        assertFalse(CellParts.hidesSource(code(0).metadata()));
        assertTrue(page.source(0).contains("y"));
    }

    @Test
    void aClickOnTheLineOpensTheSource() {
        page.fx.run(() -> page.page.perform(PageCommand.TOGGLE_SOURCE));
        page.fx.settle();

        page.fx.robot().clickOn(only("folded-source"));
        page.fx.settle();

        assertFalse(CellParts.hidesSource(code(0).metadata()));
    }

    @Test
    void anUndoInACollapsedSourceShowsIt() {
        page.press(KeyCode.ENTER);
        page.type("y");
        page.press(KeyCode.ESCAPE);
        page.fx.run(() -> page.page.perform(PageCommand.TOGGLE_SOURCE));
        page.fx.settle();

        page.press(KeyCode.Z);

        assertEquals(LONG_SOURCE, page.source(0));
        assertEquals(0, page.within(0, "folded-source").count());
    }

    @Test
    void theCaretGoesPastACollapsedSource() {
        page.fx.run(() -> page.page.perform(PageCommand.TOGGLE_SOURCE));
        page.press(KeyCode.DOWN);
        page.press(KeyCode.ENTER);

        page.press(KeyCode.UP);

        assertEquals(0, page.lead());
        assertTrue(page.isInCommandMode());
        assertEquals(1, page.within(0, "folded-source").count());
    }

    @Test
    void theKeyOfJupyterCollapsesOutputsAndShowsThemAgain() {
        double open = height(0);

        page.press(KeyCode.O);

        assertTrue(CellParts.hidesOutputs(code(0).metadata()));
        assertEquals(0, page.within(0, "output-area").count());
        assertHeightAsEstimated(0);

        page.fx.robot().clickOn(only("folded-outputs"));
        page.fx.settle();

        assertEquals(Map.of(), code(0).metadata().members());
        assertEquals(open, height(0));
    }

    @Test
    void collapsingAllOutputsTouchesOnlyCellsThatHaveSome() {
        page.fx.run(() -> page.page.perform(PageCommand.COLLAPSE_ALL_OUTPUTS));
        page.fx.settle();

        assertTrue(CellParts.hidesOutputs(code(0).metadata()));
        assertEquals(Map.of(), code(1).metadata().members());

        page.fx.run(() -> page.page.perform(PageCommand.EXPAND_ALL_OUTPUTS));
        page.fx.settle();

        assertEquals(Map.of(), code(0).metadata().members());
        assertFalse(page.fx.call(() -> page.session.store().canUndo()));
    }

    @Test
    void ofSeveralCellsAllBecomeAlike() {
        page.fx.run(() -> page.page.perform(PageCommand.TOGGLE_SOURCE));
        page.fx.run(() -> page.page.perform(PageCommand.SELECT_ALL));

        page.fx.run(() -> page.page.perform(PageCommand.TOGGLE_SOURCE));
        page.fx.settle();
        assertTrue(IntStream.range(0, 3).allMatch(i -> CellParts.hidesSource(code(i).metadata())));

        page.fx.run(() -> page.page.perform(PageCommand.TOGGLE_SOURCE));
        page.fx.settle();
        assertTrue(IntStream.range(0, 3).noneMatch(i -> CellParts.hidesSource(code(i).metadata())));
    }

    @Test
    void whatIsFoundInACollapsedPartIsShownAndHiddenAgainAfterwards() {
        page.fx.run(() -> page.page.perform(PageCommand.TOGGLE_SOURCE));
        page.fx.settle();
        page.press(KeyCode.CONTROL, KeyCode.F);

        page.type("x17");
        page.fx.await("it is shown", () -> !isFolded());
        assertTrue(CellParts.hidesSource(code(0).metadata()));

        page.press(KeyCode.ESCAPE);
        page.fx.await("it is hidden", this::isFolded);
    }

    private boolean isFolded() {
        return !page.page.lookupAll(".folded-source").isEmpty();
    }

    private CodeCell code(int index) {
        return page.fx.call(() -> (CodeCell) page.session.store().notebook().cells().get(index));
    }

    private Node only(String styleClass) {
        return page.within(0, styleClass).findFirst().orElseThrow();
    }

    private List<String> labels(String styleClass) {
        var line = only(styleClass);
        return page.fx.call(
                () ->
                        line.lookupAll(".label").stream()
                                .map(label -> ((Label) label).getText())
                                .toList());
    }

    private double height(int index) {
        var row = page.row(index);
        return page.fx.call(row::getHeight);
    }

    private void assertHeightAsEstimated(int index) {
        var row = page.row(index);
        double width = page.fx.call(row::getWidth);
        assertEquals(
                CellRow.estimatedHeight(code(index), new FoldedCode(), width), height(index), 24);
    }

    private static Cell cell(String source) {
        return NewNotebook.cell(CellType.CODE, source);
    }

    private static Cell withOutputs(String source, int lines) {
        var text = "line\n".repeat(lines - 1) + "line";
        var outputs =
                new CellOutputs(
                        List.of(new CellOutput.Text(StreamName.STDOUT, StreamText.of(text))),
                        false);
        return ((CodeCell) cell(source)).withOutputs(1, outputs);
    }
}
