package org.cellist.kernel.protocol.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cellist.kernel.protocol.json.JsonSyntaxException.Problem;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonNumber;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawJsonTest {

    @Test
    void wordsAreCountedAsTheyStandUpToALimit() throws JsonSyntaxException {
        var text = parse("\"<tr>a<tr>b<tr>\"");

        assertEquals(3, text.count("<tr", 10, 100));
        assertEquals(2, text.count("<tr", 2, 100));
        assertEquals(1, text.count("<tr", 10, 5));
        assertEquals(0, text.count("<table", 10, 100));
        assertEquals(0, parse("1").count("<tr", 10, 100));
    }

    @Property
    void aTextComesBackFromItsString(@ForAll String text) {
        assertEquals(Optional.of(text), RawJson.ofString(text).joinedText());
    }

    @Property
    void aTextComesBackFromItsAsciiString(@ForAll String text) throws JsonSyntaxException {
        var json = new StringBuilder();
        JsonStrings.appendQuoted(json, text, true);

        assertEquals(true, json.chars().allMatch(c -> c < 0x7f));
        assertEquals(Optional.of(text), parse(json.toString()).joinedText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "0.1000",
                "1E5",
                "1e400",
                "123456789012345678901234567890",
                "NaN",
                "Infinity",
                "-Infinity",
                "-1.5e-3"
            })
    void aNumberKeepsItsText(String number) throws JsonSyntaxException {
        assertEquals(new JsonNumber(number), parse(number).value());
    }

    @Test
    void aListOfLinesIsOneText() throws JsonSyntaxException {
        assertEquals(Optional.of("a\n한글"), parse("[\"a\\n\", \"한글\"]").joinedText());
    }

    @Test
    void aListWithANumberIsNoText() throws JsonSyntaxException {
        assertEquals(Optional.empty(), parse("[\"a\", 1]").joinedText());
    }

    @Test
    void anEscapedLoneSurrogateStaysOne() throws JsonSyntaxException {
        assertEquals(Optional.of("a\ud83dz"), parse("\"a\\ud83dz\"").joinedText());
        assertEquals("\"a\\ud83dz\"", RawJson.ofString("a\ud83dz").toString());
    }

    @Test
    void membersKeepTheirOrder() throws JsonSyntaxException {
        var value = parse("{\"b\": [1, {}], \"a\": \"x\"}").value();

        assertEquals("{\"b\":[1,{}],\"a\":\"x\"}", JsonText.compact(value));
        assertEquals(
                new JsonObject(
                        Map.of(
                                "b",
                                new JsonArray(List.of(new JsonNumber("1"), JsonObject.EMPTY)),
                                "a",
                                new JsonString("x"))),
                value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "{; TRUNCATED; 1",
                "[1,]; UNEXPECTED; 3",
                "{\"a\":1,}; UNEXPECTED; 7",
                "\"abc; TRUNCATED; 4",
                "\"a\\x\"; BAD_ESCAPE; 2",
                "\"a\\u12g4\"; BAD_ESCAPE; 2",
                "01; BAD_NUMBER; 0",
                "1.; TRUNCATED; 0",
                "1.x; BAD_NUMBER; 0",
                "tru; TRUNCATED; 3",
                "trux; UNEXPECTED; 0",
                "[1] 2; TRAILING; 4",
                "'a'; UNEXPECTED; 0",
                "-; TRUNCATED; 0"
            })
    void whatIsNotJsonIsRefusedAtItsPlace(String json, Problem problem, int offset) {
        var refused = assertThrows(JsonSyntaxException.class, () -> parse(json));

        assertEquals(problem, refused.problem());
        assertEquals(offset, refused.offset());
    }

    @Test
    void aRawControlCharacterIsRefused() {
        var refused = assertThrows(JsonSyntaxException.class, () -> parse("\"12345678\n\""));

        assertEquals(Problem.CONTROL_CHARACTER, refused.problem());
        assertEquals(9, refused.offset());
    }

    @Test
    void nestingBeyondTheLimitIsRefusedWithoutOverflow() {
        var refused = assertThrows(JsonSyntaxException.class, () -> parse("[".repeat(100_000)));

        assertEquals(Problem.TOO_DEEP, refused.problem());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"c0af", "eda080", "f4908080", "c3", "80", "f0808080", "e28028", "6161c3"})
    void whatIsNotUtf8IsFound(String hex) {
        var bytes = HexFormat.of().parseHex(hex);

        assertEquals(hex.startsWith("6161") ? 2 : 0, Utf8.firstInvalid(bytes, 0, bytes.length));
    }

    @Property
    void whatJavaEncodesIsUtf8(@ForAll String text) {
        var bytes = text.getBytes(UTF_8);

        assertEquals(-1, Utf8.firstInvalid(bytes, 0, bytes.length));
    }

    @Test
    void aDuplicateNameIsNoticedAtAnyDepth() throws JsonSyntaxException {
        var json = "{\"a\": [{\"b\": 1, \"c\": 2, \"b\": 3}]}".getBytes(UTF_8);
        var cursor = new JsonCursor(json, 0, json.length);

        cursor.value();

        assertEquals(24, cursor.duplicateOffset());
    }

    private static RawJson parse(String json) throws JsonSyntaxException {
        return RawJson.parse(json.getBytes(UTF_8));
    }
}
