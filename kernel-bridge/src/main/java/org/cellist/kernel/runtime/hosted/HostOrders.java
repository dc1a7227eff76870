package org.cellist.kernel.runtime.hosted;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.cellist.kernel.channel.ConnectionInfo;
import org.cellist.kernel.channel.CurveKeys;
import org.cellist.kernel.channel.zmq.Encryption;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonBoolean;
import org.cellist.kernel.protocol.json.JsonValue.JsonNumber;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.cellist.kernel.runtime.InterruptMode;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.KernelspecFile;
import org.cellist.kernel.runtime.KernelspecSource;
import org.cellist.kernel.runtime.accelerator.AmdGpus;
import org.cellist.kernel.runtime.accelerator.NvidiaSmi;
import org.cellist.kernel.runtime.host.HostKernelspec;
import org.cellist.kernel.runtime.host.HostProblem;
import org.jspecify.annotations.Nullable;

/// What our program there is told and says of kernels, as JSON. Stateless.
final class HostOrders {

    /// Asks a holder whether there is a recorder.
    static final JsonObject RECORDER = order("recorder");

    /// Has a holder begin a recorder now, if there is none.
    static final JsonObject RECORD = order("record");

    /// Of a kernelspec that was remembered, and of a kernel that was joined: the machine knows it.
    private static final List<String> UNKNOWN_COMMAND = List.of("?");

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

    /// Asks which kernels run, and what they do.
    static JsonObject running() {
        return order("running");
    }

    /// Asks to be told of the machine, look by look.
    static JsonObject watch(HostMeter.Wish wish) {
        var order =
                order("watch")
                        .with("nvidia", command(NvidiaSmi.PROGRAM, NvidiaSmi.GPUS))
                        .with("processes", command(NvidiaSmi.PROGRAM, NvidiaSmi.PROCESSES))
                        .with("rocm", command(AmdGpus.PROGRAM, AmdGpus.ARGUMENTS));
        return wished(order, wish);
    }

    /// Adds what is to be looked at.
    static JsonObject wished(JsonObject order, HostMeter.Wish wish) {
        return order.with("whole", new JsonBoolean(wish.whole()))
                .with("kernel", new JsonString(wish.kernel()))
                .with("seconds", new JsonNumber(Double.toString(wish.pause().toMillis() / 1000.0)));
    }

    private static JsonArray command(String program, List<String> arguments) {
        return texts(Stream.concat(Stream.of(program), arguments.stream()).toList());
    }

    /// Starts a kernel, or joins the one that runs for the same notebook.
    static JsonObject start(HostKernelspec spec, HostWish wish, HostTimes times, Duration unused) {
        var env = new ArrayList<>(spec.env());
        wish.env().forEach((name, value) -> env.add(name + "=" + value));
        return order("start")
                .with("curve", curve(spec))
                .with("id", new JsonString(wish.id()))
                .with("name", new JsonString(spec.name()))
                .with("display_name", new JsonString(spec.displayName()))
                .with("notebook", new JsonString(wish.notebook()))
                .with("works_in", new JsonString(wish.folder()))
                .with("argv", texts(spec.argv()))
                .with("env", texts(env))
                .with("ended", new JsonBoolean(wish.takesEnded()))
                .with("recorder", new JsonString(HostProgram.RECORDER))
                .with("pauses", millis(times))
                .with("unused", JsonNumber.of(unused.toSeconds()));
    }

    private static JsonObject curve(HostKernelspec spec) {
        return spec.encrypts() ? Encryption.newKeys().write(JsonObject.EMPTY) : JsonObject.EMPTY;
    }

    /// Starts a kernel in the place of one that runs, which ends.
    static JsonObject restart(String id, HostTimes times, Duration unused) {
        return order("restart")
                .with("id", new JsonString(id))
                .with("recorder", new JsonString(HostProgram.RECORDER))
                .with("pauses", millis(times))
                .with("unused", JsonNumber.of(unused.toSeconds()));
    }

    /// Tells a holder after what time without use its kernel ends.
    static JsonObject unused(Duration time) {
        return order("unused").with("seconds", JsonNumber.of(time.toSeconds()));
    }

    /// Joins the kernel of that id that runs, if one does.
    static JsonObject join(String id) {
        return order("start").with("id", new JsonString(id)).with("join", new JsonBoolean(true));
    }

    /// Joins it, or what is left of one that has ended while nobody heard its last words.
    static JsonObject joinEnded(String id) {
        return join(id).with("ended", new JsonBoolean(true));
    }

    /// Joins one kernel and no other, whatever it is called now.
    ///
    /// @param folder of its holder, as that said it
    static JsonObject joinAgain(String folder) {
        return order("start")
                .with("folder", new JsonString(folder))
                .with("join", new JsonBoolean(true));
    }

    /// Says to which notebook a kernel belongs from now on.
    ///
    /// @param notebook its name for people
    static JsonObject rename(String id, String notebook) {
        return order("rename")
                .with("id", new JsonString(id))
                .with("notebook", new JsonString(notebook));
    }

    /// Has the holder signal its kernel.
    ///
    /// @param name without `SIG`
    static JsonObject signal(String name) {
        return order("signal").with("name", new JsonString(name));
    }

    static JsonObject end(String id) {
        return order("end").with("id", new JsonString(id));
    }

    private static JsonArray millis(HostTimes times) {
        return new JsonArray(
                Stream.of(times.first(), times.longest())
                        .<JsonValue>map(it -> JsonNumber.of(it.toMillis()))
                        .toList());
    }

    /// Returns what is known here of a machine's kernelspec.
    static Kernelspec kernelspec(HostKernelspec spec) {
        var mode = spec.isInterruptedByMessage() ? InterruptMode.MESSAGE : InterruptMode.SIGNAL;
        var argv = spec.argv().isEmpty() ? UNKNOWN_COMMAND : spec.argv();
        var file =
                new KernelspecFile(
                        argv,
                        spec.displayName(),
                        spec.language(),
                        mode,
                        Map.of(),
                        JsonObject.EMPTY);
        return new Kernelspec(
                spec.name(), file, KernelspecSource.ENVIRONMENT, null, null, null, null);
    }

    private static JsonArray texts(List<String> texts) {
        return new JsonArray(texts.stream().<JsonValue>map(JsonString::new).toList());
    }

    /// Reads the answer to a start.
    static HostReady ready(JsonObject answer) throws HostException {
        return switch (Objects.requireNonNullElse(answer.string("event"), "")) {
            case "ready" ->
                    new HostReady(
                            number(answer, "pid"),
                            isSaid(answer, "joined"),
                            isSaid(answer, "ended"),
                            Objects.requireNonNullElse(answer.string("file"), ""),
                            Objects.requireNonNullElse(answer.string("folder"), ""),
                            connection(answer.object("connection")),
                            recorder(answer.object("recorder")));
            case "gone" -> throw new HostProcess.Gone();
            default -> {
                var why = answer.string("why");
                throw new HostException(
                        new HostProblem.Failed(why == null ? answer.toString() : why));
            }
        };
    }

    private static boolean isSaid(JsonObject answer, String member) {
        return answer.get(member) instanceof JsonBoolean(boolean it) && it;
    }

    private static HostReady.@Nullable Recorder recorder(JsonObject said) {
        var secret = said.string("secret");
        return secret == null ? null : new HostReady.Recorder(number(said, "port"), secret);
    }

    private static ConnectionInfo connection(JsonObject said) {
        return new ConnectionInfo(
                Objects.requireNonNullElse(said.string("ip"), ""),
                number(said, "shell_port"),
                number(said, "iopub_port"),
                number(said, "stdin_port"),
                number(said, "control_port"),
                number(said, "hb_port"),
                Objects.requireNonNullElse(said.string("key"), ""),
                CurveKeys.read(said));
    }

    /// Returns a whole number; -1 where there is none.
    static int number(JsonObject said, String member) {
        return said.get(member) instanceof JsonNumber(var lexeme) && lexeme.matches("-?\\d{1,9}")
                ? Integer.parseInt(lexeme)
                : -1;
    }
}
