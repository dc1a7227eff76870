package org.cellist.kernel.runtime.local;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.cellist.kernel.runtime.Interpreter;
import org.cellist.kernel.runtime.PythonEnvironment;
import org.cellist.kernel.runtime.PythonEnvironment.Kind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds Python environments by their files: venvs in and above the notebook's folder, conda,
/// pyenv,
/// the system's. Runs none of them.
///
/// Thread-safe.
final class EnvironmentFinder {

    private static final Logger LOG = LoggerFactory.getLogger(EnvironmentFinder.class);

    /// How far above the notebook's folder a project's environment is looked for.
    private static final int MOST_PARENTS = 8;

    private static final List<String> CONDA_ROOTS =
            List.of("miniconda3", "anaconda3", "miniforge3", "mambaforge", "micromamba");

    private static final Pattern IPYKERNEL =
            Pattern.compile("ipykernel-([0-9][^-]*)\\.(?:dist|egg)-info");

    private final Machine machine;

    EnvironmentFinder(Machine machine) {
        this.machine = machine;
    }

    /// An environment, and whether it came with the notebook: then it is not to be run unasked.
    ///
    /// Immutable.
    record FoundEnvironment(PythonEnvironment environment, boolean comesWithNotebook) {}

    /// Returns what there is, nearest to the notebook first, each environment once.
    ///
    /// @param notebookFolder null when no notebook is meant
    List<FoundEnvironment> find(@Nullable Path notebookFolder) {
        var found = new LinkedHashMap<Path, FoundEnvironment>();
        venvs(notebookFolder).forEach(each -> found.putIfAbsent(key(each), each));
        active().forEach(each -> found.putIfAbsent(key(each), each));
        conda().forEach(each -> found.putIfAbsent(key(each), each));
        pyenv().forEach(each -> found.putIfAbsent(key(each), each));
        system().forEach(each -> found.putIfAbsent(key(each), each));
        return List.copyOf(found.values());
    }

    private static Path key(FoundEnvironment found) {
        return found.environment().prefix().toAbsolutePath().normalize();
    }

    private List<FoundEnvironment> venvs(@Nullable Path notebookFolder) {
        var found = new ArrayList<FoundEnvironment>();
        Path folder = notebookFolder == null ? null : notebookFolder.toAbsolutePath().normalize();
        for (int i = 0; i < MOST_PARENTS && folder != null; i++) {
            for (var child : children(folder)) {
                venv(child, true).forEach(found::add);
            }
            folder = folder.equals(machine.home()) ? null : folder.getParent();
        }
        return found;
    }

    private List<FoundEnvironment> active() {
        var active = machine.variable("VIRTUAL_ENV");
        return active == null ? List.of() : venv(Path.of(active), false);
    }

    private List<FoundEnvironment> venv(Path prefix, boolean comesWithNotebook) {
        var config = prefix.resolve("pyvenv.cfg");
        var interpreter = interpreter(prefix);
        if (!Files.isRegularFile(config) || !Files.exists(interpreter)) {
            return List.of();
        }
        var settings = settings(config);
        var version = settings.getOrDefault("version_info", settings.getOrDefault("version", ""));
        return List.of(
                found(
                        Kind.VENV,
                        settings.getOrDefault("prompt", prefix.getFileName().toString())
                                .replaceAll("^['\"(]+|['\")]+$", ""),
                        prefix,
                        new Interpreter(
                                interpreter,
                                version.isEmpty()
                                        ? null
                                        : version.replaceAll("^(\\d+(?:\\.\\d+){0,2}).*", "$1")),
                        comesWithNotebook));
    }

    private static Map<String, String> settings(Path config) {
        var settings = new LinkedHashMap<String, String>();
        try {
            for (var line : Files.readAllLines(config, StandardCharsets.UTF_8)) {
                int equals = line.indexOf('=');
                if (equals > 0) {
                    settings.put(
                            line.substring(0, equals).strip(), line.substring(equals + 1).strip());
                }
            }
        } catch (IOException e) {
            LOG.debug("cannot read {}", config, e);
        }
        return settings;
    }

    private List<FoundEnvironment> conda() {
        var roots = new ArrayList<Path>();
        CONDA_ROOTS.forEach(name -> roots.add(machine.home().resolve(name)));
        roots.add(Path.of("/opt/conda"));
        var listed = machine.home().resolve(".conda/environments.txt");
        var found = new ArrayList<FoundEnvironment>();
        for (var root : roots) {
            addConda(found, root, "base");
            for (var env : children(root.resolve("envs"))) {
                addConda(found, env, env.getFileName().toString());
            }
        }
        if (Files.isRegularFile(listed)) {
            try {
                for (var line : Files.readAllLines(listed, StandardCharsets.UTF_8)) {
                    var prefix = Path.of(line.strip());
                    if (!line.isBlank() && prefix.getFileName() != null) {
                        addConda(found, prefix, prefix.getFileName().toString());
                    }
                }
            } catch (IOException e) {
                LOG.debug("cannot read {}", listed, e);
            }
        }
        return found;
    }

    private void addConda(List<FoundEnvironment> found, Path prefix, String name) {
        var interpreter = machine.isWindows() ? prefix.resolve("python.exe") : interpreter(prefix);
        if (Files.isDirectory(prefix.resolve("conda-meta")) && Files.exists(interpreter)) {
            var version = PythonVersions.ofConda(prefix);
            found.add(
                    found(Kind.CONDA, name, prefix, new Interpreter(interpreter, version), false));
        }
    }

    private List<FoundEnvironment> pyenv() {
        var chosen = machine.variable("PYENV_ROOT");
        var root = chosen == null ? machine.home().resolve(".pyenv") : Path.of(chosen);
        var found = new ArrayList<FoundEnvironment>();
        for (var prefix : children(root.resolve("versions"))) {
            var interpreter = interpreter(prefix);
            if (Files.exists(interpreter)) {
                var name = prefix.getFileName().toString();
                found.add(
                        found(
                                Kind.PYENV,
                                name,
                                prefix,
                                new Interpreter(
                                        interpreter, name.matches("\\d+(\\.\\d+)*") ? name : null),
                                false));
            }
        }
        return found;
    }

    private List<FoundEnvironment> system() {
        var path = machine.variable("PATH");
        var found = new ArrayList<FoundEnvironment>();
        if (path == null || machine.isWindows()) {
            return found;
        }
        for (var folder : path.split(Pattern.quote(File.pathSeparator), -1)) {
            var bin = Path.of(folder);
            var interpreter = bin.resolve("python3");
            var prefix = bin.getParent();
            boolean isOwn = folder.contains(".pyenv") || folder.contains("conda");
            if (!folder.isBlank() && prefix != null && !isOwn && Files.exists(interpreter)) {
                var version = PythonVersions.ofInterpreter(interpreter);
                found.add(
                        found(
                                Kind.SYSTEM,
                                prefix.toString(),
                                prefix,
                                new Interpreter(interpreter, version),
                                false));
            }
        }
        return found;
    }

    private Path interpreter(Path prefix) {
        return machine.isWindows()
                ? prefix.resolve("Scripts/python.exe")
                : prefix.resolve("bin/python3");
    }

    private FoundEnvironment found(
            Kind kind, String name, Path prefix, Interpreter interpreter, boolean withNotebook) {
        var bin = interpreter.path().getParent();
        return new FoundEnvironment(
                new PythonEnvironment(
                        kind,
                        name,
                        prefix,
                        interpreter,
                        bin == null ? List.of() : List.of(bin),
                        ipykernelVersion(prefix)),
                withNotebook);
    }

    /// Looks for the package where pip, conda and Debian put it.
    private @Nullable String ipykernelVersion(Path prefix) {
        if (machine.isWindows()) {
            return versionIn(prefix.resolve("Lib/site-packages"));
        }
        for (var library : children(prefix.resolve("lib"))) {
            if (library.getFileName().toString().startsWith("python")) {
                for (var packages : List.of("site-packages", "dist-packages")) {
                    var version = versionIn(library.resolve(packages));
                    if (version != null) {
                        return version;
                    }
                }
            }
        }
        return null;
    }

    private static @Nullable String versionIn(Path packages) {
        if (!Files.isDirectory(packages.resolve("ipykernel"))) {
            return null;
        }
        for (var child : children(packages)) {
            var match = IPYKERNEL.matcher(child.getFileName().toString());
            if (match.matches()) {
                return match.group(1);
            }
        }
        return "";
    }

    private static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            LOG.debug("cannot list {}", folder, e);
            return List.of();
        }
    }
}
