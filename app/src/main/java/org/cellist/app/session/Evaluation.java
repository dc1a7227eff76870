package org.cellist.app.session;

import org.cellist.kernel.protocol.Reply;
import org.cellist.kernel.protocol.Reply.ExecuteReply;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;

/// What came of an expression. Immutable.
public sealed interface Evaluation {

    /// The name under which expressions are asked and answered.
    String NAME = "cellist";

    /// The value, as `application/json`.
    record Value(JsonValue json) implements Evaluation {}

    /// The kernel raised an error.
    ///
    /// @param message its name and text
    record Failed(String message) implements Evaluation {}

    /// The kernel evaluates no expressions, or none of that language.
    record Unsupported() implements Evaluation {}

    static Evaluation of(Reply reply) {
        if (!(reply instanceof ExecuteReply executed)
                || !(executed.userExpressions().get(NAME) instanceof JsonObject result)) {
            return new Unsupported();
        }
        var json = result.object("data").get("application/json");
        if (json != null) {
            return new Value(json);
        }
        var name = result.string("ename");
        return name == null ? new Unsupported() : new Failed(name + ": " + result.string("evalue"));
    }
}
