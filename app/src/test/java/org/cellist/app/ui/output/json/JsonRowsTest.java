package org.cellist.app.ui.output.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.RawJson;
import org.junit.jupiter.api.Test;

class JsonRowsTest {

    @Test
    void theRootIsOpenAndWhatIsInItIsFolded() throws JsonSyntaxException {
        var rows = rows("{\"a\": [1, 2], \"b\": {\"c\": null}, \"d\": \"한글\"}");

        assertEquals(List.of("{3}", " a: [2]", " b: {1}", " d: \"한글\""), shown(rows));
    }

    @Test
    void numbersAreShownAsTheyWereWritten() throws JsonSyntaxException {
        var rows = rows("[1.50, 1e400, NaN, -0, 123456789012345678901234567890]");

        assertEquals(
                List.of(
                        "[5]",
                        " 0: 1.50",
                        " 1: 1e400",
                        " 2: NaN",
                        " 3: -0",
                        " 4: 123456789012345678901234567890"),
                shown(rows));
    }

    @Test
    void openingShowsWhatIsInsideAndFoldingHidesAllOfIt() throws JsonSyntaxException {
        var rows = rows("{\"a\": {\"b\": {\"c\": true}}}");

        rows.open(1);
        rows.open(2);
        assertEquals(List.of("{1}", " a: {1}", "  b: {1}", "   c: true"), shown(rows));

        rows.close(1);
        assertEquals(List.of("{1}", " a: {1}"), shown(rows));

        rows.open(1);
        assertEquals(4, rows.count());
    }

    @Test
    void aLongListIsShownInStretches() throws JsonSyntaxException {
        var list = IntStream.range(0, 450).mapToObj(Integer::toString).toList();
        var rows = rows("[" + String.join(",", list) + "]");

        assertEquals(List.of("[450]", " 0 … 199: ", " 200 … 399: ", " 400 … 449: "), shown(rows));

        rows.open(3);
        assertEquals("  400: 400", shown(rows).get(4));
        assertEquals(3, rows.parentOf(4));
    }

    @Test
    void valuesThatHoldNothingOpenToNothing() throws JsonSyntaxException {
        var rows = rows("[{}, [], \"\"]");

        rows.open(1);
        rows.open(3);

        assertEquals(List.of("[3]", " 0: {}", " 1: []", " 2: \"\""), shown(rows));
    }

    @Test
    void aDeepValueCostsOnlyWhatIsOpened() throws JsonSyntaxException {
        int depth = 150;
        var rows = rows("[".repeat(depth) + "]".repeat(depth));

        for (int i = 1; i < depth; i++) {
            rows.open(i);
        }

        assertEquals(depth, rows.count());
    }

    private static JsonRows rows(String json) throws JsonSyntaxException {
        return new JsonRows(RawJson.parse(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> shown(JsonRows rows) {
        return IntStream.range(0, rows.count())
                .mapToObj(rows::get)
                .map(
                        item ->
                                " ".repeat(item.depth())
                                        + (item.name().isEmpty() ? "" : item.name() + ": ")
                                        + JsonWords.of(item).text())
                .collect(Collectors.toList());
    }
}
