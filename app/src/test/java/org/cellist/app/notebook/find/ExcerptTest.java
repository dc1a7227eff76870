package org.cellist.app.notebook.find;

import static org.cellist.app.notebook.find.FindSamples.code;
import static org.cellist.app.notebook.find.FindSamples.matches;
import static org.cellist.app.notebook.find.FindSamples.pattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.Notebook;
import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void itIsTheLineWithoutItsIndentation() {
        var excerpt = only(code("if x:\n\treturn\tneedle  # here\nmore"), "needle");

        assertEquals("return needle  # here", excerpt.line());
        assertEquals("needle", excerpt.line().substring(excerpt.from(), excerpt.to()));
    }

    @Test
    void aLongLineIsCutAroundTheMatch() {
        var excerpt = only(code("a".repeat(500) + " needle " + "b".repeat(500)), "needle");

        assertTrue(excerpt.line().startsWith("…aaa"), excerpt.line());
        assertTrue(excerpt.line().length() < 200);
        assertEquals("needle", excerpt.line().substring(excerpt.from(), excerpt.to()));
    }

    @Test
    void aMatchOfSeveralLinesShowsItsFirst() {
        var excerpt = only(code("one\ntwo\nthree"), "two\nthree");

        assertEquals("two", excerpt.line());
        assertEquals("two\nthree", excerpt.words());
    }

    @Test
    void itIsFoundAgainInANotebookThatWasReadAnewOrChanged() {
        var excerpt = only(code("x", "a needle"), "needle");

        assertEquals(at("c1", 2, 8), excerpt.in(code("x", "a needle")));
        assertEquals(at("c2", 4, 10), excerpt.in(code("new", "x", "the needle")));
        assertEquals(at("c1", 0, 0), excerpt.in(code("x", "gone")));
        assertEquals(at("c0", 0, 0), excerpt.in(code("gone")));
    }

    @Property
    void everyExcerptShowsItsMatch(@ForAll String text) {
        var notebook = code(text);
        for (var excerpt : Excerpts.of(notebook, matches(notebook, pattern("\\S\\s?|^")))) {
            assertTrue(excerpt.line().indexOf('\n') < 0);
            var shown = excerpt.line().substring(excerpt.from(), excerpt.to());
            assertTrue(excerpt.words().replace('\t', ' ').replace('\r', ' ').startsWith(shown));
        }
    }

    private static Match at(String cell, int start, int end) {
        return new Match(new CellId(cell), new Match.Source(), start, end);
    }

    private static Excerpt only(Notebook notebook, String words) {
        return Excerpts.of(notebook, matches(notebook, FindQuery.of(words))).getFirst();
    }
}
