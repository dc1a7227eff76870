package org.cellist.kernel.keeper;

import java.nio.file.Path;
import java.util.List;
import org.cellist.kernel.channel.ConnectionInfo;
import org.cellist.kernel.channel.CurveKeys;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.recording.Fields;
import org.cellist.kernel.runtime.Interpreter;
import org.cellist.kernel.runtime.InterruptMode;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.KernelspecFile;
import org.cellist.kernel.runtime.KernelspecSource;
import org.cellist.kernel.runtime.PythonEnvironment;
import org.cellist.kernel.runtime.local.LaunchOrder;
import org.jspecify.annotations.Nullable;

/// What the keeper is told of a kernel, as JSON, and back: the order, the kernelspec in it, the
/// address. Stateless.
final class OrderJson {

    private OrderJson() {}

    static JsonObject write(LaunchOrder order) {
        var json = JsonObject.EMPTY.with("kernelspec", write(order.kernelspec()));
        json = Fields.with(json, "command", order.command());
        json = Fields.with(json, "env", order.env());
        return Fields.with(json, "folder", order.folder().toString());
    }

    static LaunchOrder order(JsonObject json) {
        return new LaunchOrder(
                kernelspec(json.object("kernelspec")),
                Fields.texts(json, "command"),
                Fields.textMap(json, "env"),
                Path.of(Fields.text(json, "folder")));
    }

    private static JsonObject write(Kernelspec kernelspec) {
        var file = kernelspec.file();
        var json = Fields.with(JsonObject.EMPTY, "name", kernelspec.name());
        json = Fields.with(json, "argv", file.argv());
        json = Fields.with(json, "display_name", file.displayName());
        json = Fields.with(json, "language", file.language());
        json = Fields.with(json, "interrupt_mode", file.interruptMode().name());
        json = Fields.with(json, "env", file.env());
        json = json.with("metadata", file.metadata());
        json = Fields.with(json, "source", kernelspec.source().name());
        json = Fields.with(json, "folder", text(kernelspec.folder()));
        var interpreter = kernelspec.interpreter();
        if (interpreter != null) {
            json = json.with("interpreter", write(interpreter));
        }
        var environment = kernelspec.environment();
        return environment == null ? json : json.with("environment", write(environment));
    }

    static Kernelspec kernelspec(JsonObject json) {
        var argv = Fields.texts(json, "argv");
        var file =
                new KernelspecFile(
                        argv.isEmpty() ? List.of("?") : argv,
                        Fields.text(json, "display_name"),
                        Fields.text(json, "language"),
                        known(
                                InterruptMode.class,
                                Fields.text(json, "interrupt_mode"),
                                InterruptMode.SIGNAL),
                        Fields.textMap(json, "env"),
                        json.object("metadata"));
        return new Kernelspec(
                Fields.text(json, "name"),
                file,
                known(
                        KernelspecSource.class,
                        Fields.text(json, "source"),
                        KernelspecSource.ENVIRONMENT),
                path(json.string("folder")),
                interpreter(json.object("interpreter")),
                environment(json.object("environment")),
                null);
    }

    private static JsonObject write(Interpreter interpreter) {
        var json = Fields.with(JsonObject.EMPTY, "path", interpreter.path().toString());
        return Fields.with(json, "version", interpreter.version());
    }

    private static @Nullable Interpreter interpreter(JsonObject json) {
        var path = path(json.string("path"));
        return path == null ? null : new Interpreter(path, json.string("version"));
    }

    private static JsonObject write(PythonEnvironment environment) {
        var json = Fields.with(JsonObject.EMPTY, "kind", environment.kind().name());
        json = Fields.with(json, "name", environment.name());
        json = Fields.with(json, "prefix", environment.prefix().toString());
        json = json.with("interpreter", write(environment.interpreter()));
        var folders = environment.programFolders().stream().map(Path::toString).toList();
        json = Fields.with(json, "programs", folders);
        return Fields.with(json, "ipykernel", environment.ipykernelVersion());
    }

    private static @Nullable PythonEnvironment environment(JsonObject json) {
        var prefix = path(json.string("prefix"));
        var interpreter = interpreter(json.object("interpreter"));
        if (prefix == null || interpreter == null) {
            return null;
        }
        return new PythonEnvironment(
                known(
                        PythonEnvironment.Kind.class,
                        Fields.text(json, "kind"),
                        PythonEnvironment.Kind.SYSTEM),
                Fields.text(json, "name"),
                prefix,
                interpreter,
                Fields.texts(json, "programs").stream().map(Path::of).toList(),
                json.string("ipykernel"));
    }

    static JsonObject write(ConnectionInfo connection) {
        var json = Fields.with(JsonObject.EMPTY, "ip", connection.ip());
        json = Fields.with(json, "shell_port", connection.shellPort());
        json = Fields.with(json, "iopub_port", connection.iopubPort());
        json = Fields.with(json, "stdin_port", connection.stdinPort());
        json = Fields.with(json, "control_port", connection.controlPort());
        json = Fields.with(json, "hb_port", connection.heartbeatPort());
        json = Fields.with(json, "key", connection.key());
        var curve = connection.curve();
        return curve == null ? json : curve.write(json);
    }

    /// @throws IllegalArgumentException if it has no key
    static ConnectionInfo connection(JsonObject json) {
        return new ConnectionInfo(
                Fields.text(json, "ip"),
                (int) Fields.number(json, "shell_port", 0),
                (int) Fields.number(json, "iopub_port", 0),
                (int) Fields.number(json, "stdin_port", 0),
                (int) Fields.number(json, "control_port", 0),
                (int) Fields.number(json, "hb_port", 0),
                Fields.text(json, "key"),
                CurveKeys.read(json));
    }

    private static @Nullable String text(@Nullable Path path) {
        return path == null ? null : path.toString();
    }

    private static @Nullable Path path(@Nullable String text) {
        return text == null ? null : Path.of(text);
    }

    /// A newer Cellist may know more names.
    private static <E extends Enum<E>> E known(Class<E> type, String name, E otherwise) {
        for (var each : type.getEnumConstants()) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        return otherwise;
    }
}
