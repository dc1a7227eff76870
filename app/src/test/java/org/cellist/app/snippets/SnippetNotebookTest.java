package org.cellist.app.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.Notebook;
import org.junit.jupiter.api.Test;

class SnippetNotebookTest {

    @Test
    void aHeadingAndTheCellsBelowItUpToTheNextAreASnippet() {
        var found =
                read(
                        text("# Plots"),
                        text("## Line\n\nOver *time*.\n\nMore."),
                        code("a"),
                        text("and then"),
                        code("b"),
                        text("## Bar"),
                        text("Of counts."),
                        code("c"));

        assertEquals(
                List.of(
                        "Plots > Line | Over *time*. | a, and then, b",
                        "Plots > Bar | Of counts. | Of counts., c"),
                found);
    }

    @Test
    void cellsBeforeTheFirstHeadingAreLeftOut() {
        assertEquals(
                List.of("name > Title |  | b"),
                read(code("a"), text("no heading"), text("# Title"), code("b")));
    }

    @Test
    void headingsMayBeNestedAndASnippetMayHoldOthers() {
        assertEquals(
                List.of("name > One |  | a", "One > Two |  | b", "Group > Deep |  | c"),
                read(
                        text("# One"),
                        code("a"),
                        text("### Two"),
                        code("b"),
                        text("# Top\n\n## Group\n\n### Deep"),
                        code("c")));
    }

    @Test
    void aHeadingWithoutCellsIsNoSnippetAndEmptyCellsCountForNone() {
        assertEquals(List.of(), read(text("# One"), code(" "), text("## Two")));
    }

    @Test
    void aCommentInCodeIsNoHeading() {
        assertEquals(
                List.of("name > One |  | # not a heading, b"),
                read(text("# One"), code("# not a heading"), code("b")));
    }

    @Test
    void whatIsSavedIsReadAgainWithTheTitleAsItWasTyped() {
        var title = " Read *all* `_x_` of C # \n twice ~~ ";

        var saved = SnippetNotebook.with(NewNotebook.empty(), title, List.of(code("a"), code("b")));

        assertEquals(
                List.of("name > Read *all* `_x_` of C # twice ~~ |  | a, b"), described(saved));
    }

    private static List<String> read(Cell... cells) {
        return described(NewNotebook.empty().withCells(List.of(cells)));
    }

    private static List<String> described(Notebook notebook) {
        return SnippetNotebook.read(notebook, "name").stream()
                .map(
                        it ->
                                it.group()
                                        + " > "
                                        + it.title()
                                        + " | "
                                        + it.description()
                                        + " | "
                                        + String.join(", ", sources(it).toList()))
                .toList();
    }

    private static Stream<String> sources(Snippet snippet) {
        return snippet.cells().stream().map(Cell::source);
    }

    private static Cell text(String source) {
        return NewNotebook.cell(CellType.MARKDOWN, source);
    }

    private static Cell code(String source) {
        return NewNotebook.cell(CellType.CODE, source);
    }
}
