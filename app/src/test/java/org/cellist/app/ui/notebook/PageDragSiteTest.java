package org.cellist.app.ui.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.session.Owner;
import org.junit.jupiter.api.Test;

class PageDragSiteTest {

    private final Cell headA = NewNotebook.cell(CellType.MARKDOWN, "# A");
    private final Cell codeA = NewNotebook.cell(CellType.CODE, "a");
    private final Cell headB = NewNotebook.cell(CellType.MARKDOWN, "# B");
    private final Cell codeB = NewNotebook.cell(CellType.CODE, "b");
    private final NotebookViewModel model =
            new NotebookViewModel(
                    TestSessions.of(
                            new Owner(_ -> {}, _ -> {}), List.of(headA, codeA, headB, codeB)),
                    new CellClipboard());
    private final PageDragSite site = new PageDragSite(model, () -> {});

    @Test
    void scatteredCellsComeTogetherWhereTheyAreDroppedInOneStep() {
        model.select(headA.id());
        model.commands().toggleSelected(headB.id());

        site.move(site.selected(), 4);

        assertEquals(ids(codeA, codeB, headA, headB), model.cells());
        assertEquals(ids(headA, headB), model.selected());
        model.commands().undo();
        assertEquals(ids(headA, codeA, headB, codeB), model.cells());
    }

    @Test
    void aCollapsedSectionIsTakenWholeAndTakesInNoCellsOfAnother() {
        model.select(headA.id());
        model.sectionCommands().toggle(headA.id());

        assertEquals(ids(headA, codeA), site.selected());
        assertEquals(1, site.sectionLevel());
        assertEquals(4, site.placeFor(site.sectionLevel(), 3));
        assertEquals(2, site.placeFor(site.sectionLevel(), 1));
    }

    @Test
    void theCellsOfANotebookAreKeptAndWhatIsTriedOutIsNot() {
        var session = TestSessions.of(new Owner(_ -> {}, _ -> {}), List.of(codeA));
        var scratch = new NotebookViewModel(session.scratch(), new CellClipboard());

        assertTrue(site.isKept());
        assertFalse(new PageDragSite(scratch, () -> {}).isKept());
    }

    @Test
    void aSingleCellMayComeAnywhere() {
        model.select(codeA.id());

        assertEquals(3, site.placeFor(site.sectionLevel(), 3));
    }

    @Test
    void whatIsDroppedBelowACollapsedHeadingComesAfterWhatItHides() {
        model.sectionCommands().toggle(headA.id());

        assertEquals(2, site.after(new RowKey.OfCell(headA.id())));
        assertEquals(0, site.before(new RowKey.OfCell(headA.id())));
    }

    private static List<CellId> ids(Cell... cells) {
        return List.of(cells).stream().map(Cell::id).toList();
    }
}
