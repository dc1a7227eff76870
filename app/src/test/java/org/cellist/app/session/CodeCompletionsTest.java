package org.cellist.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cellist.app.session.CodeCompletions.Item;
import org.cellist.kernel.protocol.Reply.CompleteReply;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.RawJson;
import org.junit.jupiter.api.Test;

class CodeCompletionsTest {

    @Test
    void placesAfterAnEmojiAreUnitsNotCodePoints() {
        var code = "s = '😀'; pri";
        var reply = new CompleteReply(List.of("print"), 9, 12, JsonObject.EMPTY);

        var completions = CodeCompletions.of(reply, points(code));

        assertEquals(new CodeCompletions(10, 13, List.of(new Item("print", "", ""))), completions);
        assertEquals(12, points(code).toKernel(13));
    }

    @Test
    void kindAndSignatureComeFromJedi() throws JsonSyntaxException {
        var metadata =
                object(
                        """
                        {"_jupyter_types_experimental": [
                          {"start": 0, "end": 1, "text": "max", "type": "function",
                           "signature": "(a, b)"},
                          {"text": "m1", "type": "<unknown>"}, 7, {"type": "class"}]}
                        """);
        var reply = new CompleteReply(List.of("m1", "max", "mod"), 0, 1, metadata);

        assertEquals(
                List.of(
                        new Item("m1", "", ""),
                        new Item("max", "function", "(a, b)"),
                        new Item("mod", "", "")),
                CodeCompletions.of(reply, points("m")).items());
    }

    @Test
    void theSameMatchTwiceIsOne() {
        var reply = new CompleteReply(List.of("a", "", "a"), 0, 0, JsonObject.EMPTY);

        assertEquals(1, CodeCompletions.of(reply, points("")).items().size());
    }

    @Property
    void placesLieInTheCodeWhateverTheKernelSays(
            @ForAll String code, @ForAll int start, @ForAll int end, @ForAll boolean countsUnits) {
        var it =
                CodeCompletions.of(
                        new CompleteReply(List.of(), start, end, JsonObject.EMPTY),
                        new CodePlaces(code, countsUnits));

        assertEquals(
                List.of(true, true, true),
                List.of(0 <= it.start(), it.start() <= it.end(), it.end() <= code.length()));
    }

    private static CodePlaces points(String code) {
        return new CodePlaces(code, false);
    }

    private static JsonObject object(String text) throws JsonSyntaxException {
        return (JsonObject) RawJson.parse(text.getBytes(StandardCharsets.UTF_8)).value();
    }
}
