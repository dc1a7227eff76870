package org.cellist.app.ui.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.ui.page.PageCommand;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Sections that are collapsed, and what commands do to them.
@Tag("ui")
@ExtendWith(FxExtension.class)
class SectionsUiTest {

    private static final List<String> SOURCES = List.of("# One", "a", "## Part", "b", "# Two", "c");

    private PageFixture page;

    @BeforeEach
    void show(Fx fx) {
        page =
                new PageFixture(
                        fx,
                        SOURCES.stream()
                                .map(
                                        source ->
                                                NewNotebook.cell(
                                                        source.startsWith("#")
                                                                ? CellType.MARKDOWN
                                                                : CellType.CODE,
                                                        source))
                                .toList());
    }

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void aCollapsedSectionIsGoneFromThePageAndStaysInTheNotebook() {
        page.press(KeyCode.LEFT);

        assertEquals(List.of(0, 4, 5), shown());
        assertEquals(SOURCES, page.sources());
        assertEquals(1, page.within(0, "section-hidden").count());

        page.press(KeyCode.RIGHT);

        assertEquals(List.of(0, 1, 2, 3, 4, 5), shown());
    }

    @Test
    void theArrowsGoFromHeadingToHeading() {
        page.press(KeyCode.LEFT);

        page.press(KeyCode.DOWN);
        assertEquals(4, page.lead());

        page.press(KeyCode.UP);
        assertEquals(0, page.lead());
    }

    @Test
    void collapsingFromInsideSelectsTheHeadingAndThenTheOneAroundIt() {
        select(3);

        page.press(KeyCode.LEFT);
        assertEquals(2, page.lead());
        assertEquals(List.of(0, 1, 2, 4, 5), shown());

        page.press(KeyCode.LEFT);
        assertEquals(0, page.lead());
        assertEquals(List.of(0, 4, 5), shown());
    }

    @Test
    void whatIsDoneToACollapsedHeadingIsDoneToItsSection() {
        page.press(KeyCode.LEFT);

        page.press(KeyCode.ALT, KeyCode.DOWN);
        assertEquals(List.of("# Two", "c", "# One", "a", "## Part", "b"), page.sources());

        page.press(KeyCode.X);
        assertEquals(List.of("# Two", "c"), page.sources());

        page.press(KeyCode.V);
        assertEquals(List.of("# Two", "c", "# One", "a", "## Part", "b"), page.sources());
    }

    @Test
    void aCellInsertedBelowACollapsedHeadingComesAfterItsSection() {
        page.press(KeyCode.LEFT);

        page.press(KeyCode.B);
        page.type("new");

        assertEquals("new", page.source(4));
        assertTrue(shown().contains(4));
    }

    @Test
    void anUndoInsideACollapsedSectionShowsIt() {
        select(1);
        page.press(KeyCode.ENTER);
        page.type("x");
        page.press(KeyCode.ESCAPE);
        page.press(KeyCode.LEFT);
        assertFalse(shown().contains(1));

        page.press(KeyCode.Z);

        assertEquals("a", page.source(1));
        assertTrue(shown().contains(1));
        assertEquals(1, page.lead());
    }

    @Test
    void aSectionMovesPastTheNextOfItsLevel() {
        page.fx.run(() -> page.page.perform(PageCommand.MOVE_SECTION_DOWN));
        assertEquals(List.of("# Two", "c", "# One", "a", "## Part", "b"), page.sources());

        page.fx.run(() -> page.page.perform(PageCommand.MOVE_SECTION_UP));
        assertEquals(SOURCES, page.sources());
    }

    @Test
    void aPartDoesNotLeaveItsSection() {
        select(2);

        page.fx.run(() -> page.page.perform(PageCommand.MOVE_SECTION_DOWN));
        page.fx.run(() -> page.page.perform(PageCommand.MOVE_SECTION_UP));

        assertEquals(SOURCES, page.sources());
    }

    @Test
    void allSectionsAreCollapsedAndShownAgain() {
        page.fx.run(() -> page.page.perform(PageCommand.COLLAPSE_ALL_SECTIONS));
        page.fx.settle();
        assertEquals(List.of(0, 4), shown());

        page.fx.run(() -> page.page.perform(PageCommand.EXPAND_ALL_SECTIONS));
        page.fx.settle();
        assertEquals(6, shown().size());
    }

    private void select(int index) {
        for (int i = 0; i < index; i++) {
            page.press(KeyCode.DOWN);
        }
    }

    /// The positions of the cells that have rows.
    private List<Integer> shown() {
        return page.fx.call(
                () -> {
                    var cells = page.session.store().notebook().cells();
                    return IntStream.range(0, cells.size())
                            .filter(
                                    i ->
                                            page.page
                                                    .column()
                                                    .items()
                                                    .contains(new RowKey.OfCell(cells.get(i).id())))
                            .boxed()
                            .toList();
                });
    }
}
