package org.cellist.app.ui.editor.marks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.cellist.app.ui.editor.highlight.CodeHighlighter;
import org.cellist.app.ui.editor.highlight.EditorLanguage;
import org.cellist.app.ui.editor.highlight.Highlight;
import org.cellist.app.ui.editor.marks.StyleRuns.Run;
import org.junit.jupiter.api.Test;

class StyleRunsTest {

    @Test
    void spacesBetweenStyledWordsNeedNoRunOfTheirOwn() throws Exception {
        var highlight = highlightOf("async def f(): return 1");

        var runs = StyleRuns.of(highlight, 0, highlight.text().length());

        assertEquals(
                List.of(
                        new Run(10, List.of("keyword")),
                        new Run(1, List.of("function")),
                        new Run(4, List.of()),
                        new Run(7, List.of("keyword")),
                        new Run(1, List.of("number"))),
                runs);
    }

    @Test
    void indentationAndLineEndsStayPlain() throws Exception {
        var highlight = highlightOf("pass\n    pass");

        var runs = StyleRuns.of(highlight, 0, highlight.text().length());

        assertEquals(List.of(4, 5, 4), runs.stream().map(Run::length).toList());
        assertTrue(runs.get(1).style().isEmpty());
    }

    @Test
    void theRestOfALineOfVeryManyRunsIsPlainHoweverItIsAskedFor() throws Exception {
        var data = "d = [" + "1, ".repeat(5_000) + "]";
        var highlight = highlightOf(data + "\npass");
        int end = highlight.text().length();

        var line = StyleRuns.of(highlight, 0, data.length());
        var both = StyleRuns.of(highlight, 0, end);

        assertEquals(StyleRuns.MOST_IN_LINE + 1, line.size());
        assertEquals(line, both.subList(0, line.size()));
        assertEquals(new Run(4, List.of("keyword")), both.getLast());
        assertEquals(end, both.stream().mapToInt(Run::length).sum());
    }

    private static Highlight highlightOf(String text) throws Exception {
        try (var highlighter = new CodeHighlighter(Runnable::run)) {
            var result = new CompletableFuture<Highlight>();
            highlighter.open().submit(text, EditorLanguage.PYTHON, result::complete);
            return result.get(20, TimeUnit.SECONDS);
        }
    }
}
