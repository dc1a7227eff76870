package org.cellist.kernel.runtime.local;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/// The folders where Jupyter looks for data, first match first, as `jupyter_core.paths` computes
/// them. Immutable.
final class JupyterPaths {

    private final Machine machine;

    JupyterPaths(Machine machine) {
        this.machine = machine;
    }

    /// Returns the folders that may hold `kernels/NAME/kernel.json`.
    List<Path> dataFolders() {
        var folders = new LinkedHashSet<Path>();
        var listed = machine.variable("JUPYTER_PATH");
        if (listed != null) {
            for (var folder : listed.split(Pattern.quote(File.pathSeparator), -1)) {
                if (!folder.isBlank()) {
                    folders.add(Path.of(folder));
                }
            }
        }
        folders.add(userData());
        folders.addAll(systemFolders());
        return new ArrayList<>(folders);
    }

    /// Returns where Jupyter keeps the user's own data.
    Path userData() {
        var chosen = machine.variable("JUPYTER_DATA_DIR");
        if (chosen != null) {
            return Path.of(chosen);
        }
        return switch (machine.system()) {
            case MACOS -> machine.home().resolve("Library/Jupyter");
            case WINDOWS -> {
                var roaming = machine.variable("APPDATA");
                yield roaming == null
                        ? machine.home().resolve("AppData/Roaming/jupyter")
                        : Path.of(roaming, "jupyter");
            }
            case LINUX -> {
                var xdg = machine.variable("XDG_DATA_HOME");
                yield xdg == null
                        ? machine.home().resolve(".local/share/jupyter")
                        : Path.of(xdg, "jupyter");
            }
        };
    }

    /// Returns where connection files are kept, so that other Jupyter tools find them by name.
    Path runtimeFolder() {
        var chosen = machine.variable("JUPYTER_RUNTIME_DIR");
        return chosen == null ? userData().resolve("runtime") : Path.of(chosen);
    }

    private List<Path> systemFolders() {
        if (machine.isWindows()) {
            var programData = machine.variable("PROGRAMDATA");
            return programData == null ? List.of() : List.of(Path.of(programData, "jupyter"));
        }
        return List.of(Path.of("/usr/local/share/jupyter"), Path.of("/usr/share/jupyter"));
    }
}
