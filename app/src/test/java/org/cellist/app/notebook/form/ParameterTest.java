package org.cellist.app.notebook.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Values between the control and the code.
class ParameterTest {

    private static final String BEFORE = "#@title T\nimport os\n";
    private static final String AFTER = "\nprint(x)  # '''";

    private static final List<String> TEXTS =
            List.of(
                    "'a' #@param",
                    "\"a\" #@param {type:\"string\"}",
                    "r'a' #@param",
                    "u\"a\" #@param",
                    "'''a''' #@param",
                    "f() #@param {type:\"string\"}",
                    "'a' #@param ['a', 'b']");

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "'a',it's,'it\\'s'",
                "\"a\",say \"x\",\"say \\\"x\\\"\"",
                "\"a\",it's,\"it's\"",
                "'a',C:\\n,'C:\\\\n'",
                "r'a',C:\\n,r'C:\\n'",
                "r'a',C:\\,'C:\\\\'",
                "r'a',it's,'it\\'s'",
                "f(),a,\"a\"",
                "'',한글 😀,'한글 😀'",
            })
    void aTextKeepsItsQuotesAndIsEscaped(String written, String value, String literal) {
        assertEquals(Optional.of(literal), text(written).literal(value));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "'it\\'s',it's",
                "'\\x41\\u0042\\U00000043\\104',ABCD",
                "r'\\d',\\d",
                "'\\d',\\d",
                "'''a''',a",
                "'\\N{BULLET}',",
                "'\\x4',",
                "b'a',",
                "f'{a}',",
                "'a' 'b',",
            })
    void aTextIsDecodedAsPythonDoes(String written, String value) {
        assertEquals(Optional.ofNullable(value), text(written).value());
    }

    @ParameterizedTest
    @CsvSource({
        "number, 1, 2, 2",
        "number, 1, 2.5, 2.5",
        "number, 1.0, 2, 2.0",
        "number, 1.0, -1e-4, -1e-4",
        "number, 1.0, 0x10, 0x10",
        "number, f(), 1_000, 1_000",
        "integer, 1, ' 7 ', 7",
        "slider, 1, 2, 2",
        "slider, 0.5, 1, 1.0",
        "boolean, True, False, False",
        "date, '''2026-03-01''', 2026-12-24, '''2026-12-24'''",
        "raw, None, ' [1, 2] ', '[1, 2]'",
    })
    void aValueIsWrittenInTheStyleOfTheOld(
            String type, String written, String value, String literal) {
        assertEquals(Optional.of(literal), field(type, written).literal(value));
    }

    @ParameterizedTest
    @CsvSource({
        "number, 1, ''",
        "number, 1, twelve",
        "number, 1, 007",
        "number, 1, 1e",
        "number, 1, '1,5'",
        "integer, 1, 1.5",
        "boolean, True, true",
        "date, '''2026-03-01''', 2026-02-30",
        "date, '''2026-03-01''', tomorrow",
        "raw, 1, ''",
        "raw, 1, 'f('",
        "raw, 1, '1 # one'",
        "raw, 1, '1; x = 2'",
        "raw, 1, '= 2'",
        "raw, 1, '1,'",
        "raw, 1, '\"a'",
    })
    void whatIsNoneOfItsKindIsNotWritten(String type, String written, String value) {
        assertEquals(Optional.empty(), field(type, written).literal(value));
    }

    @Test
    void aRawValueStaysOnItsLine() {
        assertEquals(Optional.empty(), field("raw", "1").literal("1\n2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"number", "integer", "slider", "boolean", "date", "string"})
    void codeThatIsNoValueOfTheTypeIsNotShownAsOne(String type) {
        assertEquals(Optional.empty(), field(type, "f(x)").value());
    }

    @Property
    void anyTextIsReadBackAndNothingElseChanges(@ForAll String value) {
        for (var line : TEXTS) {
            writtenThenRead("x = " + line, value);
        }
    }

    @Property
    void anyExpressionThatIsWrittenIsReadBack(@ForAll("expressions") String value) {
        var source = BEFORE + "x = 1 #@param {type:\"raw\"}" + AFTER;
        if (only(source).literal(value).isPresent()) {
            writtenThenRead("x = 1 #@param {type:\"raw\"}", CodeScan.trimmed(value));
        }
    }

    @Property
    void anyNumberIsReadBack(@ForAll double value, @ForAll long whole) {
        if (Double.isFinite(value)) {
            writtenThenRead("x = 1 #@param {type:\"number\"}", Double.toString(value));
        }
        writtenThenRead("x = 1 #@param {type:\"integer\"}", Long.toString(whole));
    }

    @Provide
    Arbitrary<String> expressions() {
        return Arbitraries.of(
                        "a", "1", " ", "'", "\"", "'''", "\\", "#", "(", ")", "[", "]", ",", "=",
                        ";", "\n", "\r", "\f", ":", "{", "}", "@param", "한", "r")
                .list()
                .ofMaxSize(8)
                .map(list -> String.join("", list));
    }

    private static void writtenThenRead(String line, String value) {
        var source = BEFORE + line + AFTER;
        var before = only(source);
        var literal = before.literal(value).orElseThrow(() -> new AssertionError(value));
        var head = source.substring(0, before.start());
        var tail = source.substring(before.end());

        var after = only(head + literal + tail);

        assertEquals(Optional.of(value), after.value());
        assertEquals(literal, after.written());
        assertEquals(before.start(), after.start());
        assertEquals(before.field().getClass(), after.field().getClass());
    }

    private static Parameter text(String written) {
        return field("string", written);
    }

    private static Parameter field(String type, String written) {
        return only("x = " + written + " #@param {type:\"" + type + "\"}");
    }

    private static Parameter only(String source) {
        var parameters = Form.in(source).orElseThrow().parameters();
        assertEquals(1, parameters.size());
        return parameters.getFirst();
    }
}
