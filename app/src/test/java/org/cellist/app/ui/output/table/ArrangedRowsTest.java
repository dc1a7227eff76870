package org.cellist.app.ui.output.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.cellist.app.ui.output.table.DataGrid.HeadCell;
import org.cellist.app.ui.output.table.DataGrid.Place;
import org.junit.jupiter.api.Test;

/// Sorting and narrowing down the rows of a table.
class ArrangedRowsTest {

    @Test
    void numbersAreSortedAsNumbersWithMissingOnesLastEitherWay() {
        var rows = column("10", "NaN", "9", "1e3", "-inf", "1,200", "");

        assertEquals(List.of("-inf", "9", "10", "1e3", "1,200", "NaN", ""), sorted(rows, true));
        assertEquals(List.of("1,200", "1e3", "10", "9", "-inf", "NaN", ""), sorted(rows, false));
    }

    @Test
    void longWholeNumbersAreComparedToTheirLastDigit() {
        var rows = column("9007199254740993", "9007199254740992", "9007199254740994");

        assertEquals(
                List.of("9007199254740992", "9007199254740993", "9007199254740994"),
                sorted(rows, true));
    }

    @Test
    void datesAreSortedByTimeWhateverTheirLength() {
        var rows =
                column(
                        "2024-01-02 00:00:00+09:00",
                        "2024-01-02 00:00:00+00:00",
                        "NaT",
                        "2023-12-31");

        assertEquals(
                List.of(
                        "2023-12-31",
                        "2024-01-02 00:00:00+09:00",
                        "2024-01-02 00:00:00+00:00",
                        "NaT"),
                sorted(rows, true));
    }

    @Test
    void spansOfTimeAreSortedByLength() {
        var rows = column("10 days", "2 days 01:00:00", "2 days 00:00:01");

        assertEquals(List.of("2 days 00:00:01", "2 days 01:00:00", "10 days"), sorted(rows, true));
    }

    @Test
    void wordsAreSortedAsALanguageDoesNotByCode() {
        var rows = column("b", "a", "B", "나", "가", "None");

        assertEquals(List.of("a", "b", "B", "가", "나", "None"), sorted(rows, true));
    }

    @Test
    void equalValuesStayInTheirOrderBothWays() {
        var rows = new ArrangedRows(grid(List.of(List.of("1", "x"), List.of("1", "y"))));

        rows.arrange(Arrangement.AS_IT_CAME.sortedBy(0, false));

        assertEquals(List.of("x", "y"), values(rows, 1));
    }

    @Test
    void theRowThatStandsForOthersHasAPlaceOnlyInTheOrderOfTheOutput() {
        var rows = column("3", "...", "1");

        assertTrue(rows.isPart());
        assertEquals(List.of("3", "...", "1"), values(rows, 0));
        assertEquals(List.of("1", "3"), sorted(rows, true));
        rows.arrange(rows.arrangement().unsorted());
        assertEquals(List.of("3", "...", "1"), values(rows, 0));
    }

    @Test
    void wordsAndConditionsNarrowTheRows() {
        var rows =
                new ArrangedRows(
                        grid(
                                List.of(
                                        List.of("Seoul", "9.7"),
                                        List.of("Busan", "3.4"),
                                        List.of("Suwon", "NaN"))));

        rows.arrange(Arrangement.AS_IT_CAME.withWords("s"));
        assertEquals(3, rows.count());
        rows.arrange(Arrangement.AS_IT_CAME.withWords("SE"));
        assertEquals(List.of("Seoul"), values(rows, 0));
        assertEquals(List.of("Seoul"), where(rows, Condition.Test.GREATER, "3.4"));
        assertEquals(List.of("Busan"), where(rows, Condition.Test.LESS, "9"));
        assertEquals(List.of("Busan"), where(rows, Condition.Test.EQUAL, "3.40"));
        assertEquals(List.of("Suwon"), where(rows, Condition.Test.EMPTY, ""));
        assertEquals(List.of("Seoul", "Busan"), where(rows, Condition.Test.FILLED, ""));
    }

    @Test
    void aConditionThatCannotBeReadHidesNothing() {
        var rows = column("1", "2");
        var condition = new Condition(0, Condition.Test.GREATER, "one");

        rows.arrange(Arrangement.AS_IT_CAME.with(condition));

        assertFalse(condition.isReadable(rows.values(0)));
        assertEquals(2, rows.count());
    }

    @Test
    void aNameOfSeveralRowsIsToldWithEachOnceTheyAreApart() {
        var body = List.of(List.of("a", "2"), List.of("a", "1"), List.of("b", "3"));
        var rows =
                new ArrangedRows(
                        new DataGrid(
                                List.of(), body, 1, List.of(false, true), Set.of(new Place(1, 0))));

        assertEquals(List.of("a", "", "b"), values(rows, 0));
        rows.arrange(Arrangement.AS_IT_CAME.sortedBy(1, true));
        assertEquals(List.of("a", "a", "b"), values(rows, 0));
    }

    @Test
    void aColumnIsNamedByTheInnermostNameOfItsOwn() {
        var head =
                List.of(
                        List.of(new HeadCell("", 0, 1), new HeadCell("2024", 1, 2)),
                        List.of(
                                new HeadCell("", 0, 1),
                                new HeadCell("price", 1, 1),
                                new HeadCell("...", 2, 1)));
        var right = List.of(false, true, true);
        var grid = new DataGrid(head, List.of(List.of("0", "1", "...")), 1, right, Set.of());

        assertEquals(List.of("2024", "price"), grid.namesOf(1));
        assertEquals(1, grid.headRowOf(1).orElseThrow());
        assertTrue(grid.headRowOf(2).isEmpty());
    }

    @Test
    void aPartIsCopiedAsTextAndAsMarkdown() {
        var head = List.of(List.of(new HeadCell("x", 0, 1), new HeadCell("a|b", 1, 1)));
        var body = List.of(List.of("1", "p"), List.of("2", "q|r"));
        var rows = new ArrangedRows(new DataGrid(head, body, 0, List.of(true, false), Set.of()));
        rows.arrange(Arrangement.AS_IT_CAME.sortedBy(0, false));

        assertEquals("2\tq|r", DelimitedText.tabsOfBody(rows.part(0, 1, 0, 2)));
        assertEquals("a|b\r\nq|r\r\np\r\n", DelimitedText.commas(rows.part(0, 2, 1, 2)));
        assertEquals(
                "| x | a\\|b |\n| --: | :-- |\n| 2 | q\\|r |\n",
                DelimitedText.markdown(rows.part(0, 1, 0, 2)));
    }

    private static ArrangedRows column(String... values) {
        return new ArrangedRows(
                grid(
                        IntStream.range(0, values.length)
                                .mapToObj(row -> List.of(values[row]))
                                .toList()));
    }

    private static DataGrid grid(List<List<String>> body) {
        var right = Collections.nCopies(body.getFirst().size(), true);
        return new DataGrid(List.of(), body, 0, right, Set.of());
    }

    private static List<String> sorted(ArrangedRows rows, boolean ascending) {
        rows.arrange(Arrangement.AS_IT_CAME.sortedBy(0, ascending));
        return values(rows, 0);
    }

    private static List<String> where(ArrangedRows rows, Condition.Test test, String operand) {
        rows.arrange(Arrangement.AS_IT_CAME.with(new Condition(1, test, operand)));
        return values(rows, 0);
    }

    private static List<String> values(ArrangedRows rows, int column) {
        var values = new ArrayList<String>();
        for (int at = 0; at < rows.count(); at++) {
            values.add(rows.valueAt(at, column));
        }
        return values;
    }
}
