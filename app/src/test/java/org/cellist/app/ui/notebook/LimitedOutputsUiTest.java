package org.cellist.app.ui.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.StreamText;
import org.cellist.app.notebook.outline.CellParts;
import org.cellist.app.ui.cell.CellRow;
import org.cellist.app.ui.editor.fold.FoldedCode;
import org.cellist.app.ui.output.OutputBox;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.kernel.protocol.StreamName;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Outputs in a box of limited height.
@Tag("ui")
@ExtendWith(FxExtension.class)
class LimitedOutputsUiTest {

    private static final int OUTPUTS = 40;

    private PageFixture page;

    @BeforeEach
    void show(Fx fx) {
        var cell = (CodeCell) NewNotebook.cell(CellType.CODE, "a");
        var outputs =
                Collections.nCopies(
                        OUTPUTS,
                        (CellOutput) new CellOutput.Text(StreamName.STDOUT, StreamText.of("x\n")));
        var limited =
                cell.withOutputs(1, new CellOutputs(outputs, false))
                        .withMetadata(CellParts.withOutputsLimited(JsonObject.EMPTY, true));
        var below = NewNotebook.cell(CellType.CODE, "b\n".repeat(60));
        page = new PageFixture(fx, List.of(limited, below));
    }

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void aLimitedBoxIsAsHighAsItMayBeFromTheFirstLayout() {
        var box = box();
        var row = page.row(0);

        assertEquals(OutputBox.LIMIT, page.fx.call(box::getHeight));
        var cell = page.fx.call(() -> page.session.store().notebook().cells().getFirst());
        double width = page.fx.call(row::getWidth);
        assertEquals(
                CellRow.estimatedHeight(cell, new FoldedCode(), width),
                page.fx.call(row::getHeight),
                4);
    }

    @Test
    void theKeyOfJupyterShowsThemInFullAndLimitsThemAgain() {
        var box = box();

        page.press(KeyCode.SHIFT, KeyCode.O);
        assertTrue(page.fx.call(box::getHeight) > OutputBox.LIMIT);
        assertEquals(
                0, page.within(0, "scroll-bar").filter(bar -> box.equals(bar.getParent())).count());

        page.press(KeyCode.SHIFT, KeyCode.O);
        assertEquals(OutputBox.LIMIT, page.fx.call(box::getHeight));
    }

    @Test
    void theWheelScrollsTheBoxThePointerRestsInAndThePageAtItsEnds() {
        page.fx.robot().moveTo(box()).moveBy(3, 3);

        wheel(-60);
        assertTrue(offset() > 0);
        assertEquals(0, pageOffset());

        wheel(-5000);
        assertEquals(0, pageOffset());
        wheel(-60);
        assertTrue(pageOffset() > 0);
    }

    @Test
    void keysScrollABoxThatWasClickedAndLeaveItAtItsEnd() {
        page.fx.robot().clickOn(box());
        page.press(KeyCode.END);
        double end = offset();
        assertTrue(end > 0);

        page.press(KeyCode.HOME);
        assertEquals(0, offset());
    }

    private void wheel(double pixels) {
        var box = box();
        page.fx.run(
                () ->
                        Event.fireEvent(
                                box,
                                new ScrollEvent(
                                        ScrollEvent.SCROLL,
                                        0,
                                        0,
                                        0,
                                        0,
                                        false,
                                        false,
                                        false,
                                        false,
                                        false,
                                        false,
                                        0,
                                        pixels,
                                        0,
                                        pixels,
                                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                                        0,
                                        ScrollEvent.VerticalTextScrollUnits.NONE,
                                        0,
                                        0,
                                        null)));
        page.fx.settle();
    }

    private double offset() {
        return page.fx.call(() -> 0 - page.page.lookup(".output-area").getLayoutY());
    }

    private double pageOffset() {
        var row = page.row(0);
        return page.fx.call(() -> 6 - row.getLayoutY());
    }

    private Region box() {
        return page.fx.call(() -> (Region) page.page.lookup(".output-box"));
    }
}
