package org.cellist.kernel.keeper;

import java.time.DateTimeException;
import java.time.Instant;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.recording.Fields;
import org.cellist.kernel.runtime.KeptSession;
import org.cellist.kernel.runtime.KeptSession.Work;

/// What the keeper says of a kernel. Stateless.
final class Described {

    private Described() {}

    static KeptSession session(JsonObject described) {
        return new KeptSession(
                Fields.text(described, "id"),
                Fields.number(described, "pid", -1),
                OrderJson.kernelspec(described.object("kernelspec")),
                Fields.text(described, "notebook"),
                instant(Fields.text(described, "since")),
                instant(Fields.text(described, "active")),
                work(Fields.text(described, "state")),
                Fields.flag(described, "held"));
    }

    private static Work work(String state) {
        return switch (state) {
            case "idle" -> Work.IDLE;
            case "ended" -> Work.ENDED;
            default -> Work.BUSY;
        };
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException _) {
            return Instant.EPOCH;
        }
    }
}
