package org.cellist.kernel.runtime.discovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cellist.kernel.runtime.Interpreter;
import org.cellist.kernel.runtime.PythonEnvironment;
import org.cellist.kernel.runtime.PythonEnvironment.Kind;
import org.cellist.kernel.runtime.discovery.Host.Os;
import org.jspecify.annotations.Nullable;

/// Reads what a Python environment is from the names of its files, and from its pyvenv.cfg.
///
/// Immutable.
final class PythonEnvironmentReader {

    private static final String VENV_MARK = "pyvenv.cfg";
    private static final String CONDA_MARK = "conda-meta";
    private static final long MAX_CONFIG_BYTES = 64 << 10;
    private static final Pattern NUMBERS = Pattern.compile("(\\d+\\.\\d+(?:\\.\\d+)?).*");
    private static final Pattern CONDA_PYTHON =
            Pattern.compile("python-(\\d+\\.\\d+\\.\\d+\\w*)-.*\\.json");
    private static final Pattern VERSIONED = Pattern.compile("python(\\d+\\.\\d+)");

    private final Host host;
    private final PythonSites sites;

    PythonEnvironmentReader(Host host) {
        this.host = host;
        this.sites = new PythonSites(host);
    }

    /// Returns the environment at this root if it is a venv or a conda environment with a Python.
    Optional<PythonEnvironment> marked(Path prefix) {
        return venv(prefix).or(() -> conda(prefix));
    }

    /// Returns the environment of a root that has a pyvenv.cfg.
    Optional<PythonEnvironment> venv(Path prefix) {
        var mark = prefix.resolve(VENV_MARK);
        if (!Files.isRegularFile(mark)) {
            return Optional.empty();
        }
        return interpreterIn(prefix, Kind.VENV).map(it -> venv(prefix, it, config(mark)));
    }

    private PythonEnvironment venv(Path prefix, Path python, Map<String, String> config) {
        var stated = config.getOrDefault("version_info", config.getOrDefault("version", ""));
        var version = numbers(stated).orElse(libraryVersion(prefix));
        var folders = new ArrayList<>(sites.own(prefix));
        if ("true".equalsIgnoreCase(config.get("include-system-site-packages"))) {
            basePrefix(config.get("home"))
                    .ifPresent(it -> folders.addAll(sites.shared(it, version)));
        }
        return environment(Kind.VENV, prefix, python, version, folders);
    }

    private Optional<PythonEnvironment> conda(Path prefix) {
        var mark = prefix.resolve(CONDA_MARK);
        if (!Files.isDirectory(mark)) {
            return Optional.empty();
        }
        var version =
                Folders.names(mark, "python-*.json").stream()
                        .flatMap(it -> CONDA_PYTHON.matcher(it).results())
                        .map(it -> it.group(1))
                        .findFirst()
                        .orElse(libraryVersion(prefix));
        return interpreterIn(prefix, Kind.CONDA)
                .map(
                        it ->
                                environment(
                                        Kind.CONDA,
                                        prefix,
                                        it,
                                        version,
                                        sites.shared(prefix, version)));
    }

    /// Returns the environment of a Python that pyenv or the system installed.
    ///
    /// @param prefix the folder above its `bin`, or on Windows the folder of its python.exe
    Optional<PythonEnvironment> installed(Kind kind, Path prefix, Path python) {
        if (!isProgram(python)) {
            return Optional.empty();
        }
        var name = kind == Kind.PYENV ? prefix : FolderSafety.real(python).orElse(python);
        var named =
                kind == Kind.PYENV
                        ? numbers(Folders.name(name))
                        : VERSIONED
                                .matcher(Folders.name(name))
                                .results()
                                .map(it -> it.group(1))
                                .findFirst();
        var version = named.orElse(libraryVersion(prefix));
        return Optional.of(
                environment(kind, prefix, python, version, sites.shared(prefix, version)));
    }

    /// Returns the Python of an environment's root.
    Optional<Path> interpreterIn(Path prefix, Kind kind) {
        List<String> names;
        if (host.os() == Os.WINDOWS) {
            names = List.of(kind == Kind.VENV ? "Scripts/python.exe" : "python.exe");
        } else {
            names = List.of("bin/python3", "bin/python");
        }
        return names.stream()
                .map(prefix::resolve)
                .filter(PythonEnvironmentReader::isProgram)
                .findFirst();
    }

    private PythonEnvironment environment(
            Kind kind, Path prefix, Path python, @Nullable String version, List<Path> folders) {
        return new PythonEnvironment(
                kind,
                name(kind, prefix, version),
                prefix,
                new Interpreter(python, version),
                programFolders(kind, prefix, python),
                PythonSites.ipykernel(folders).orElse(null));
    }

    /// `project/.venv` says more than `.venv`.
    private static String name(Kind kind, Path prefix, @Nullable String version) {
        var own = Folders.name(prefix);
        return switch (kind) {
            case VENV ->
                    List.of(".venv", "venv", ".env", "env").contains(own)
                            ? Folders.name(Folders.parent(prefix)) + "/" + own
                            : own;
            case CONDA -> Files.isDirectory(prefix.resolve("condabin")) ? "base" : own;
            case PYENV, SYSTEM -> version == null ? own : version;
        };
    }

    private List<Path> programFolders(Kind kind, Path prefix, Path python) {
        if (host.os() == Os.WINDOWS && kind != Kind.VENV) {
            var folders = new ArrayList<>(List.of(prefix, prefix.resolve("Scripts")));
            if (kind == Kind.CONDA) {
                folders.add(1, prefix.resolve("Library").resolve("bin"));
            }
            return folders;
        }
        return List.of(Folders.parent(python));
    }

    /// Returns the root of the Python that a venv was made with: pyvenv.cfg names its programs'
    /// folder.
    private Optional<Path> basePrefix(@Nullable String home) {
        try {
            if (home == null || !Path.of(home).isAbsolute()) {
                return Optional.empty();
            }
            var programs = Path.of(home);
            return Optional.of(host.os() == Os.WINDOWS ? programs : Folders.parent(programs));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private static @Nullable String libraryVersion(Path prefix) {
        return Folders.names(prefix.resolve("lib"), "python3.*").stream()
                .map(it -> it.substring("python".length()))
                .reduce((_, last) -> last)
                .orElse(null);
    }

    private static Optional<String> numbers(String text) {
        var match = NUMBERS.matcher(text.strip());
        return match.matches() ? Optional.of(match.group(1)) : Optional.empty();
    }

    private static boolean isProgram(Path path) {
        return Files.isRegularFile(path) && Files.isExecutable(path);
    }

    private static Map<String, String> config(Path file) {
        var config = new HashMap<String, String>();
        try {
            if (Files.size(file) > MAX_CONFIG_BYTES) {
                return config;
            }
            for (var line : Files.readAllLines(file)) {
                int equals = line.indexOf('=');
                if (equals > 0) {
                    config.put(
                            line.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                            line.substring(equals + 1).strip());
                }
            }
        } catch (IOException _) {
            config.clear();
        }
        return config;
    }
}
