package org.cellist.app.notebook.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.cellist.app.notebook.metadata.MetadataFault.Problem;
import org.cellist.app.notebook.metadata.MetadataText.Reading;
import org.cellist.app.notebook.model.CellType;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataTextTest {

    private static final String PRETTY =
            """
            {
              "z": 1.50,
              "a": {
                "n": 1E400,
                "empty": {}
              },
              "tags": [
                "가",
                "b"
              ]
            }\
            """;

    @Test
    void whatWasReadIsWrittenInTheSameOrderWithTheSameNumbers() {
        assertEquals(PRETTY, MetadataText.of(right(PRETTY, CellType.CODE)));
    }

    @Test
    void nothingIsAnEmptyObject() {
        assertEquals("{}", MetadataText.of(JsonObject.EMPTY));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{|TRUNCATED|1|2|``",
                "``|TRUNCATED|1|1|``",
                "{\"a\": 1,}|CLOSED_EARLY|1|9|}",
                "{\"a\": [1 2]}|UNEXPECTED|1|10|2",
                "{'a': 1}|UNQUOTED|1|2|'",
                "{\"a\": True}|UNQUOTED|1|7|T",
                "{\"가나\": 다}|UNQUOTED|1|8|다",
                "{\"a\": 01}|BAD_NUMBER|1|7|0",
                "{\"a\": \"\\x\"}|BAD_ESCAPE|1|8|\\",
                "{} {}|TRAILING|1|4|{",
                "[]|NO_OBJECT|1|1|``",
            })
    void whatIsNoJsonIsSaidWithItsPlace(
            String text, Problem problem, int line, int column, String what) {
        var fault = wrong(text, CellType.CODE);

        assertEquals(problem, fault.problem());
        assertEquals(
                List.of(line, column, what), List.of(fault.line(), fault.column(), fault.what()));
    }

    @Test
    void aNameThatStandsTwiceIsAnErrorAtItsSecondPlace() {
        var fault = wrong("{\n  \"a\": 1,\n  \"b\": {\"x\": 1, \"x\": 2}\n}", null);

        assertEquals(new MetadataFault(Problem.DUPLICATE, "x", 3, 17, 28), fault);
    }

    @Test
    void aLineThatEndsInsideAStringIsSaid() {
        assertEquals(Problem.CONTROL_CHARACTER, wrong("{\"a\": \"b\n}", null).problem());
    }

    @Test
    void bracketsDeeperThanANotebookTakesAreSaid() {
        var deep = "{\"a\": " + "[".repeat(200) + "]".repeat(200) + "}";

        assertEquals(Problem.TOO_DEEP, wrong(deep, null).problem());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"tags\": \"a\"}|NOT_TAGS|tags|10",
                "{\"tags\": [\"a\", 1]}|NOT_TAGS|tags|10",
                "{\"tags\": [\"a\", \"a\"]}|TAG_TWICE|a|10",
                "{\"tags\": [\"a,b\"]}|TAG_WITH_COMMA|a,b|10",
                "{\"tags\": [\"\"]}|EMPTY_TAG|tags|10",
                "{\"name\": \"\"}|EMPTY_TEXT|name|10",
                "{\"name\": 1}|NOT_TEXT|name|10",
                "{\"collapsed\": 1}|NOT_BOOLEAN|collapsed|15",
                "{\"scrolled\": \"yes\"}|NOT_SCROLLED|scrolled|14",
                "{\"jupyter\": true}|NOT_OBJECT|jupyter|13",
                "{\"execution\": {\"x\": 1}}|NOT_TEXT|execution.x|21",
            })
    void whatNbformatForbidsInACodeCellIsSaid(
            String text, Problem problem, String what, int column) {
        var fault = wrong(text, CellType.CODE);

        assertEquals(problem, fault.problem());
        assertEquals(List.of(1, column, what), List.of(fault.line(), fault.column(), fault.what()));
    }

    @Test
    void eachTypeOfCellHasItsOwnRules() {
        right("{\"collapsed\": 1, \"scrolled\": 2}", CellType.MARKDOWN);
        right("{\"format\": 1}", CellType.CODE);
        assertEquals(Problem.NOT_TEXT, wrong("{\"format\": 1}", CellType.RAW).problem());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"scrolled\": \"auto\", \"collapsed\": false, \"tags\": []}",
                "{\"scrolled\": true, \"id\": \"x\", \"outputId\": null, \"cellView\": \"form\"}",
                "{\"execution\": {\"iopub.status.busy\": \"2026-01-01T00:00:00Z\"}}",
                "  {}  ",
            })
    void whatOtherProgramsWriteIsRight(String text) {
        right(text, CellType.CODE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"kernelspec\": {\"name\": \"python3\"}}|LACKING|kernelspec.display_name|16",
                "{\"kernelspec\": 1}|NOT_OBJECT|kernelspec|16",
                "{\"language_info\": {}}|LACKING|language_info.name|19",
                "{\"language_info\": {\"name\": \"r\", \"mimetype\": 1}}|NOT_TEXT|"
                        + "language_info.mimetype|45",
                "{\"orig_nbformat\": 1.5}|NOT_WHOLE|orig_nbformat|19",
                "{\"title\": []}|NOT_TEXT|title|11",
                "{\"authors\": {}}|NOT_LIST|authors|13",
            })
    void whatNbformatForbidsInANotebookIsSaid(
            String text, Problem problem, String what, int column) {
        var fault = wrong(text, null);

        assertEquals(problem, fault.problem());
        assertEquals(List.of(1, column, what), List.of(fault.line(), fault.column(), fault.what()));
    }

    private static JsonObject right(String text, @Nullable CellType type) {
        return assertInstanceOf(Reading.Right.class, MetadataText.read(text, type)).metadata();
    }

    private static MetadataFault wrong(String text, @Nullable CellType type) {
        return assertInstanceOf(Reading.Wrong.class, MetadataText.read(text, type)).fault();
    }
}
