package org.cellist.kernel.runtime.server;

import java.nio.charset.StandardCharsets;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.RawJson;
import org.cellist.kernel.runtime.jupyter.ServerProblem;

/// What a server said. Immutable.
record Answer(int status, String body) {

    private byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    boolean isFine() {
        return status / 100 == 2;
    }

    /// Reads the body as JSON.
    JsonValue json() throws ServerException {
        try {
            return RawJson.parse(bytes()).value();
        } catch (JsonSyntaxException _) {
            throw new ServerException(new ServerProblem.NotJupyter());
        }
    }

    /// Returns the problem that the status and the body tell of.
    ServerProblem.Failed failure() {
        try {
            var said = RawJson.parse(bytes()).object().string("message");
            return new ServerProblem.Failed(status, said == null ? "" : said);
        } catch (JsonSyntaxException _) {
            return new ServerProblem.Failed(status, "");
        }
    }
}
