package org.cellist.kernel.runtime.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.cellist.kernel.runtime.KernelspecSource;
import org.cellist.kernel.runtime.discovery.Host.Os;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `jupyter --paths` of jupyter_core 5 on each system gave the expected lists.
class JupyterPathsTest {

    @TempDir private Path root;

    @Test
    void linuxLooksInTheHomeAndThenInTheSystem() throws Exception {
        var machine = new MadeUpHost(Os.LINUX, root);

        assertEquals(
                List.of(
                        machine.home().resolve(".local/share/jupyter/kernels"),
                        machine.home().resolve(".local/share/jupyter/kernels"),
                        machine.home().resolve(".ipython/kernels"),
                        root.resolve("usr/local/share/jupyter/kernels"),
                        root.resolve("usr/share/jupyter/kernels")),
                paths(machine));
    }

    @Test
    void jupyterPathComesFirstAndItsRelativeEntriesAreLeftOut() throws Exception {
        var machine =
                new MadeUpHost(Os.LINUX, root)
                        .set(
                                "JUPYTER_PATH",
                                root.resolve("one"),
                                Path.of("two"),
                                root.resolve("x"));

        var folders = new JupyterPaths(machine.host()).folders();

        assertEquals(
                List.of(
                        new KernelsFolder(
                                root.resolve("one/kernels"), KernelspecSource.JUPYTER_PATH, null),
                        new KernelsFolder(
                                root.resolve("x/kernels"), KernelspecSource.JUPYTER_PATH, null)),
                folders.subList(0, 2));
    }

    @Test
    void aDataFolderThatIsSetReplacesTheUsualOne() throws Exception {
        var machine = new MadeUpHost(Os.LINUX, root).set("JUPYTER_DATA_DIR", root.resolve("data"));

        assertEquals(root.resolve("data/kernels"), paths(machine).getFirst());
        assertEquals(root.resolve("data/runtime"), new JupyterPaths(machine.host()).runtime());
    }

    @Test
    void xdgMovesTheUsualOne() throws Exception {
        var machine = new MadeUpHost(Os.LINUX, root).set("XDG_DATA_HOME", root.resolve("xdg"));

        assertEquals(root.resolve("xdg/jupyter/kernels"), paths(machine).getFirst());
    }

    @Test
    void macosLooksInTheLibraryAndInHomebrew() throws Exception {
        var machine = new MadeUpHost(Os.MACOS, root);

        assertEquals(
                List.of(
                        machine.home().resolve("Library/Jupyter/kernels"),
                        machine.home().resolve(".ipython/kernels"),
                        root.resolve("usr/local/share/jupyter/kernels"),
                        root.resolve("opt/homebrew/share/jupyter/kernels"),
                        root.resolve("usr/share/jupyter/kernels")),
                paths(machine));
    }

    @Test
    void windowsLooksInRoamingAndInProgramData() throws Exception {
        var roaming = root.resolve("home/ada/AppData/Roaming");
        var machine =
                new MadeUpHost(Os.WINDOWS, root)
                        .set("APPDATA", roaming)
                        .set("PROGRAMDATA", root.resolve("ProgramData"));

        assertEquals(
                List.of(
                        roaming.resolve("jupyter/kernels"),
                        roaming.resolve("Python/share/jupyter/kernels"),
                        machine.home().resolve(".ipython/kernels"),
                        root.resolve("ProgramData/jupyter/kernels")),
                paths(machine));
    }

    private static List<Path> paths(MadeUpHost machine) throws Exception {
        return new JupyterPaths(machine.host())
                .folders().stream().map(KernelsFolder::path).toList();
    }
}
