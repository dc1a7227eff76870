package org.cellist.app.session;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.cellist.kernel.protocol.Payload;
import org.cellist.kernel.protocol.Reply;
import org.cellist.kernel.protocol.Reply.ExecuteReply;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.RawJson;
import org.jspecify.annotations.Nullable;

/// What came of a question. Immutable.
public sealed interface Evaluation {

    /// The name under which expressions are asked and answered.
    String NAME = "cellist";

    /// The answer.
    record Value(JsonValue json) implements Evaluation {}

    /// The kernel raised an error.
    ///
    /// @param message its name and text
    record Failed(String message) implements Evaluation {}

    /// The kernel evaluates no expressions, or none of that language.
    record Unsupported() implements Evaluation {}

    /// Reads a reply: the value of the expression, as `application/json` or as plain text that is
    /// JSON; of a kernel without expressions, a page of such text. An object with an `error` is
    // one.
    static Evaluation of(Reply reply) {
        if (!(reply instanceof ExecuteReply executed)) {
            return new Unsupported();
        }
        if (executed.userExpressions().get(NAME) instanceof JsonObject result) {
            return ofExpression(result);
        }
        for (var payload : executed.payload()) {
            if (payload instanceof Payload.Page(var page, _)) {
                return ofJson(page.text("text/plain").flatMap(Evaluation::parsed).orElse(null));
            }
        }
        return new Unsupported();
    }

    private static Evaluation ofExpression(JsonObject result) {
        var data = result.object("data");
        var json = data.get("application/json");
        var plain = data.string("text/plain");
        if (json == null && plain != null) {
            json = parsed(plain).orElse(null);
        }
        var name = result.string("ename");
        return json == null && name != null
                ? new Failed(name + ": " + result.string("evalue"))
                : ofJson(json);
    }

    private static Evaluation ofJson(@Nullable JsonValue json) {
        if (json == null) {
            return new Unsupported();
        }
        var error = json instanceof JsonObject object ? object.string("error") : null;
        return error == null ? new Value(json) : new Failed(error);
    }

    private static Optional<JsonValue> parsed(String text) {
        try {
            return Optional.of(RawJson.parse(text.getBytes(StandardCharsets.UTF_8)).value());
        } catch (JsonSyntaxException _) {
            return Optional.empty();
        }
    }
}
