package org.cellist.app.ui.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.ui.cell.CellRow;
import org.cellist.app.ui.editor.text.CodeTextArea;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.app.ui.theme.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A page that goes into another part of the window, or another window.
@Tag("ui")
@ExtendWith(FxExtension.class)
class MovedPageUiTest {

    private Fx fx;
    private PageFixture page;

    @BeforeEach
    void open(Fx running) {
        fx = running;
        List<Cell> cells =
                IntStream.range(0, 60)
                        .<Cell>mapToObj(
                                i -> NewNotebook.cell(CellType.CODE, "first = " + i + "\nsecond"))
                        .toList();
        page = new PageFixture(fx, cells);
    }

    @AfterEach
    void close() {
        page.close();
    }

    private void moveToAnotherWindow() {
        var view = (Parent) page.page.view();
        fx.run(
                () -> {
                    page.stage.getScene().setRoot(new StackPane());
                    page.stage.hide();
                });
        fx.settle();
        fx.show(new StackPane(view), 700, 500, Theme.LIGHT, PageFixture.SHEETS);
        fx.run(page.page::focus);
        fx.settle();
    }

    private CodeTextArea area(int index) {
        return (CodeTextArea) page.within(index, "styled-text-area").findFirst().orElseThrow();
    }

    private double top(CellRow row) {
        return fx.call(row::getLayoutY);
    }

    @Test
    void whatIsReadStaysWhereItIs() {
        fx.run(() -> page.page.column().scrollBy(1234));
        fx.settle();
        int first =
                IntStream.range(0, 60)
                        .filter(
                                i -> {
                                    var id = page.session.store().notebook().cells().get(i).id();
                                    var node =
                                            fx.call(
                                                    () ->
                                                            page.page
                                                                    .column()
                                                                    .nodeOf(new RowKey.OfCell(id)));
                                    return node != null && node.getLayoutY() > 0;
                                })
                        .findFirst()
                        .orElseThrow();
        double before = top(page.row(first));

        moveToAnotherWindow();

        assertEquals(before, top(page.row(first)), 0.5);
        assertTrue(first > 5);
    }

    @Test
    void theSelectionAndTheCaretStayAndHaveTheKeys() {
        page.press(KeyCode.DOWN);
        page.press(KeyCode.ENTER);
        var edited = area(1);
        fx.run(() -> edited.selectRange(2, 5));
        fx.settle();
        var area = area(1);

        moveToAnotherWindow();

        assertEquals(1, page.lead());
        assertEquals(area, area(1));
        assertEquals("rst", fx.call(area::getSelectedText));
        assertEquals(5, fx.call(area::getCaretPosition));
        assertTrue(fx.call(area::isFocused));
        page.type("x");
        assertEquals("fix = 1\nsecond", page.source(1));
    }

    @Test
    void aCellThatIsEditedOutOfSightStaysOut() {
        page.press(KeyCode.ENTER);
        fx.run(() -> page.page.column().scrollBy(2000));
        fx.settle();
        var row = page.row(0);
        double before = top(row);
        assertTrue(before < 0);

        moveToAnotherWindow();

        assertEquals(before, top(row), 0.5);
    }
}
