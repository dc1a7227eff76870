package org.cellist.app.ui.notebook;

import static org.cellist.app.ui.output.OutputSamples.json;
import static org.cellist.app.ui.output.OutputSamples.outputs;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.StreamText;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.app.ui.theme.CodeType;
import org.cellist.app.ui.theme.Fonts;
import org.cellist.app.ui.theme.Typography;
import org.cellist.kernel.protocol.StreamName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A page whose letters are set otherwise: what is looked at stays where it is.
@Tag("ui")
@ExtendWith(FxExtension.class)
class PageTypeUiTest {

    private static final double PIXEL = 1.5;

    @Test
    void theSelectedCellStaysWhereItIs(Fx fx) {
        try (var page = new PageFixture(fx, cells())) {
            fx.run(() -> page.page.show(page.session.store().notebook().cells().get(30).id()));
            fx.run(() -> page.page.column().scrollBy(-150));
            fx.settle();
            double before = top(page, 30);

            for (int size : new int[] {18, 30, 9, 13}) {
                fx.setType(new Typography(CodeType.own(size, 160), size + 1, 0));
                fx.settle();

                assertEquals(before, top(page, 30), PIXEL, size + " px");
            }
        }
    }

    @Test
    void wideLettersOfListingsAndTreesAreOfTheirOwnFontAndSize(Fx fx) {
        var listing =
                NewNotebook.cell(CellType.MARKDOWN, "```python\nx = '한글' # \ud83d\ude00\n```");
        var code = (CodeCell) NewNotebook.cell(CellType.CODE, "x");
        var tree = code.withOutputs(1, outputs(json("{\"이름\":\"값 a\"}")));
        try (var page = new PageFixture(fx, List.of(listing, tree))) {
            fx.setType(new Typography(withOthers(21, 17), Typography.TEXT_SIZE, 0));
            fx.settle();

            assertEquals(List.of("한글 21"), letters(page, 0, "wide"));
            assertEquals(List.of("\ud83d\ude00 17"), letters(page, 0, "emoji"));
            assertEquals(List.of("값 21", "이름 21"), letters(page, 1, "wide"));
        }
    }

    /// Returns texts of that style class with the sizes of their fonts.
    private static List<String> letters(PageFixture page, int cell, String styleClass) {
        var texts = page.within(cell, styleClass).map(Text.class::cast).toList();
        return page.fx.call(
                () ->
                        texts.stream()
                                .map(it -> it.getText() + " " + (int) it.getFont().getSize())
                                .sorted()
                                .toList());
    }

    private static CodeType withOthers(double wide, double emoji) {
        var own = CodeType.STANDARD;
        return new CodeType(
                own.family(),
                own.size(),
                own.lineHeight(),
                own.columnWidth(),
                own.ascent(),
                own.descent(),
                wide,
                emoji);
    }

    @Test
    void guessesOfRowsOutOfSightFollow(Fx fx) {
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < 200; i++) {
            cells.add(NewNotebook.cell(CellType.CODE, "one = 1\n".repeat(9)));
        }
        try (var page = new PageFixture(fx, cells)) {
            double before = fx.call(() -> page.page.column().prefHeight(-1));

            fx.setType(new Typography(CodeType.own(26, 160), 14, 0));

            double after = fx.call(() -> page.page.column().prefHeight(-1));
            assertEquals(200 * 10 * (42 - 21), after - before, 200);
        }
    }

    @Test
    void guessesOfTextOutOfSightFollow(Fx fx) {
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < 200; i++) {
            cells.add(NewNotebook.cell(CellType.MARKDOWN, "Some words"));
        }
        try (var page = new PageFixture(fx, cells)) {
            double before = fx.call(() -> page.page.column().prefHeight(-1));

            fx.setType(new Typography(CodeType.STANDARD, 28, 0));

            double after = fx.call(() -> page.page.column().prefHeight(-1));
            assertEquals(200 * 17, after - before, 300);
        }
    }

    @Test
    void textAndItsFormulasAreAsLargeAsChosen(Fx fx) {
        var cells = List.of(NewNotebook.cell(CellType.MARKDOWN, "# A heading\n\nWords $x^2$"));
        try (var page = new PageFixture(fx, cells)) {
            fx.await("the formula is set", () -> isSet(page));
            fx.settle();
            double heading = fontOf(page, "A heading");
            double words = fontOf(page, "Words ");
            double formula = fx.call(() -> formula(page).getHeight());

            fx.setType(new Typography(CodeType.STANDARD, 28, 0));

            assertEquals(2 * heading, fontOf(page, "A heading"), 0.01);
            assertEquals(2 * words, fontOf(page, "Words "), 0.01);
            fx.await(
                    "the formula has grown",
                    () -> Math.abs(formula(page).getHeight() - 2 * formula) < formula / 4);
        }
    }

    @Test
    void wideLettersOfCodeInTextAreTheProgramsOwnBesideAnotherFamily(Fx fx) {
        var cells = List.of(NewNotebook.cell(CellType.MARKDOWN, "글자 `a한글b` 글자"));
        try (var page = new PageFixture(fx, cells)) {
            var other = new CodeType("DejaVu Sans Mono", 13, 21, 7.8, 13, 4, 15, 0);

            fx.setType(new Typography(other, 28, 0));

            var wide = font(page, "한글");
            assertEquals(Fonts.CODE, wide.getFamily());
            assertEquals(2 * 12.5 * 15 / 13, wide.getSize(), 0.01);
            assertEquals(25, font(page, "a").getSize(), 0.01);
            assertNotEquals(Fonts.CODE, font(page, "글자 ").getFamily());
        }
    }

    @Test
    void outputsWrapAtTheColumnsThatThereIsRoomFor(Fx fx) {
        var text = new CellOutput.Text(StreamName.STDOUT, StreamText.of("0123456789".repeat(40)));
        var cell =
                ((Cell.CodeCell) NewNotebook.cell(CellType.CODE, "x"))
                        .withOutputs(1, new CellOutputs(List.of(text), false));
        try (var page = new PageFixture(fx, List.of(cell))) {
            var one = rows(page);

            fx.setType(new Typography(CodeType.own(26, 160), 14, 0));

            var two = rows(page);
            assertTrue(two.size() > 1.8 * one.size(), one.size() + " rows, then " + two.size());
            assertEquals(38, two.get(1).getMinY() - two.get(0).getMinY(), 0.01, "from row to row");
        }
    }

    private static List<Bounds> rows(PageFixture page) {
        return page.fx.call(
                () ->
                        page.page.column().lookupAll(".terminal-row").stream()
                                .filter(Node::isVisible)
                                .map(Node::getBoundsInParent)
                                .sorted((a, b) -> Double.compare(a.getMinY(), b.getMinY()))
                                .toList());
    }

    private static double fontOf(PageFixture page, String words) {
        return font(page, words).getSize();
    }

    private static Font font(PageFixture page, String words) {
        return page.fx.call(
                () ->
                        page.page.column().lookupAll(".flow-text").stream()
                                .map(Text.class::cast)
                                .filter(text -> text.getText().equals(words))
                                .findFirst()
                                .orElseThrow()
                                .getFont());
    }

    /// Before that its size is guessed.
    private static boolean isSet(PageFixture page) {
        return formula(page).getChildrenUnmodifiable().stream()
                .anyMatch(each -> each instanceof ImageView view && view.getImage() != null);
    }

    private static Region formula(PageFixture page) {
        return (Region) page.page.column().lookup(".formula");
    }

    private static double top(PageFixture page, int index) {
        var id = page.session.store().notebook().cells().get(index).id();
        var row = new RowKey.OfCell(id);
        return page.fx.call(
                () ->
                        Objects.requireNonNull(page.page.column().nodeOf(row))
                                .getBoundsInParent()
                                .getMinY());
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
