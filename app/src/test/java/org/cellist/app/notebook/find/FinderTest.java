package org.cellist.app.notebook.find;

import static org.cellist.app.notebook.find.FindSamples.code;
import static org.cellist.app.notebook.find.FindSamples.codeCell;
import static org.cellist.app.notebook.find.FindSamples.markdown;
import static org.cellist.app.notebook.find.FindSamples.matched;
import static org.cellist.app.notebook.find.FindSamples.matches;
import static org.cellist.app.notebook.find.FindSamples.notebookOf;
import static org.cellist.app.notebook.find.FindSamples.pattern;
import static org.cellist.app.notebook.find.FindSamples.usable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.cellist.app.notebook.find.Match.Output;
import org.cellist.app.notebook.find.Match.Source;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.notebook.model.StreamText;
import org.cellist.kernel.protocol.StreamName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinderTest {

    @Test
    void matchesStandInTheOrderOfTheNotebook() {
        var notebook =
                notebookOf(
                        codeCell(
                                "a",
                                "x = x",
                                stdout("x\n"),
                                new CellOutput.Failed("E", "e", List.of("E: x"))),
                        markdown("b", "about x"));
        var everywhere = FindQuery.of("X").withPlaces(FindPlace.ALL);

        assertEquals(
                List.of(
                        new Match(new CellId("a"), new Source(), 0, 1),
                        new Match(new CellId("a"), new Source(), 4, 5),
                        new Match(new CellId("a"), new Output(0), 0, 1),
                        new Match(new CellId("a"), new Output(1), 3, 4),
                        new Match(new CellId("b"), new Source(), 6, 7)),
                matches(notebook, everywhere));
    }

    @Test
    void onlyThePlacesAskedForAreLookedAt() {
        var notebook = notebookOf(codeCell("a", "x", stdout("x")), markdown("b", "x"));
        var query = FindQuery.of("x");

        assertEquals(1, matches(notebook, query.withPlaces(Set.of(FindPlace.CODE))).size());
        assertEquals(1, matches(notebook, query.withPlaces(Set.of(FindPlace.TEXT))).size());
        assertEquals(1, matches(notebook, query.withPlaces(Set.of(FindPlace.OUTPUT))).size());
        assertEquals(2, matches(notebook, query).size());
    }

    @Test
    void coloursOfAnOutputDoNotHideItsWords() {
        var notebook =
                notebookOf(codeCell("a", "", stdout("\u001b[31mbad \u001b[1;4mvalue\u001b[0m")));

        var found = matches(notebook, FindQuery.of("bad value").withPlaces(FindPlace.ALL));

        assertEquals(List.of(new Match(new CellId("a"), new Output(0), 0, 9)), found);
    }

    @ParameterizedTest
    @CsvSource({
        "데이터, 데이터를 데이터 데이터셋 (데이터), 2",
        "año, años año año_2 el-año, 2",
        "a, a ab ba a1 a_ a., 2",
        "f(, f( xf( f(x), 2",
        "é, é xé e\u0301x, 1",
        "e, e e\u0301 e, 2"
    })
    void aWholeWordEndsWhereLettersOfAnyScriptEnd(String word, String text, int count) {
        assertEquals(count, matched(text, FindQuery.of(word).withWholeWord(true)).size());
    }

    @Test
    void caseIsFoldedWithoutMovingAnyPlace() {
        var text = "İİstanbul ISTANBUL istanbul ıstanbul";

        assertEquals(
                List.of("İstanbul", "ISTANBUL", "istanbul", "ıstanbul"),
                matched(text, FindQuery.of("istanbul")));
        assertEquals(List.of("istanbul"), matched(text, FindQuery.of("istanbul").withCase(true)));
        assertEquals(List.of("ΣΑΣ", "σας"), matched("ΣΑΣ σας", FindQuery.of("σας")));
    }

    @Test
    void wordsAreNoPattern() {
        assertEquals(List.of("a.*\\E"), matched("abc a.*\\E", FindQuery.of("a.*\\E")));
    }

    @Test
    void aPatternSeesLinesAndLettersOfAllScripts() {
        assertEquals(List.of("a", "b"), matched("a\nb", pattern("^\\w$")));
        assertEquals(List.of("가격", "x1"), matched("가격-x1", pattern("\\w+")));
        assertEquals(List.of("", ""), matched("a\nb", pattern("^")));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "a(b, OPEN_GROUP",
                "a)b, STRAY_CLOSING",
                "[ab, OPEN_CLASS",
                "*a, NOTHING_TO_REPEAT",
                "a{2, BAD_REPETITION",
                "\"a{3,1}\", BAD_REPETITION",
                "a\\, BAD_ESCAPE",
                "\\i, BAD_ESCAPE",
                "[z-a], BAD_RANGE",
                "\\p{Nope}, UNKNOWN_NAME",
                "\\k<nope>, UNKNOWN_NAME"
            })
    void whatIsWrongWithAPatternIsSaid(String expression, PatternFault fault) {
        var outcome = SearchPattern.of(pattern(expression));

        assertEquals(fault, assertInstanceOf(QueryOutcome.Faulty.class, outcome).fault());
    }

    @Test
    void thousandsOfBracketsAreAFaultAndNoCrash() {
        var outcome = SearchPattern.of(pattern("(".repeat(50_000) + ")".repeat(50_000)));

        assertInstanceOf(QueryOutcome.Faulty.class, outcome);
    }

    @Test
    void aPatternThatWouldTakeForEverIsEnded() {
        var now = new AtomicLong();
        var limit = new SearchLimit(Duration.ofMillis(50), () -> now.getAndAdd(1_000_000));

        var outcome = find("a".repeat(5000) + "!", "(a+)+$", limit);

        assertEquals(new FindOutcome.Ended(SearchEnd.TOO_HARD), outcome);
    }

    @Test
    void aPatternThatWouldTakeForEverIsCancelled() throws InterruptedException {
        var limit = new SearchLimit(Duration.ofDays(1), System::nanoTime);
        var ended = new ArrayList<FindOutcome>();
        var thread =
                Thread.ofVirtual()
                        .start(() -> ended.add(find("a".repeat(60) + "!", "(a+)+\\1?$", limit)));

        limit.cancel();
        thread.join();

        assertEquals(List.of(new FindOutcome.Ended(SearchEnd.CANCELLED)), ended);
    }

    @Test
    void aPatternThatNeedsTooMuchMemoryIsEnded() {
        var outcome = find("ab".repeat(100_000), "(a|b)*c", new SearchLimit());

        assertEquals(new FindOutcome.Ended(SearchEnd.TOO_HARD), outcome);
    }

    @Test
    void moreMatchesThanAreShownAreSaid() {
        var notebook = code("aaaa", "aa");

        var outcome = new Finder(5).find(notebook, usable(FindQuery.of("a")), new SearchLimit());

        var found = assertInstanceOf(FindOutcome.Found.class, outcome);
        assertEquals(5, found.matches().size());
        assertTrue(found.isCut());
    }

    @Test
    void cellsThatAreTheSameAreNotSearchedAgain() {
        var notebook = code("a", "b a");
        var pattern = usable(FindQuery.of("a"));
        var finder = new Finder();
        var never =
                new SearchLimit(
                        Duration.ZERO,
                        () -> {
                            throw new AssertionError("searched");
                        });

        var first = finder.find(notebook, pattern, new SearchLimit());
        var known = assertInstanceOf(FindOutcome.Found.class, first);
        var second = finder.find(notebook, pattern, null, known.known(), never);

        assertEquals(known.matches(), assertInstanceOf(FindOutcome.Found.class, second).matches());
    }

    @Property
    void everyRangeIsTheTextLookedFor(
            @ForAll
                    @StringLength(max = 200)
                    @CharRange(from = 'İ', to = 'ĳ')
                    @CharRange(from = 'a', to = 'c')
                    @CharRange(from = 'A', to = 'C')
                    String text,
            @ForAll
                    @StringLength(min = 1, max = 2)
                    @CharRange(from = 'İ', to = 'ĳ')
                    @CharRange(from = 'a', to = 'c')
                    String wanted) {
        for (var found : matched(text, FindQuery.of(wanted))) {
            assertTrue(found.equalsIgnoreCase(wanted), found + " for " + wanted);
        }
    }

    @Property
    void wordsAreFoundAsOftenAsTheyStandThere(
            @ForAll @StringLength(max = 60) @CharRange(from = 'a', to = 'c') String text,
            @ForAll @StringLength(min = 1, max = 3) @CharRange(from = 'a', to = 'c')
                    String wanted) {
        int count = 0;
        for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at)) {
            count++;
            at += wanted.length();
        }

        assertEquals(count, matched(text, FindQuery.of(wanted).withCase(true)).size());
    }

    private static FindOutcome find(String text, String expression, SearchLimit limit) {
        return new Finder().find(code(text), usable(pattern(expression)), limit);
    }

    private static CellOutput stdout(String text) {
        return new CellOutput.Text(StreamName.STDOUT, StreamText.of(text));
    }
}
