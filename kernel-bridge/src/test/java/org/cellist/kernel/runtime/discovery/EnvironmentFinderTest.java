package org.cellist.kernel.runtime.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cellist.kernel.runtime.Interpreter;
import org.cellist.kernel.runtime.PythonEnvironment;
import org.cellist.kernel.runtime.PythonEnvironment.Kind;
import org.cellist.kernel.runtime.discovery.Host.Os;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentFinderTest {

    @TempDir private Path root;

    @ParameterizedTest
    @ValueSource(strings = {"work/project/notebooks", "work/project", "work/project/.venv/x"})
    void aVenvInOrAboveTheNotebooksFolderIsOfTheNotebook(String notebookFolder) throws Exception {
        var machine = new MadeUpHost(Os.LINUX, root);
        var prefix = machine.venv(root.resolve("work/project/.venv"), "3.12.4");
        machine.ipykernel(machine.site(prefix, "3.12.4"));
        Files.createDirectories(root.resolve(notebookFolder));

        var found = find(machine, root.resolve(notebookFolder));

        assertEquals(
                List.of(
                        new EnvironmentFinder.Found(
                                new PythonEnvironment(
                                        Kind.VENV,
                                        "project/.venv",
                                        prefix,
                                        new Interpreter(prefix.resolve("bin/python3"), "3.12.4"),
                                        List.of(prefix.resolve("bin")),
                                        "6.29.5"),
                                true)),
                found);
    }

    @Test
    void aVenvElsewhereIsNotFound() throws Exception {
        var machine = new MadeUpHost(Os.LINUX, root);
        machine.venv(root.resolve("work/other/.venv"), "3.12.4");
        Files.createDirectories(root.resolve("work/project"));

        assertEquals(List.of(), find(machine, root.resolve("work/project")));
    }

    @Test
    void aVenvThatWasActivatedIsNotOnlyOfTheNotebook() throws Exception {
        var machine = new MadeUpHost(Os.LINUX, root);
        var prefix = machine.venv(root.resolve("work/.venv"), "3.12.4");
        machine.set("VIRTUAL_ENV", prefix);

        var found = find(machine, root.resolve("work"));

        assertEquals(1, found.size());
        assertEquals(false, found.getFirst().ofNotebook());
    }

    @Test
    void aVenvMayShareItsBasesPackages() throws Exception {
        var machine = new MadeUpHost(Os.LINUX, root);
        var prefix = machine.venv(root.resolve("work/.venv"), "3.11.2");
        machine.file(
                prefix.resolve("pyvenv.cfg"),
                "home = "
                        + root.resolve("usr/bin")
                        + "\nversion = 3.11.2\ninclude-system-site-packages = true\n");
        machine.ipykernel(root.resolve("usr/lib/python3/dist-packages"));

        assertTrue(find(machine, root.resolve("work")).getFirst().environment().hasIpykernel());
    }

    @Test
    void condasEnvironmentsAreFoundByFolderAndByItsList() throws Exception {
        var machine = new MadeUpHost(Os.LINUX, root);
        var base = machine.conda(machine.home().resolve("miniconda3"), "3.11.7");
        Files.createDirectories(base.resolve("condabin"));
        machine.conda(base.resolve("envs/stats"), "3.10.13");
        var listed = machine.conda(root.resolve("data/env"), "3.9.18");
        machine.file(
                machine.home().resolve(".conda/environments.txt"),
                base + "\n" + listed + "\nnot absolute\n\n/gone\n");

        var found = environments(machine);

        assertEquals(
                List.of("base 3.11.7", "stats 3.10.13", "env 3.9.18"),
                found.stream().map(it -> it.name() + " " + it.interpreter().version()).toList());
        assertEquals(Kind.CONDA, found.getFirst().kind());
    }

    @Test
    void pyenvsVersionsAreFound() throws Exception {
        var machine = new MadeUpHost(Os.LINUX, root);
        var prefix = machine.home().resolve(".pyenv/versions/3.13.0");
        machine.program(prefix.resolve("bin/python3"));
        machine.ipykernel(machine.site(prefix, "3.13.0"));

        var found = environments(machine);

        assertEquals(Kind.PYENV, found.getFirst().kind());
        assertEquals("3.13.0", found.getFirst().interpreter().version());
        assertEquals("6.29.5", found.getFirst().ipykernelVersion());
    }

    @Test
    void debiansPythonHasItsPackagesInDistPackages() throws Exception {
        var machine = new MadeUpHost(Os.LINUX, root);
        machine.program(root.resolve("usr/bin/python3.11"));
        Files.createSymbolicLink(root.resolve("usr/bin/python3"), Path.of("python3.11"));
        machine.ipykernel(root.resolve("usr/lib/python3/dist-packages"));

        var found = environments(machine);

        assertEquals(
                List.of(
                        new PythonEnvironment(
                                Kind.SYSTEM,
                                "3.11",
                                root.resolve("usr"),
                                new Interpreter(root.resolve("usr/bin/python3"), "3.11"),
                                List.of(root.resolve("usr/bin")),
                                "6.29.5")),
                found);
    }

    @Test
    void shimsOfPyenvAreNoPythons() throws Exception {
        var machine = new MadeUpHost(Os.LINUX, root);
        var shims = machine.home().resolve(".pyenv/shims");
        machine.program(shims.resolve("python3"));
        machine.set("PATH", shims);

        assertEquals(List.of(), environments(machine));
    }

    @Test
    void applesPlaceholderIsNoPython() throws Exception {
        var machine = new MadeUpHost(Os.MACOS, root).set("PATH", root.resolve("usr/bin"));
        machine.program(root.resolve("usr/bin/python3"));
        var version = root.resolve("Library/Frameworks/Python.framework/Versions/3.12");
        machine.program(version.resolve("bin/python3.12"));

        var found = environments(machine);

        assertEquals(
                List.of(version.resolve("bin/python3.12")),
                found.stream().map(it -> it.interpreter().path()).toList());
    }

    @Test
    void venvsAmongThousandsOfFilesAreFound() throws Exception {
        var machine = new MadeUpHost(Os.LINUX, root);
        var work = Files.createDirectories(root.resolve("work"));
        for (int i = 0; i < 12_000; i++) {
            Files.createFile(work.resolve("data-" + i));
        }
        machine.venv(work.resolve(".venv"), "3.12.4");
        machine.venv(work.resolve("other"), "3.11.7");

        var found = find(machine, work).stream().map(it -> it.environment().name()).toList();

        assertEquals(List.of("work/.venv", "other"), found);
    }

    @Test
    void windowsHasItsProgramsElsewhere() throws Exception {
        var machine =
                new MadeUpHost(Os.WINDOWS, root)
                        .set("LOCALAPPDATA", root.resolve("home/ada/AppData/Local"));
        var installed = root.resolve("home/ada/AppData/Local/Programs/Python/Python312");
        machine.program(installed.resolve("python.exe"));
        machine.ipykernel(installed.resolve("Lib/site-packages"));
        var conda = machine.conda(machine.home().resolve("miniconda3"), "3.11.7");
        var venv = machine.venv(root.resolve("work/.venv"), "3.12.4");

        var found =
                find(machine, root.resolve("work")).stream()
                        .map(EnvironmentFinder.Found::environment)
                        .toList();

        assertEquals(
                List.of(
                        conda.resolve("python.exe"),
                        installed.resolve("python.exe"),
                        venv.resolve("Scripts/python.exe")),
                found.stream().map(it -> it.interpreter().path()).toList());
        assertEquals(
                List.of(conda, conda.resolve("Library/bin"), conda.resolve("Scripts")),
                found.getFirst().programFolders());
        assertTrue(found.get(1).hasIpykernel());
    }

    @Test
    void aHostilePyvenvCfgOnlyLosesItsVersion() throws Exception {
        var machine = new MadeUpHost(Os.LINUX, root);
        var prefix = machine.venv(root.resolve("work/.venv"), "3.12.4");
        machine.file(prefix.resolve("pyvenv.cfg"), "version = " + "9".repeat(1 << 20));

        var found = find(machine, root.resolve("work"));

        assertEquals("3.12", found.getFirst().environment().interpreter().version());
    }

    private static List<PythonEnvironment> environments(MadeUpHost machine) throws Exception {
        return new EnvironmentFinder(machine.host())
                .find(null).stream().map(EnvironmentFinder.Found::environment).toList();
    }

    private static List<EnvironmentFinder.Found> find(MadeUpHost machine, Path folder)
            throws Exception {
        return new EnvironmentFinder(machine.host()).find(folder);
    }
}
