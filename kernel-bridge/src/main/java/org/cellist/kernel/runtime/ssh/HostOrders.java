package org.cellist.kernel.runtime.ssh;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.cellist.kernel.channel.ConnectionInfo;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonBoolean;
import org.cellist.kernel.protocol.json.JsonValue.JsonNumber;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.cellist.kernel.runtime.accelerator.AmdGpus;
import org.cellist.kernel.runtime.accelerator.NvidiaSmi;
import org.cellist.kernel.runtime.host.HostKernelspec;
import org.cellist.kernel.runtime.host.HostProblem;

/// What our program there is told and says of kernels, as JSON. Stateless.
final class HostOrders {

    private HostOrders() {}

    static JsonObject order(String what) {
        return JsonObject.EMPTY.with("do", new JsonString(what));
    }

    /// Asks what the machine has.
    static JsonObject look() {
        return order("look")
                .with("nvidia", command(NvidiaSmi.PROGRAM, NvidiaSmi.GPUS))
                .with("rocm", command(AmdGpus.PROGRAM, AmdGpus.ARGUMENTS));
    }

    private static JsonArray command(String program, List<String> arguments) {
        return texts(Stream.concat(Stream.of(program), arguments.stream()).toList());
    }

    /// Starts a kernel, or joins the one that runs for the same notebook.
    ///
    /// @param id the notebook's name there
    /// @param notebook its name for people
    /// @param more variables besides the kernelspec's
    static JsonObject start(
            HostKernelspec spec, String id, String notebook, Map<String, String> more) {
        var env = new ArrayList<>(spec.env());
        more.forEach((name, value) -> env.add(name + "=" + value));
        return order("start")
                .with("id", new JsonString(id))
                .with("name", new JsonString(spec.name()))
                .with("display_name", new JsonString(spec.displayName()))
                .with("notebook", new JsonString(notebook))
                .with("argv", texts(spec.argv()))
                .with("env", texts(env));
    }

    /// Joins the kernel that runs, if it still does.
    static JsonObject join(String id) {
        return order("start").with("id", new JsonString(id)).with("join", new JsonBoolean(true));
    }

    static JsonObject end(String id) {
        return order("end").with("id", new JsonString(id));
    }

    private static JsonArray texts(List<String> texts) {
        return new JsonArray(texts.stream().<JsonValue>map(JsonString::new).toList());
    }

    /// Reads the answer to a start.
    static HostProcess.Ready ready(JsonObject answer) throws HostException {
        return switch (Objects.requireNonNullElse(answer.string("event"), "")) {
            case "ready" ->
                    new HostProcess.Ready(
                            number(answer, "pid"),
                            answer.get("joined") instanceof JsonBoolean(boolean it) && it,
                            Objects.requireNonNullElse(answer.string("file"), ""),
                            connection(answer.object("connection")));
            case "gone" -> throw new HostProcess.Gone();
            default -> {
                var why = answer.string("why");
                throw new HostException(
                        new HostProblem.Failed(why == null ? answer.toString() : why));
            }
        };
    }

    private static ConnectionInfo connection(JsonObject said) {
        return new ConnectionInfo(
                Objects.requireNonNullElse(said.string("ip"), ""),
                number(said, "shell_port"),
                number(said, "iopub_port"),
                number(said, "stdin_port"),
                number(said, "control_port"),
                number(said, "hb_port"),
                Objects.requireNonNullElse(said.string("key"), ""));
    }

    /// Returns a whole number; -1 where there is none.
    static int number(JsonObject said, String member) {
        return said.get(member) instanceof JsonNumber(var lexeme) && lexeme.matches("-?\\d{1,9}")
                ? Integer.parseInt(lexeme)
                : -1;
    }
}
