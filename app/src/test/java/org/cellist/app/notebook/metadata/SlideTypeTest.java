package org.cellist.app.notebook.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.JsonText;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.RawJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SlideTypeTest {

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsReadBack(SlideType type) {
        assertEquals(Optional.of(type), SlideType.of(type.in(JsonObject.EMPTY)));
    }

    @Test
    void theWordStandsWhereJupyterLabPutsIt() {
        assertEquals(
                "{\"slideshow\":{\"slide_type\":\"subslide\"}}",
                JsonText.compact(SlideType.SUBSLIDE.in(JsonObject.EMPTY)));
    }

    @Test
    void noneTakesTheWordAwayAndAnObjectThatSaysNothingElse() throws JsonSyntaxException {
        var alone = object("{\"slideshow\": {\"slide_type\": \"skip\"}, \"a\": 1}");
        var more = object("{\"slideshow\": {\"slide_type\": \"skip\", \"mine\": 2}}");

        assertEquals("{\"a\":1}", JsonText.compact(SlideType.NONE.in(alone)));
        assertEquals("{\"slideshow\":{\"mine\":2}}", JsonText.compact(SlideType.NONE.in(more)));
    }

    @Test
    void theOldNotebooksDashIsNoneAndStaysAsItIs() throws JsonSyntaxException {
        var dash = object("{\"slideshow\": {\"slide_type\": \"-\"}}");

        assertEquals(Optional.of(SlideType.NONE), SlideType.of(dash));
        assertSame(dash, SlideType.NONE.in(dash));
    }

    @Test
    void anotherProgramsWordIsNoneOfThese() throws JsonSyntaxException {
        var other = object("{\"slideshow\": {\"slide_type\": \"poster\"}}");

        assertEquals(Optional.empty(), SlideType.of(other));
        assertEquals(JsonObject.EMPTY, SlideType.NONE.in(other));
    }

    private static JsonObject object(String json) throws JsonSyntaxException {
        return RawJson.parse(json.getBytes(StandardCharsets.UTF_8)).object();
    }
}
