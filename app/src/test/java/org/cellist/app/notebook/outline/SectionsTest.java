package org.cellist.app.notebook.outline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellType;
import org.junit.jupiter.api.Test;

class SectionsTest {

    @Test
    void aSectionGoesDownToTheNextHeadingOfItsLevelOrAHigherOne() {
        var sections = sections(List.of(0, 1, 0, 2, 0, 3, 2, 0, 1));

        assertEquals(8, sections.end(1));
        assertEquals(6, sections.end(3));
        assertEquals(6, sections.end(5));
        assertEquals(8, sections.end(6));
        assertEquals(9, sections.end(8));
    }

    @Test
    void aCellIsInTheSectionOfTheHeadingAboveIt() {
        var sections = sections(List.of(0, 1, 0, 2, 0));

        assertEquals(-1, sections.headingOf(0));
        assertEquals(1, sections.headingOf(2));
        assertEquals(3, sections.headingOf(4));
        assertEquals(1, sections.parentOf(3));
        assertEquals(-1, sections.parentOf(1));
    }

    @Test
    void onlyTextHasHeadings() {
        assertEquals(
                2, Sections.level(NewNotebook.cell(CellType.MARKDOWN, "text\n## Part\n# One")));
        assertEquals(0, Sections.level(NewNotebook.cell(CellType.CODE, "# a remark")));
    }

    @Property
    void sectionsLieInEachOtherAndNeverCross(
            @ForAll @Size(max = 30) List<@IntRange(max = 6) Integer> levels) {
        var sections = sections(levels);

        for (int i = 0; i < levels.size(); i++) {
            int heading = sections.headingOf(i);
            if (heading >= 0) {
                assertTrue(sections.end(heading) > i);
                int parent = sections.parentOf(heading);
                assertTrue(parent < 0 || sections.end(parent) >= sections.end(heading));
            }
        }
    }

    private static Sections sections(List<Integer> levels) {
        List<Cell> cells =
                levels.stream()
                        .map(level -> NewNotebook.cell(CellType.MARKDOWN, level.toString()))
                        .toList();
        return new Sections(cells, cell -> Integer.parseInt(cell.source()));
    }
}
