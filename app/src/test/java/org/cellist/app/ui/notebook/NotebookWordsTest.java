package org.cellist.app.ui.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
        var cells = code("distant", "name_1 = 2\n".repeat(60_000), "");

        var words = words(cells, 2, 0, false);

        assertTrue(words.contains("name_1"));
        assertEquals(1, words.size());
    }

    private static List<Cell> code(String... sources) {
        return Stream.of(sources).map(it -> NewNotebook.cell(CellType.CODE, it)).toList();
    }

    private static List<String> words(List<Cell> cells, int from, int caret, boolean members) {
        return new NotebookWords(cells, cells.get(from).id()).near(caret, members);
    }
}
