package org.cellist.kernel.runtime.discovery;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cellist.kernel.runtime.KernelspecSource;

/// Where Jupyter keeps kernelspecs on each system, as `jupyter_core.paths.jupyter_path` and
/// `jupyter_client.kernelspec` look for them.
///
/// Immutable.
public final class JupyterPaths {

    private final Host host;

    public JupyterPaths(Host host) {
        this.host = host;
    }

    /// Returns the folders that do not belong to an environment, in the order in which names win.
    List<KernelsFolder> folders() {
        var folders = new ArrayList<KernelsFolder>();
        for (var path : host.folders("JUPYTER_PATH")) {
            folders.add(KernelsFolder.ofData(path, KernelspecSource.JUPYTER_PATH));
        }
        for (var path : userData()) {
            folders.add(KernelsFolder.ofData(path, KernelspecSource.USER));
        }
        var ipython = host.folder("IPYTHONDIR").orElse(host.home().resolve(".ipython"));
        folders.add(KernelsFolder.ofData(ipython, KernelspecSource.USER));
        for (var path : systemData()) {
            folders.add(KernelsFolder.ofData(path, KernelspecSource.SYSTEM));
        }
        return folders;
    }

    /// Returns the folder that connection files lie in.
    public Path runtime() {
        return host.folder("JUPYTER_RUNTIME_DIR").orElseGet(() -> ownData().resolve("runtime"));
    }

    private Path ownData() {
        return host.folder("JUPYTER_DATA_DIR").orElseGet(this::usualData);
    }

    private List<Path> userData() {
        var data = new ArrayList<Path>();
        data.add(ownData());
        userBase().map(it -> it.resolve("share").resolve("jupyter")).ifPresent(data::add);
        return data;
    }

    private Path usualData() {
        var home = host.home();
        return switch (host.os()) {
            case LINUX ->
                    host.folder("XDG_DATA_HOME")
                            .orElse(home.resolve(".local").resolve("share"))
                            .resolve("jupyter");
            case MACOS -> home.resolve("Library").resolve("Jupyter");
            case WINDOWS -> roaming().resolve("jupyter");
        };
    }

    /// Python's `site.USER_BASE`, where `pip install --user` puts data files.
    private Optional<Path> userBase() {
        var set = host.folder("PYTHONUSERBASE");
        return switch (host.os()) {
            case LINUX -> Optional.of(set.orElse(host.home().resolve(".local")));
            case MACOS -> set;
            case WINDOWS -> Optional.of(set.orElse(roaming().resolve("Python")));
        };
    }

    private Path roaming() {
        return host.folder("APPDATA").orElse(host.home().resolve("AppData").resolve("Roaming"));
    }

    private List<Path> systemData() {
        return switch (host.os()) {
            case LINUX ->
                    List.of(
                            host.system("usr/local/share/jupyter"),
                            host.system("usr/share/jupyter"));
            case MACOS ->
                    List.of(
                            host.system("usr/local/share/jupyter"),
                            host.system("opt/homebrew/share/jupyter"),
                            host.system("usr/share/jupyter"));
            case WINDOWS ->
                    host.folder("PROGRAMDATA").map(it -> it.resolve("jupyter")).stream().toList();
        };
    }
}
