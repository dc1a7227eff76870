package org.cellist.app.variables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.RawJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What kernels of each language are asked, and the code that does the same in a cell.
class VariableLanguagesTest {

    private static final List<String> COLUMNS =
            List.of("age", "my col", "나이", "a`b", "twice", "twice");

    private final RTables r = new RTables();

    @Test
    void aKernelspecNamesTheLanguageAndOthersAreNotAsked() {
        assertTrue(VariableLanguage.of("python").orElseThrow() instanceof PythonVariables);
        assertTrue(VariableLanguage.of("R").orElseThrow() instanceof RVariables);
        assertTrue(VariableLanguage.of("julia").orElseThrow() instanceof JuliaVariables);
        assertEquals(Optional.empty(), VariableLanguage.of("java"));
        assertEquals(Optional.empty(), VariableLanguage.of("julia").orElseThrow().tables());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "-1 | true  | ~~                     | df",
                " 0 | true  | ~~                     | df[order(df$age), ]",
                " 1 | false | ~~                     | df[order(df$`my col`, decreasing = TRUE), ]",
                " 2 | true  | ~~                     | df[order(df$나이), ]",
                " 3 | true  | ~~                     | df[order(df$`a\\`b`), ]",
                " 5 | true  | ~~                     | df[order(df[[6]]), ]",
                "-1 | true  | `my col` > 1           | subset(df, `my col` > 1)",
                " 0 | true  | age > 30 & city == 'x' | subset(df[order(df$age), ], age > 30 & city == 'x')",
                "99 | true  | ~~                     | df",
            })
    void rowsOfAFrameAreWrittenInBaseR(int sort, boolean ascending, String where, String code) {
        var frame = table("df", TableKind.FRAME);

        assertEquals(code, r.code(frame, new TableOrder(sort, ascending, where), COLUMNS));
    }

    @Test
    void aFrameOfOneColumnStaysAFrame() {
        var order = new TableOrder(0, true, "");

        assertEquals(
                "df[order(df$a), , drop = FALSE]",
                r.code(table("df", TableKind.FRAME), order, List.of("a")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "VECTOR | -1 | ~~    | `my x`",
                "VECTOR |  0 | ~~    | `my x`[order(`my x`)]",
                "VECTOR | -1 | a > 1 | `my x`[which(a > 1)]",
                "VECTOR |  0 | a > 1 | `my x`[intersect(order(`my x`), which(a > 1))]",
                "MATRIX |  1 | ~~    | `my x`[order(`my x`[, 2]), , drop = FALSE]",
                "MATRIX | -1 | V1>1  | `my x`[which(with(as.data.frame.matrix(`my x`), V1>1)), , drop = FALSE]",
                "ARRAY  |  1 | ~~    | `my x`",
            })
    void elementsOfVectorsAndRowsOfMatricesToo(
            TableKind kind, int sort, String where, String code) {
        var order = new TableOrder(sort, true, where);

        assertEquals(code, r.code(table("my x", kind), order, List.of("V1", "V2")));
    }

    @Test
    void namesAreQuotedWhereRNeedsIt() {
        assertEquals("x.y_1", RCode.name("x.y_1"));
        assertEquals(".x", RCode.name(".x"));
        assertEquals("`.2x`", RCode.name(".2x"));
        assertEquals("`1x`", RCode.name("1x"));
        assertEquals("`_x`", RCode.name("_x"));
        assertEquals("`if`", RCode.name("if"));
        assertEquals("`a\\\\b`", RCode.name("a\\b"));
    }

    @Test
    void anyTextIsALiteralInAsciiInRAndAsItIsInJulia() {
        assertEquals("\"a\\\\\\\"\\n\\U{d55c}\\U{1f600}$\"", RCode.literal("a\\\"\n한😀$"));
        assertEquals("\"a\\\\\\\"\\n한😀\\$\"", JuliaVariables.literal("a\\\"\n한😀$"));
    }

    @Test
    void whatIsSentToRIsAsciiAndRunsInAnEnvironmentOfItsOwn() {
        var question = r.question("값", 3, new TableOrder(1, false, "나이 > 1"), 200, 100);

        assertTrue(question.expression().isEmpty());
        assertTrue(question.code().startsWith("base::local({"), question::code);
        assertTrue(question.code().endsWith("}, base::new.env(parent = base::baseenv()))"));
        assertTrue(StandardCharsets.US_ASCII.newEncoder().canEncode(question.code()));
        assertTrue(
                question.code()
                        .contains(
                                "cellist_rows(\"\\U{ac12}\", 3, 1, FALSE, \"\\U{b098}\\U{c774} >"
                                        + " 1\", 200, 100, 200)"),
                question::code);
    }

    @Test
    void juliaKeepsItsAnswerAndIsAskedByAnExpression() {
        var question = new JuliaVariables().question();

        assertTrue(question.code().contains("IJulia.ans"), question::code);
        assertTrue(question.expression().contains("Main, 2000, 0.5"), question::expression);
        assertFalse(question.expression().contains("\n\n"), "the script is one literal");
        assertFalse(question.expression().matches("(?s).*[^\\\\]\\$.*"), "nothing is put into it");
    }

    @Test
    void whatJuliaSaysIsReadLikeAllOthers() throws JsonSyntaxException {
        var list =
                VariableAnswers.variables(
                                RawJson.parse(
                                                """
                                                {"variables":[{"name":"m","type":"CuArray",
                                                "library":"CUDA","shape":[2,3],"bytes":24,
                                                "dtype":"Float32","device":"cuda"}],"left":0}"""
                                                        .getBytes(StandardCharsets.UTF_8))
                                        .value())
                        .orElseThrow();

        assertEquals(
                List.of(
                        new Variable(
                                "m",
                                "CuArray",
                                "CUDA",
                                List.of(2L, 3L),
                                "Float32",
                                24,
                                "cuda",
                                null,
                                TableKind.NONE)),
                list.variables());
        assertEquals(24, list.deviceBytes());
    }

    private static Variable table(String name, TableKind kind) {
        return new Variable(name, "", "", List.of(), null, -1, null, null, kind);
    }
}
