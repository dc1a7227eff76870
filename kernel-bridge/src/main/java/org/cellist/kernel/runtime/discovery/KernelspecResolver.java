package org.cellist.kernel.runtime.discovery;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.runtime.Interpreter;
import org.cellist.kernel.runtime.InterruptMode;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.KernelspecFile;
import org.cellist.kernel.runtime.KernelspecSource;
import org.cellist.kernel.runtime.PythonEnvironment;
import org.cellist.kernel.runtime.PythonEnvironment.Kind;
import org.jspecify.annotations.Nullable;

/// Finds the program that a kernelspec starts, and the environment that the program belongs to.
///
/// Immutable.
final class KernelspecResolver {

    private final Host host;
    private final ConsentRule rule;
    private final List<PythonEnvironment> environments;
    private final PythonEnvironmentReader reader;

    KernelspecResolver(Host host, ConsentRule rule, List<PythonEnvironment> environments) {
        this.host = host;
        this.rule = rule;
        this.environments = List.copyOf(environments);
        this.reader = new PythonEnvironmentReader(host);
    }

    Kernelspec resolve(KernelspecFinder.Found found) {
        var place = found.place();
        var program = program(found, place.environment());
        var environment = program == null ? null : environmentOf(program).orElse(null);
        return new Kernelspec(
                found.name(),
                found.file(),
                place.source(),
                found.folder(),
                program == null ? null : interpreter(program, environment),
                environment,
                rule.forKernelspec(found, program, environment));
    }

    /// Returns the kernelspec of an environment that has ipykernel and no kernel.json of its own;
    /// the one that `ipykernel install` would write.
    Kernelspec ipykernel(PythonEnvironment environment, @Nullable Path consentPath) {
        var interpreter = environment.interpreter();
        var argv =
                List.of(
                        interpreter.path().toString(),
                        "-m",
                        "ipykernel_launcher",
                        "-f",
                        "{connection_file}");
        var version = interpreter.version() == null ? "3" : interpreter.version();
        var place = environment.kind() == Kind.SYSTEM || environment.kind() == Kind.PYENV;
        var displayName = "Python " + version + (place ? "" : " (" + environment.name() + ")");
        return new Kernelspec(
                "python3",
                new KernelspecFile(
                        argv,
                        displayName,
                        "python",
                        InterruptMode.SIGNAL,
                        Map.of(),
                        environment.hasEncryptingIpykernel()
                                ? KernelspecFile.CURVE
                                : JsonObject.EMPTY),
                KernelspecSource.ENVIRONMENT,
                null,
                interpreter,
                environment,
                consentPath);
    }

    /// A bare `python` means the environment's own; where there is only `python3`, that.
    private @Nullable Path program(
            KernelspecFinder.Found found, @Nullable PythonEnvironment environment) {
        var first = environment == null ? List.<Path>of() : environment.programFolders();
        var name =
                CommandPlaces.of(found.folder(), environment).fill(found.file().argv().getFirst());
        return host.program(name, first)
                .or(() -> name.equals("python") ? host.program("python3", first) : Optional.empty())
                .orElse(null);
    }

    private Optional<PythonEnvironment> environmentOf(Path program) {
        var folder = Folders.parent(program);
        var real = FolderSafety.real(folder).orElse(folder);
        return environments.stream()
                .filter(it -> holds(it, program, real))
                .findFirst()
                .or(() -> reader.marked(Folders.parent(real)));
    }

    /// In a venv or a conda environment every program is the environment's; beside the system's
    /// Python lie others.
    private static boolean holds(PythonEnvironment environment, Path program, Path realFolder) {
        var python = environment.interpreter().path();
        boolean inFolder =
                environment.programFolders().stream()
                        .anyMatch(it -> FolderSafety.real(it).orElse(it).equals(realFolder));
        return switch (environment.kind()) {
            case VENV, CONDA -> inFolder;
            case PYENV, SYSTEM ->
                    inFolder && FolderSafety.real(program).equals(FolderSafety.real(python));
        };
    }

    private static Interpreter interpreter(Path program, @Nullable PythonEnvironment environment) {
        boolean isPython = Folders.name(program).startsWith("python");
        return new Interpreter(
                program,
                environment != null && isPython ? environment.interpreter().version() : null);
    }
}
