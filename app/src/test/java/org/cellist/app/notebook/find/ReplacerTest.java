package org.cellist.app.notebook.find;

import static org.cellist.app.notebook.find.FindSamples.code;
import static org.cellist.app.notebook.find.FindSamples.codeCell;
import static org.cellist.app.notebook.find.FindSamples.notebookOf;
import static org.cellist.app.notebook.find.FindSamples.pattern;
import static org.cellist.app.notebook.find.FindSamples.usable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.model.NotebookEdit;
import org.cellist.app.notebook.model.NotebookEdit.EditSource;
import org.cellist.app.notebook.model.StreamText;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.kernel.protocol.StreamName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplacerTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "nothing",
            value = {
                "(\\w+)=(\\w+), $2=$1, 'a=b; c=d', 'b=a; d=c'",
                "(?<left>\\w)=\\w, ${left}, 'a=b', 'a'",
                "a, [$0$&], 'ba', 'b[aa]'",
                "a, $$1, 'a', '$1'",
                "a, $1, 'a', '$1'",
                "(a), $12, 'a', 'a2'",
                "(a)|b, <$1>, 'ab', '<a><>'",
                "a, ${nope}$, 'a', '${nope}$'",
                "^, '# ', 'a', '# a'"
            })
    void groupsTakeTheirPlaces(String expression, String template, String text, String result) {
        assertEquals(result, replaced(text, pattern(expression), template));
    }

    @Test
    void escapesOfAPatternsReplacementAreLineEndsAndTabs() {
        assertEquals("a\nb", replaced("a, b", pattern(", "), "\\n"));
        assertEquals("a\tb\\n\\x", replaced("a, b", pattern(", (b)"), "\\t$1\\\\n\\x"));
    }

    @Test
    void wordsAreReplacedByWords() {
        assertEquals("$1\\n", replaced("a", FindQuery.of("A"), "$1\\n"));
        assertEquals("한국어 bb 한국어", replaced("aa bb aa", FindQuery.of("aa"), "한국어"));
    }

    @Test
    void outputsAndCellsThatAreNotAskedForStay() {
        var output = new CellOutput.Text(StreamName.STDOUT, StreamText.of("x"));
        var notebook = notebookOf(codeCell("a", "x", output), codeCell("b", "x"));
        var query = FindQuery.of("x").withPlaces(FindPlace.ALL);

        var outcome =
                new Replacer(usable(query), Replacement.of("y", false))
                        .all(notebook, Set.of(new CellId("a")), new SearchLimit());

        assertEquals(
                new ReplaceOutcome.Edits(
                        List.of(new EditSource(new CellId("a"), 0, 1, "y", null)), 1),
                outcome);
    }

    @Test
    void oneMatchIsReplacedWithWhatStandsAroundItInView() {
        var notebook = code("ab ab");
        var replacer = new Replacer(usable(pattern("(?<= )(a)b")), Replacement.of("$1", true));

        var there = replacer.one(notebook, match(3, 5), new SearchLimit());
        var gone = replacer.one(notebook, match(0, 2), new SearchLimit());

        assertEquals(
                new ReplaceOutcome.Edits(
                        List.of(new EditSource(new CellId("c0"), 3, 2, "a", null)), 1),
                there);
        assertEquals(new ReplaceOutcome.Edits(List.of(), 0), gone);
    }

    @Test
    void aPatternThatTakesTooLongReplacesNothing() {
        var now = new AtomicLong();
        var limit = new SearchLimit(Duration.ofMillis(50), () -> now.getAndAdd(1_000_000));
        var replacer = new Replacer(usable(pattern("(a+)+$")), Replacement.of("", true));

        var outcome = replacer.all(code("a".repeat(5000) + "!"), null, limit);

        assertEquals(new ReplaceOutcome.Ended(SearchEnd.TOO_HARD), outcome);
    }

    @Property
    void replacingAllIsWhatJavaDoesAndIsTakenBackInOneStep(
            @ForAll @StringLength(max = 40) @CharRange(from = 'a', to = 'c') String first,
            @ForAll @StringLength(max = 40) @CharRange(from = 'a', to = 'c') String second,
            @ForAll @StringLength(min = 1, max = 2) @CharRange(from = 'a', to = 'c') String wanted,
            @ForAll @StringLength(max = 3) @CharRange(from = 'a', to = 'd') String instead) {
        var store = new NotebookStore(code(first, second), Clock.systemUTC());

        var edits = edits(store.notebook(), FindQuery.of(wanted).withCase(true), instead);
        store.apply(new NotebookEdit.Group(List.copyOf(edits)));
        var after = sources(store);
        store.undo();
        var undone = sources(store);
        store.redo();

        assertEquals(
                List.of(first.replace(wanted, instead), second.replace(wanted, instead)), after);
        assertEquals(List.of(first, second), undone);
        assertEquals(after, sources(store));
    }

    private static List<String> sources(NotebookStore store) {
        return store.notebook().cells().stream().map(Cell::source).toList();
    }

    private static Match match(int start, int end) {
        return new Match(new CellId("c0"), new Match.Source(), start, end);
    }

    private static List<EditSource> edits(Notebook notebook, FindQuery query, String template) {
        var outcome =
                new Replacer(usable(query), Replacement.of(template, query.isPattern()))
                        .all(notebook, null, new SearchLimit());
        return assertInstanceOf(ReplaceOutcome.Edits.class, outcome).edits();
    }

    private static String replaced(String text, FindQuery query, String template) {
        var edit = edits(code(text), query, template).getFirst();
        return text.substring(0, edit.offset())
                + edit.inserted()
                + text.substring(edit.offset() + edit.removedLength());
    }
}
