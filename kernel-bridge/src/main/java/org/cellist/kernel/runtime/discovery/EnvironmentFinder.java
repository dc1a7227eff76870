package org.cellist.kernel.runtime.discovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cellist.kernel.runtime.PythonEnvironment;
import org.cellist.kernel.runtime.PythonEnvironment.Kind;
import org.cellist.kernel.runtime.discovery.Host.Os;
import org.jspecify.annotations.Nullable;

/// Finds the Python environments of a machine, and those in or above a notebook's folder.
///
/// Each interpreter is listed once, however many ways lead to it.
///
/// Confined to one search.
final class EnvironmentFinder {

    /// An environment and how it was found.
    ///
    /// @param ofNotebook whether only the notebook's folder led to it
    record Found(PythonEnvironment environment, boolean ofNotebook) {}

    private static final List<String> USUAL_NAMES = List.of(".venv", "venv", ".env", "env");
    private static final Pattern PYTHON = Pattern.compile("python3(\\.\\d+)?");

    private final Host host;
    private final PythonEnvironmentReader reader;

    /// By the interpreter's folder with its links resolved, and its real file: `python3` and
    /// `python3.11` are one, but not those of two venvs of one Python.
    private final Map<String, Found> found = new LinkedHashMap<>();

    EnvironmentFinder(Host host) {
        this.host = host;
        this.reader = new PythonEnvironmentReader(host);
    }

    /// Returns all environments: the activated one, then conda's, pyenv's, well-known venvs, the
    /// system's, and then those that only the notebook's folder leads to.
    List<Found> find(@Nullable Path notebookFolder) {
        activated();
        venvCollections();
        conda();
        pyenv();
        system();
        if (notebookFolder != null) {
            around(notebookFolder.toAbsolutePath().normalize());
        }
        return List.copyOf(found.values());
    }

    private void activated() {
        host.folder("VIRTUAL_ENV").flatMap(reader::venv).ifPresent(this::add);
        host.folder("CONDA_PREFIX").flatMap(reader::marked).ifPresent(this::add);
    }

    /// Where Cellist, virtualenvwrapper, pipenv and poetry keep theirs.
    private void venvCollections() {
        var home = host.home();
        var collections = new ArrayList<>(List.of(host.environments()));
        host.folder("WORKON_HOME").ifPresent(collections::add);
        collections.add(home.resolve(".virtualenvs"));
        collections.add(home.resolve(".local/share/virtualenvs"));
        collections.add(home.resolve(".cache/pypoetry/virtualenvs"));
        collections.add(home.resolve("Library/Caches/pypoetry/virtualenvs"));
        host.folder("LOCALAPPDATA")
                .map(it -> it.resolve("pypoetry/Cache/virtualenvs"))
                .ifPresent(collections::add);
        for (var collection : collections) {
            for (var prefix : Folders.subfolders(collection)) {
                reader.marked(prefix).ifPresent(this::add);
            }
        }
    }

    private void conda() {
        var bases = new ArrayList<Path>();
        for (var name :
                List.of("miniconda3", "anaconda3", "miniforge3", "mambaforge", "micromamba")) {
            bases.add(host.home().resolve(name));
            bases.add(host.system("opt").resolve(name));
            host.folder("PROGRAMDATA").map(it -> it.resolve(name)).ifPresent(bases::add);
            host.folder("LOCALAPPDATA").map(it -> it.resolve(name)).ifPresent(bases::add);
        }
        bases.add(host.system("opt/conda"));
        bases.add(host.system("opt/homebrew/Caskroom/miniconda/base"));
        host.folder("CONDA_EXE").map(Folders::parent).map(Folders::parent).ifPresent(bases::add);
        host.folder("MAMBA_ROOT_PREFIX").ifPresent(bases::add);
        for (var base : bases) {
            reader.marked(base).ifPresent(this::add);
            for (var prefix : Folders.subfolders(base.resolve("envs"))) {
                reader.marked(prefix).ifPresent(this::add);
            }
        }
        for (var prefix : lines(host.home().resolve(".conda/environments.txt"))) {
            reader.marked(prefix).ifPresent(this::add);
        }
    }

    private void pyenv() {
        var root = host.folder("PYENV_ROOT").orElse(host.home().resolve(".pyenv"));
        var versions =
                host.os() == Os.WINDOWS
                        ? host.home().resolve(".pyenv/pyenv-win/versions")
                        : root.resolve("versions");
        for (var prefix : Folders.subfolders(versions)) {
            reader.marked(prefix)
                    .or(
                            () ->
                                    reader.interpreterIn(prefix, Kind.PYENV)
                                            .flatMap(
                                                    it -> reader.installed(Kind.PYENV, prefix, it)))
                    .ifPresent(this::add);
        }
    }

    private void system() {
        if (host.os() == Os.WINDOWS) {
            for (var folder : windowsFolders()) {
                for (var prefix : Folders.entries(folder, "Python3*")) {
                    reader.installed(Kind.SYSTEM, prefix, prefix.resolve("python.exe"))
                            .ifPresent(this::add);
                }
            }
            return;
        }
        var folders = new ArrayList<>(host.folders("PATH"));
        folders.add(host.system("usr/local/bin"));
        folders.add(host.system("opt/homebrew/bin"));
        if (host.os() == Os.LINUX) {
            folders.add(host.system("usr/bin"));
        }
        var frameworks = host.system("Library/Frameworks/Python.framework/Versions");
        Folders.subfolders(frameworks).forEach(it -> folders.add(it.resolve("bin")));
        folders.forEach(this::programs);
    }

    private List<Path> windowsFolders() {
        var folders = new ArrayList<Path>();
        host.folder("LOCALAPPDATA")
                .map(it -> it.resolve("Programs").resolve("Python"))
                .ifPresent(folders::add);
        host.folder("PROGRAMFILES").ifPresent(folders::add);
        host.folder("SYSTEMDRIVE").ifPresent(folders::add);
        folders.add(host.root());
        return folders;
    }

    /// The Pythons of one folder of programs. pyenv's shims are scripts that only choose one; on
    /// macOS `/usr/bin/python3` opens a dialog that offers to install one.
    private void programs(Path folder) {
        var real = FolderSafety.real(folder).orElse(folder);
        boolean choosesOnly = real.endsWith("shims");
        boolean isApplePlaceholder = host.os() == Os.MACOS && real.equals(host.system("usr/bin"));
        if (choosesOnly || isApplePlaceholder) {
            return;
        }
        var prefix = Folders.parent(real);
        var marked = reader.marked(prefix);
        if (marked.isPresent()) {
            add(marked.get());
            return;
        }
        for (var python : Folders.entries(real, "python3*")) {
            if (PYTHON.matcher(Folders.name(python)).matches()) {
                reader.installed(Kind.SYSTEM, prefix, python).ifPresent(this::add);
            }
        }
    }

    /// The venvs in the notebook's folder and in each folder above it, but for those like `/tmp`,
    /// where everybody puts things and nothing belongs to the notebook.
    private void around(Path notebookFolder) {
        for (Path at = notebookFolder; at != null; at = at.getParent()) {
            if (at.equals(notebookFolder) || !FolderSafety.isOpenToAll(at)) {
                reader.venv(at).ifPresent(this::addOfNotebook);
                for (var name : USUAL_NAMES) { // found in a folder of any size
                    reader.venv(at.resolve(name)).ifPresent(this::addOfNotebook);
                }
                for (var prefix : Folders.subfolders(at)) {
                    reader.venv(prefix).ifPresent(this::addOfNotebook);
                }
            }
            if (at.equals(host.root())) {
                return;
            }
        }
    }

    private void add(PythonEnvironment environment) {
        found.putIfAbsent(identity(environment), new Found(environment, false));
    }

    private void addOfNotebook(PythonEnvironment environment) {
        found.putIfAbsent(identity(environment), new Found(environment, true));
    }

    private static String identity(PythonEnvironment environment) {
        var python = environment.interpreter().path();
        var prefix = environment.prefix();
        return FolderSafety.real(prefix).orElse(prefix)
                + "\0"
                + FolderSafety.real(python).orElse(python);
    }

    private static List<Path> lines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(it -> !it.isBlank())
                    .flatMap(it -> path(it.strip()).stream())
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text)).filter(Path::isAbsolute);
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
