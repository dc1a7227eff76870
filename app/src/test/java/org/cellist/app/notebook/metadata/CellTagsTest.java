package org.cellist.app.notebook.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.JsonText;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.RawJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTagsTest {

    @Test
    void tagsAreReadInTheirOrderAndEachOnce() throws JsonSyntaxException {
        assertEquals(List.of("b", "가"), CellTags.of(object("{'tags': ['b', '가', 'b']}")));
        assertEquals(List.of(), CellTags.of(object("{'tags': 'a'}")));
        assertEquals(List.of(), CellTags.of(JsonObject.EMPTY));
    }

    @Test
    void aTagGoesBehindTheOthersAndTheRestStays() throws JsonSyntaxException {
        var before = object("{'a': 1.50, 'tags': ['x'], 'z': null}");

        var after = CellTags.with(before, "y");

        assertEquals("{'a':1.50,'tags':['x','y'],'z':null}", text(after));
        assertSame(after, CellTags.with(after, "y"));
    }

    @Test
    void theLastTagTakesTheListAlong() throws JsonSyntaxException {
        var before = object("{'tags': ['x', 'y'], 'a': 1}");

        var after = CellTags.without(before, "x");

        assertEquals("{'tags':['y'],'a':1}", text(after));
        assertEquals("{'a':1}", text(CellTags.without(after, "y")));
        assertSame(after, CellTags.without(after, "x"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a|a", "' a '|a", "a, b|a;b", "a,,a|a", "숨은 칸|숨은 칸", "','|''", "''|''"})
    void aLineIsCutAtCommasAndTrimmed(String line, String tags) {
        assertEquals(tags, String.join(";", CellTags.written(line)));
    }

    private static JsonObject object(String json) throws JsonSyntaxException {
        return RawJson.parse(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)).object();
    }

    private static String text(JsonObject object) {
        return JsonText.compact(object).replace('"', '\'');
    }
}
