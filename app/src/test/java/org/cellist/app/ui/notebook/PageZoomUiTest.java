package org.cellist.app.ui.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.input.ScrollEvent;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.ui.editor.text.CodeTextArea;
import org.cellist.app.ui.page.Zoom;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A page that is shown larger, smaller, narrower: what is looked at stays where it is.
@Tag("ui")
@ExtendWith(FxExtension.class)
class PageZoomUiTest {

    private static final double PIXEL = 1.5;

    @Test
    void theSelectedCellStaysWhereItIs(Fx fx) {
        try (var page = new PageFixture(fx, cells())) {
            fx.run(() -> page.page.show(page.session.store().notebook().cells().get(20).id()));
            fx.run(() -> page.page.column().scrollBy(-150));
            fx.settle();
            double before = top(page, 20);

            for (int percent : new int[] {150, 300, 50, 110, 100}) {
                fx.run(() -> page.zoom.set(new Zoom(percent)));
                fx.settle();

                assertEquals(before, top(page, 20), PIXEL, percent + " %");
            }
        }
    }

    @Test
    void theWheelKeepsWhatLiesUnderThePointer(Fx fx) {
        try (var page = new PageFixture(fx, cells())) {
            fx.run(() -> page.page.column().scrollToTop(page.page.column().items().get(10)));
            fx.settle();
            var line = fx.call(() -> bounds(page, 12));
            double y = line.getMinY();

            fx.run(() -> wheel(page, 40, y));
            fx.run(() -> wheel(page, 20, y)); // half a notch waits for the other half
            fx.run(() -> wheel(page, 20, y));
            fx.settle();

            assertEquals(new Zoom(125), fx.call(page.zoom::get));
            assertEquals(y, top(page, 12), PIXEL);
        }
    }

    @Test
    void everyRowGrowsAlike(Fx fx) {
        try (var page = new PageFixture(fx, cells())) {
            double before = fx.call(() -> bounds(page, 0).getHeight());

            fx.run(() -> page.zoom.set(new Zoom(200)));
            fx.settle();

            assertEquals(2 * before, fx.call(() -> bounds(page, 0).getHeight()), PIXEL);
            assertEquals(1000, fx.call(() -> bounds(page, 0).getMaxX()), 14);
        }
    }

    @Test
    void typingGoesToTheLineThatWasClickedInALargePage(Fx fx) {
        try (var page = new PageFixture(fx, cells())) {
            fx.run(() -> page.zoom.set(new Zoom(200)));
            fx.settle();
            var area = page.within(0, "code-area").findFirst().map(CodeTextArea.class::cast);
            var place =
                    fx.call(
                            () ->
                                    area.orElseThrow()
                                            .getCharacterBoundsOnScreen(7, 8)
                                            .map(
                                                    each ->
                                                            new Point2D(
                                                                    each.getMinX() + 1,
                                                                    each.getMaxY() - 8))
                                            .orElseThrow());

            fx.robot().clickOn(place);
            page.type("x");

            assertEquals("line = x0\nother = 1", page.source(0));
        }
    }

    @Test
    void aPageOfSoManyLettersStandsInTheMiddle(Fx fx) {
        try (var page = new PageFixture(fx, cells())) {
            fx.run(() -> page.columns.set(80));
            fx.settle();

            var row = fx.call(() -> bounds(page, 0));
            assertEquals(80 * 7.8 + 28 + 2 + 74, row.getWidth(), 2);
            assertEquals(1000 - 12 - row.getMaxX(), row.getMinX(), 2);
        }
    }

    @Test
    void aLongCellIsDrawnWhereverItIsScrolledInALargePage(Fx fx) {
        var lines = new StringBuilder();
        for (int i = 0; i < 600; i++) {
            lines.append("value_").append(i).append(" = ").append(i).append('\n');
        }
        try (var page =
                new PageFixture(fx, List.of(NewNotebook.cell(CellType.CODE, lines.toString())))) {
            for (int percent : new int[] {300, 50}) {
                fx.run(() -> page.zoom.set(new Zoom(percent)));
                fx.settle();
                fx.run(() -> page.page.column().scrollBy(2500));
                fx.settle();

                var area = page.within(0, "code-area").findFirst().orElseThrow();
                var covered = fx.call(() -> area.localToScene(area.getLayoutBounds()));
                assertTrue(covered.getMinY() <= 0 && covered.getMaxY() >= 700, covered.toString());
            }
        }
    }

    private static void wheel(PageFixture page, double delta, double y) {
        var column = page.page.column();
        var scene = column.localToScene(200, y);
        Event.fireEvent(
                column,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        scene.getX(),
                        scene.getY(),
                        scene.getX(),
                        scene.getY(),
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        0,
                        delta,
                        0,
                        delta,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null));
    }

    private static double top(PageFixture page, int index) {
        return page.fx.call(() -> bounds(page, index).getMinY());
    }

    private static Bounds bounds(PageFixture page, int index) {
        var id = page.session.store().notebook().cells().get(index).id();
        var row = page.page.column().nodeOf(new RowKey.OfCell(id));
        return row == null ? new BoundingBox(0, -1e9, 0, 0) : row.getBoundsInParent();
    }

    private static List<Cell> cells() {
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < 60; i++) {
            var source =
                    i % 3 == 2
                            ? "Some *words* about this that go on for a while. ".repeat(1 + i % 5)
                            : "line = " + i + "\nother = 1";
            cells.add(NewNotebook.cell(i % 3 == 2 ? CellType.MARKDOWN : CellType.CODE, source));
        }
        return cells;
    }
}
