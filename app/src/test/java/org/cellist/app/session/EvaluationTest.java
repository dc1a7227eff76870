package org.cellist.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.cellist.kernel.protocol.MimeBundle;
import org.cellist.kernel.protocol.Payload;
import org.cellist.kernel.protocol.Reply.ExecuteReply;
import org.cellist.kernel.protocol.Reply.Status;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.RawJson;
import org.junit.jupiter.api.Test;

/// The ways in which kernels answer a question.
class EvaluationTest {

    @Test
    void iPythonAnswersByAMimeBundle() throws JsonSyntaxException {
        assertEquals(
                new Evaluation.Value(json("{\"a\":1}")),
                expression(
                        """
                        {"status":"ok","data":{"application/json":{"a":1},"text/plain":""}}"""));
        assertEquals(
                new Evaluation.Failed("NameError: x"),
                expression("{\"status\":\"error\",\"ename\":\"NameError\",\"evalue\":\"x\"}"));
        assertEquals(
                new Evaluation.Unsupported(),
                expression("{\"status\":\"ok\",\"data\":{\"text/plain\":\"<object>\"}}"));
    }

    @Test
    void iJuliaAnswersByTextThatIsJson() throws JsonSyntaxException {
        assertEquals(
                new Evaluation.Value(json("{\"a\":[\"한\"]}")),
                expression(
                        """
                        {"status":"ok","data":{"text/plain":"{\\"a\\":[\\"한\\"]}"},"metadata":{}}"""));
    }

    @Test
    void irkernelAnswersByAPageInThePayload() throws JsonSyntaxException {
        assertEquals(new Evaluation.Value(json("{\"a\":1}")), page("{\"a\":1}"));
        assertEquals(
                new Evaluation.Failed("object 'x' not found"),
                page("{\"error\":\"object 'x' not found\"}"));
        assertEquals(new Evaluation.Unsupported(), page("help on x"));
    }

    private static Evaluation expression(String result) throws JsonSyntaxException {
        var results = JsonObject.EMPTY.with(Evaluation.NAME, json(result));
        return Evaluation.of(new ExecuteReply(new Status.Ok(), 1, List.of(), results));
    }

    private static Evaluation page(String text) {
        var bundle =
                new MimeBundle(Map.of("text/plain", RawJson.ofString(text)), RawJson.EMPTY_OBJECT);
        var payload = List.<Payload>of(new Payload.Page(bundle, 0));
        return Evaluation.of(new ExecuteReply(new Status.Ok(), 1, payload, JsonObject.EMPTY));
    }

    private static JsonValue json(String text) throws JsonSyntaxException {
        return RawJson.parse(text.getBytes(StandardCharsets.UTF_8)).value();
    }
}
