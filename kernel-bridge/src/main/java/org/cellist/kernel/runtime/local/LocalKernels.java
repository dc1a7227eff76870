package org.cellist.kernel.runtime.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.runtime.ConsentStore;
import org.cellist.kernel.runtime.Interpreter;
import org.cellist.kernel.runtime.InterruptMode;
import org.cellist.kernel.runtime.KernelCatalog;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.KernelspecFile;
import org.cellist.kernel.runtime.KernelspecSource;
import org.cellist.kernel.runtime.PythonEnvironment;
import org.cellist.kernel.runtime.RefusedKernelspec;
import org.cellist.kernel.runtime.local.EnvironmentFinder.FoundEnvironment;
import org.jspecify.annotations.Nullable;

/// Lists what this machine can run. Nothing is executed to find out.
///
/// Thread-safe. Reads folders; call it on a virtual thread.
public final class LocalKernels {

    /// The name of the bundled Java kernel.
    public static final String JAVA_KERNEL = "cellist-java";

    private final Machine machine;
    private final ConsentStore consents;
    private final KernelspecReader reader = new KernelspecReader();

    public LocalKernels(Machine machine, ConsentStore consents) {
        this.machine = machine;
        this.consents = consents;
    }

    /// Returns all kernels, those nearest to the notebook first and the built-in one last.
    ///
    /// @param notebookFolder null when no notebook is meant
    public KernelCatalog list(@Nullable Path notebookFolder) {
        var environments = new EnvironmentFinder(machine).find(notebookFolder);
        var specs = new LinkedHashMap<String, Kernelspec>();
        var refused = new ArrayList<RefusedKernelspec>();
        for (var found : environments) {
            if (found.comesWithNotebook() && found.environment().hasIpykernel()) {
                add(specs, ofEnvironment(found));
            }
        }
        for (var folder : new JupyterPaths(machine).dataFolders()) {
            reader.in(folder, source(folder), refused).forEach(spec -> add(specs, spec));
        }
        for (var found : environments) {
            addInside(specs, found, refused);
        }
        javaKernel().forEach(spec -> add(specs, spec));
        var recipes =
                environments.stream()
                        .filter(found -> !found.environment().hasIpykernel())
                        .map(found -> new PipRecipe(found, consentPath(found)).recipe())
                        .toList();
        return new KernelCatalog(List.copyOf(specs.values()), recipes, refused);
    }

    private void addInside(
            Map<String, Kernelspec> specs,
            FoundEnvironment found,
            List<RefusedKernelspec> refused) {
        var environment = found.environment();
        var data = environment.prefix().resolve("share/jupyter");
        for (var spec : reader.in(data, KernelspecSource.ENVIRONMENT, refused)) {
            add(specs, inside(found, spec));
        }
        if (environment.hasIpykernel() && !isListed(specs, environment)) {
            add(specs, ofEnvironment(found));
        }
    }

    private KernelspecSource source(Path folder) {
        if (folder.equals(new JupyterPaths(machine).userData())) {
            return KernelspecSource.USER;
        }
        var listed = machine.variable("JUPYTER_PATH");
        return listed != null && listed.contains(folder.toString())
                ? KernelspecSource.JUPYTER_PATH
                : KernelspecSource.SYSTEM;
    }

    private static void add(Map<String, Kernelspec> specs, Kernelspec spec) {
        boolean isThere =
                specs.values().stream()
                        .anyMatch(
                                other ->
                                        other.argv().equals(spec.argv())
                                                && other.file().env().equals(spec.file().env()));
        if (!isThere) {
            specs.putIfAbsent(spec.key() + " " + spec.folder(), spec);
        }
    }

    private static boolean isListed(Map<String, Kernelspec> specs, PythonEnvironment environment) {
        var wanted = environment.interpreter().path();
        return specs.values().stream()
                .filter(spec -> spec.language().equals("python"))
                .map(Kernelspec::interpreter)
                .filter(Objects::nonNull)
                .anyMatch(interpreter -> isSameProgram(interpreter.path(), wanted));
    }

    private static boolean isSameProgram(Path one, Path other) {
        return one.equals(other)
                || one.resolveSibling("python3").equals(other)
                || one.resolveSibling("python").equals(other);
    }

    private @Nullable Path consentPath(FoundEnvironment found) {
        var prefix = found.environment().prefix().toAbsolutePath().normalize();
        return found.comesWithNotebook() && !consents.isGranted(prefix) ? prefix : null;
    }

    /// A `kernel.json` inside an environment says `python` and means that environment's.
    private Kernelspec inside(FoundEnvironment found, Kernelspec spec) {
        var environment = found.environment();
        var argv = new ArrayList<>(spec.argv());
        if (argv.getFirst().matches("python3?")) {
            argv.set(0, environment.interpreter().path().toString());
        }
        var file = spec.file();
        return new Kernelspec(
                spec.name(),
                new KernelspecFile(
                        argv,
                        file.displayName(),
                        file.language(),
                        file.interruptMode(),
                        file.env(),
                        file.metadata()),
                spec.source(),
                spec.folder(),
                spec.interpreter() == null ? environment.interpreter() : spec.interpreter(),
                environment,
                consentPath(found));
    }

    private Kernelspec ofEnvironment(FoundEnvironment found) {
        var environment = found.environment();
        var version = environment.interpreter().version();
        var file =
                new KernelspecFile(
                        List.of(
                                environment.interpreter().path().toString(),
                                "-m",
                                "ipykernel_launcher",
                                "-f",
                                "{connection_file}"),
                        "Python" + (version == null ? "" : " " + version),
                        "python",
                        InterruptMode.SIGNAL,
                        Map.of(),
                        JsonObject.EMPTY);
        return new Kernelspec(
                "python3",
                file,
                KernelspecSource.ENVIRONMENT,
                null,
                environment.interpreter(),
                environment,
                consentPath(found));
    }

    private List<Kernelspec> javaKernel() {
        var jar = machine.javaKernelJar();
        if (jar == null || !Files.isRegularFile(jar)) {
            return List.of();
        }
        var java = machine.javaHome().resolve(machine.isWindows() ? "bin/java.exe" : "bin/java");
        var version = Integer.toString(Runtime.version().feature());
        var file =
                new KernelspecFile(
                        List.of(
                                java.toString(),
                                "-XX:+UseSerialGC",
                                "-jar",
                                jar.toString(),
                                "{connection_file}"),
                        "Java " + version,
                        "java",
                        InterruptMode.MESSAGE,
                        Map.of(),
                        JsonObject.EMPTY);
        return List.of(
                new Kernelspec(
                        JAVA_KERNEL,
                        file,
                        KernelspecSource.BUILT_IN,
                        null,
                        new Interpreter(java, version),
                        null,
                        null));
    }
}
