package org.cellist.app.ui.notebook.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellType;
import org.junit.jupiter.api.Test;

class NotebookWordsTest {

    @Test
    void theNearestNamesComeFirstAndTheOneAtTheCaretDoesNot() {
        var cells = code("top = 1", "distant + close +  typed", "below(이름들)");

        assertEquals(
                List.of("close", "distant", "top", "below", "이름들"),
                words(cells, 1, cells.get(1).source().length(), false));
    }

    @Test
    void membersAreNamesThatFollowADot() {
        var cells = code("data.head(10)", "frame.sort_values", "x.");

        assertEquals(List.of("sort_values", "head"), words(cells, 2, 2, true));
    }

    @Test
    void textNumbersAndShortNamesAreNoNames() {
        var cells =
                Stream.concat(
                                code("ab = 12345 + 0xabcdef", "").stream(),
                                Stream.of(NewNotebook.cell(CellType.MARKDOWN, "prose")))
                        .toList();

        assertEquals(List.of(), words(cells, 1, 0, false));
    }

    @Test
    void ofALongNotebookOnlyTheNearPartIsRead() {
        var sources = new ArrayList<>(Collections.nCopies(12, "name_1 = 2\n".repeat(2000)));
        sources.addFirst("distant");
        var cells = code(sources.toArray(String[]::new));

        assertEquals(List.of("name_1"), words(cells, 12, 0, false));
    }

    @Test
    void aCellThatHasChangedIsReadAnew() {
        var words = new NotebookWords();
        var cells = code("before = 1", "");
        var here = cells.get(1).id();
        assertEquals(List.of("before"), words.near(cells, here, 0, false));

        var changed = List.of(cells.getFirst().withSource("after_it = 1"), cells.get(1));

        assertEquals(List.of("after_it"), words.near(changed, here, 0, false));
    }

    @Test
    void ofALongCellThePartNearTheCaretIsRead() {
        var cells = code("begins()\n" + "x = 1\n".repeat(20_000) + "near_end()\n", "");
        int end = cells.getFirst().source().length();

        assertEquals(List.of("near_end"), words(cells, 0, end, false));
        assertEquals(List.of("near_end"), words(cells, 1, 0, false));
        assertEquals(List.of("begins"), words(cells, 0, 0, false));
    }

    private static List<Cell> code(String... sources) {
        return Stream.of(sources).map(it -> NewNotebook.cell(CellType.CODE, it)).toList();
    }

    private static List<String> words(List<Cell> cells, int from, int caret, boolean members) {
        return new NotebookWords().near(cells, cells.get(from).id(), caret, members);
    }
}
