package org.cellist.app.ui.editor.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What each command makes of a text and its selection.
class MarkdownEditsTest {

    /// A text with its selection between ⟦ and ⟧.
    private record Selected(String text, int from, int to) {

        static Selected of(String shown) {
            int from = shown.indexOf('⟦');
            int to = shown.indexOf('⟧') - 1;
            return new Selected(shown.replace("⟦", "").replace("⟧", ""), from, to);
        }
    }

    private static String shown(String text, TextChange change) {
        int from = Math.min(change.anchor(), change.caret());
        int to = Math.max(change.anchor(), change.caret());
        return new StringBuilder(change.in(text)).insert(to, '⟧').insert(from, '⟦').toString();
    }

    private static String wrapped(Wrapping marks, String before) {
        var selected = Selected.of(before);
        return shown(selected.text(), marks.of(selected.text(), selected.from(), selected.to()));
    }

    private static String marked(UnaryOperator<List<String>> marks, String before) {
        var selected = Selected.of(before);
        var change = LineChange.of(selected.text(), selected.from(), selected.to(), marks);
        return shown(selected.text(), change);
    }

    @ParameterizedTest
    @CsvSource({
        "a ⟦word⟧ b, a **⟦word⟧** b",
        "a **⟦word⟧** b, a ⟦word⟧ b",
        "a ⟦**word**⟧ b, a ⟦word⟧ b",
        "a wo⟦⟧rd b, a **wo⟦⟧rd** b",
        "a **wo⟦⟧rd** b, a wo⟦⟧rd b",
        "안녕 ⟦세계⟧입니다, 안녕 **⟦세계⟧**입니다",
        "안⟦⟧녕, **안⟦⟧녕**",
        "a ⟦⟧ b, a **⟦⟧** b",
        "a **⟦⟧** b, a ⟦⟧ b",
        "*⟦word⟧*, ***⟦word⟧***",
        "***⟦word⟧***, *⟦word⟧*",
        "a⟦ word ⟧b, a **⟦word⟧** b"
    })
    void boldIsPutAroundAndTakenAway(String before, String after) {
        assertEquals(after, wrapped(Wrapping.BOLD, before));
    }

    @ParameterizedTest
    @CsvSource({
        "⟦word⟧, *⟦word⟧*",
        "**⟦word⟧**, ***⟦word⟧***",
        "***⟦word⟧***, **⟦word⟧**",
        "*⟦word⟧*, ⟦word⟧",
        "⟦**word**⟧, *⟦**word**⟧*"
    })
    void italicIsToldFromBold(String before, String after) {
        assertEquals(after, wrapped(Wrapping.ITALIC, before));
    }

    @Test
    void codeAndMathsAreTakenAwayAgain() {
        assertEquals("`⟦x⟧`", wrapped(Wrapping.CODE, "⟦x⟧"));
        assertEquals("⟦x⟧", wrapped(Wrapping.CODE, "`⟦x⟧`"));
        assertEquals("$⟦x^2⟧$", wrapped(Wrapping.MATHS, "⟦x^2⟧"));
        assertEquals("⟦x^2⟧", wrapped(Wrapping.MATHS, "$⟦x^2⟧$"));
    }

    @Property
    void whatIsWrappedTwiceIsAsBefore(
            @ForAll @Chars({'a', '가', ' ', '\n'}) @StringLength(max = 12) String text,
            @ForAll @CharRange(from = 0, to = 12) char first,
            @ForAll @CharRange(from = 0, to = 12) char second) {
        int from = Math.min(Math.min(first, second), text.length());
        int to = Math.min(Math.max(first, second), text.length());
        for (var marks : List.of(Wrapping.BOLD, Wrapping.ITALIC, Wrapping.CODE, Wrapping.MATHS)) {
            var once = marks.of(text, from, to);
            var twice = marks.of(once.in(text), once.anchor(), once.caret());
            assertEquals(text, twice.in(once.in(text)));
        }
    }

    @Test
    void aHeadingGoesThroughItsLevels() {
        assertEquals("# Ti⟦⟧tle", marked(LineMarks::heading, "Ti⟦⟧tle"));
        assertEquals("## Ti⟦⟧tle", marked(LineMarks::heading, "# Ti⟦⟧tle"));
        assertEquals("### 제⟦⟧목", marked(LineMarks::heading, "## 제⟦⟧목"));
        assertEquals("Ti⟦⟧tle", marked(LineMarks::heading, "### Ti⟦⟧tle"));
    }

    @Test
    void listsTakeEachOthersPlace() {
        assertEquals("- ⟦a\n\n- b⟧\nc", marked(LineMarks::bullets, "⟦a\n\nb⟧\nc"));
        assertEquals("1. ⟦a\n\n2. b⟧\nc", marked(LineMarks::numbers, "- ⟦a\n\n- b⟧\nc"));
        assertEquals("⟦a\n\nb⟧\nc", marked(LineMarks::numbers, "1. ⟦a\n\n2. b⟧\nc"));
        assertEquals("  - 가⟦⟧", marked(LineMarks::bullets, "  가⟦⟧"));
        assertEquals("- ⟦⟧", marked(LineMarks::bullets, "⟦⟧"));
    }

    @Test
    void aSelectionThatEndsAtALinesStartDoesNotTouchIt() {
        assertEquals("- ⟦a\n⟧b", marked(LineMarks::bullets, "⟦a\n⟧b"));
    }

    @Test
    void aQuotationIsTakenAwayWhenAllLinesAreQuoted() {
        assertEquals("> ⟦a\n>\n> b⟧", marked(LineMarks::quotation, "⟦a\n\nb⟧"));
        assertEquals("⟦a\n\nb⟧", marked(LineMarks::quotation, "> ⟦a\n>\n> b⟧"));
        assertEquals("> > ⟦a\n> b⟧", marked(LineMarks::quotation, "> ⟦a\nb⟧"));
    }

    @Test
    void aLinkSelectsWhatIsToBeTyped() {
        assertEquals("[⟦⟧](https://)", shown("", Snippets.link("", 0, 0)));
        assertEquals("[세계](⟦https://⟧)", shown("세계", Snippets.link("세계", 0, 2)));
        var address = "https://a.org/x";
        assertEquals("[⟦⟧](" + address + ")", shown(address, Snippets.link(address, 0, 15)));
        assertEquals("![a](⟦https://⟧)", shown("a", Snippets.image("a", 0, 1)));
    }

    @Test
    void anAddressPastedOverWordsMakesALink() {
        assertTrue(Snippets.becomesLink("say 안녕", 4, 6, "https://a.org\n"));
        assertFalse(Snippets.becomesLink("say 안녕", 4, 4, "https://a.org"));
        assertFalse(Snippets.becomesLink("say 안녕", 4, 6, "not an address"));
        assertFalse(Snippets.becomesLink("https://b.org", 0, 13, "https://a.org"));
        assertEquals(
                "say [안녕](https://a.org)⟦⟧",
                shown("say 안녕", Snippets.pastedLink("say 안녕", 4, 6, "https://a.org")));
    }

    @Test
    void aTableStandsOnLinesOfItsOwn() {
        assertEquals(
                "a\n\n| ⟦열 1⟧ | 열 2 |\n| ---- | ---- |\n|      |      |",
                shown("a", Snippets.table("a", 1, "열")));
    }

    @Test
    void theColumnsOfATableAreAlignedByWhatIsSeen() {
        var text = "intro\n\n|a|긴 제목|n|\n|-|:-:|-:|\n|한글|b|1\n||c\\|d|10|\n\nend";

        var change = table(text, text.indexOf("한글") + 1).formatted();

        assertEquals(
                """
                intro

                | a    | 긴 제목 |   n |
                | ---- | :-----: | --: |
                | 한⟦⟧글 |    b    |   1 |
                |      |  c\\|d   |  10 |

                end""",
                shown(text, change));
    }

    @Test
    void tabGoesFromCellToCellOverTheRule() {
        var text = "|a|b|\n|-|-|\n|c|d|";

        assertEquals("b", selected(text, table(text, 1).stepped(1)));
        assertEquals("c", selected(text, table(text, 3).stepped(1)));
        assertEquals("b", selected(text, table(text, 13).stepped(-1)));
        assertNull(table(text, 1).stepped(-1));
        var last = table(text, 15).stepped(1);
        assertNotNull(last);
        assertEquals(4, last.in(text).lines().count());
    }

    @Test
    void barsAreNoTableWithoutARule() {
        assertNull(MarkdownTable.at("a | b\nc | d", 2));
        assertNull(MarkdownTable.at("", 0));
    }

    @Property
    void aFormattedTableStaysAsItIs(
            @ForAll @Chars({'a', '가', '|', ' ', '\\'}) @StringLength(max = 20) String row) {
        var text = "|x|y|\n|-|-|\n|" + row;
        var once = table(text, text.length()).formatted().in(text);

        assertEquals(once, table(once, 2).formatted().in(once));
    }

    @Property
    void whatStandsInARowIsStillThereInOrder(
            @ForAll @Chars({'a', '가', '|', ' ', '\\', '>', '-'}) @StringLength(max = 30)
                    String row) {
        var text = "|x|y|\n|-|-|\n|" + row;

        var once = table(text, text.length()).formatted().in(text);

        assertEquals(row.replaceAll("[ |]", ""), lastLine(once).replaceAll("[ |]", ""));
    }

    private static String lastLine(String text) {
        return text.substring(text.lastIndexOf('\n') + 1);
    }

    @Test
    void cellsForWhichThereIsNoColumnStay() {
        var text = "|a|b|\n|-|-|\n|1|2|셋|4|";

        var change = table(text, text.indexOf('4')).formatted();

        assertEquals("| a   | b   |\n| --- | --- |\n| 1   | 2   | 셋 | ⟦⟧4 |", shown(text, change));
    }

    @ParameterizedTest
    @ValueSource(strings = {"> ", "    ", ">> "})
    void aTableInAQuotationOrAListKeepsItsMargin(String margin) {
        var text = margin + "|a|b|\n" + margin + "|-|-|\n" + margin + "|1|2|";

        var change = table(text, text.length() - 2).formatted();

        assertEquals(
                margin
                        + "| a   | b   |\n"
                        + margin
                        + "| --- | --- |\n"
                        + margin
                        + "| 1   | ⟦⟧2   |",
                shown(text, change));
        assertEquals("1", selected(text, table(text, margin.length() + 3).stepped(1)));
    }

    @Test
    void aVeryLongCellDoesNotWidenTheOthers() {
        var cell = "x".repeat(5000);
        var text = "|a|b|\n|-|-|\n|" + cell + "|1|";

        var once = table(text, 1).formatted().in(text);

        assertEquals("| a   | b   |\n| --- | --- |\n| " + cell + " | 1   |", once);
    }

    private static String selected(String text, @Nullable TextChange change) {
        assertNotNull(change);
        return change.in(text).substring(change.anchor(), change.caret());
    }

    private static MarkdownTable table(String text, int caret) {
        var table = MarkdownTable.at(text, caret);
        assertNotNull(table);
        return table;
    }
}
