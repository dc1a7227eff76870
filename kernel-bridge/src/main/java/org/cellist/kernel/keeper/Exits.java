package org.cellist.kernel.keeper;

import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.recording.Fields;
import org.cellist.kernel.runtime.KernelExit;

/// How a kernel ended, as JSON, and back. Stateless.
final class Exits {

    private Exits() {}

    static JsonObject write(KernelExit exit) {
        var json = Fields.with(JsonObject.EMPTY, "code", exit.exitCode());
        json = Fields.with(json, "expected", exit.expected());
        return Fields.with(json, "words", exit.lastWords());
    }

    static KernelExit read(JsonObject json) {
        return new KernelExit(
                (int) Fields.number(json, "code", -1),
                Fields.flag(json, "expected"),
                Fields.text(json, "words"));
    }
}
