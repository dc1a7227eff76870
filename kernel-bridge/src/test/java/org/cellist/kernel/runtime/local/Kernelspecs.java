package org.cellist.kernel.runtime.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.runtime.Interpreter;
import org.cellist.kernel.runtime.InterruptMode;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.KernelspecFile;
import org.cellist.kernel.runtime.KernelspecSource;
import org.cellist.kernel.runtime.PythonEnvironment;
import org.jspecify.annotations.Nullable;

/// Kernelspecs for tests. Stateless.
public final class Kernelspecs {

    private Kernelspecs() {}

    /// Returns one that starts this program with these arguments.
    public static Kernelspec starting(Path program, String... arguments) {
        var argv = new ArrayList<>(List.of(program.toString()));
        argv.addAll(List.of(arguments));
        return of(argv, program, null, Map.of());
    }

    static Kernelspec in(PythonEnvironment environment, Map<String, String> env) {
        var program = environment.interpreter().path();
        return of(List.of(program.toString()), program, environment, env);
    }

    private static Kernelspec of(
            List<String> argv,
            Path program,
            @Nullable PythonEnvironment environment,
            Map<String, String> env) {
        var file =
                new KernelspecFile(
                        argv, "Test", "test", InterruptMode.SIGNAL, env, JsonObject.EMPTY);
        return new Kernelspec(
                "test",
                file,
                KernelspecSource.USER,
                null,
                new Interpreter(program, null),
                environment,
                null);
    }
}
