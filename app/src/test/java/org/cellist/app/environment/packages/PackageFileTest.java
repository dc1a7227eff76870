package org.cellist.app.environment.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cellist.app.environment.packages.PackageFile.Outcome;
import org.cellist.app.environment.packages.PackageList.LeftOut;
import org.cellist.app.environment.packages.PackageList.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackageFileTest {

    @TempDir private Path folder;

    @Test
    void requirementsAreTakenWithWhatTheyNameBesideThem() throws Exception {
        var list = read("requirements.txt", "numpy==1.26.4\r\n# why\n-r more.txt\nx \\\n >= 2\n");

        assertEquals(
                List.of("numpy==1.26.4", "# why", "-r " + folder.resolve("more.txt"), "x   >= 2"),
                list.lines());
        assertTrue(list.isWhole());
    }

    @Test
    void whatLiesOnAnotherMachineIsLeftOut() throws Exception {
        var list =
                read(
                        "requirements.txt",
                        "numpy @ file:///croot/numpy_1\n-e .\n./here\n/abs.whl\nC:\\x.whl\nsix\n");

        assertEquals(List.of("six"), list.lines());
        assertEquals(5, list.leftOut().stream().filter(it -> it.reason() == Reason.LOCAL).count());
        assertFalse(list.isWhole());
    }

    @Test
    void whatPowerShellWritesIsRead() throws Exception {
        Files.write(
                folder.resolve("requirements.txt"),
                "\uFEFFnumpy==2\r\n".getBytes(StandardCharsets.UTF_16LE));

        assertEquals(List.of("numpy==2"), list(folder.resolve("requirements.txt")).lines());
    }

    @Test
    void condasFileIsTakenOverAsFarAsPipGoes() throws Exception {
        var list =
                read(
                        "environment.yml",
                        """
                        name: deep
                        channels: [pytorch, conda-forge, defaults]
                        dependencies:
                          - python=3.10
                          - pytorch=2.1
                          - conda-forge::opencv
                          - scikit-learn>=1.2,<2
                          - cudatoolkit=11.8
                          - libblas
                          - librosa
                          - r-base
                          - pip
                          - numpy[version='>=1']
                          - pip:
                            - transformers==4.40
                            - -e ./mine
                        """);

        assertEquals(
                List.of(
                        "torch==2.1.*",
                        "opencv-python-headless",
                        "scikit-learn>=1.2,<2",
                        "librosa",
                        "transformers==4.40"),
                list.lines());
        assertEquals(
                List.of(
                        new LeftOut("pytorch", Reason.CHANNEL),
                        new LeftOut("conda-forge", Reason.CHANNEL),
                        new LeftOut("cudatoolkit=11.8", Reason.NOT_PYTHON),
                        new LeftOut("libblas", Reason.NOT_PYTHON),
                        new LeftOut("r-base", Reason.NOT_PYTHON),
                        new LeftOut("numpy[version='>=1']", Reason.UNCLEAR),
                        new LeftOut("-e ./mine", Reason.LOCAL)),
                list.leftOut());
        assertEquals("3.10", list.python());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "numpy=1.21 | numpy==1.21.*",
                "numpy==1.21.2 | numpy==1.21.2",
                "numpy=1.21.2=py39_0 | numpy==1.21.2",
                "numpy 1.21.2 py39_0 | numpy==1.21.2",
                "numpy=1.21.* | numpy==1.21.*",
                "numpy 1.* | numpy==1.*",
                "numpy >=1.2, <2 | numpy>=1.2,<2",
                "numpy!=1.3 | numpy!=1.3",
                "numpy=* | numpy"
            })
    void condasVersionsBecomePips(String entry, String line) throws Exception {
        var list = read("environment.yml", "dependencies:\n  - \"" + entry + "\"\n");

        assertEquals(List.of(line), list.lines());
    }

    @Test
    void aProjectsDependenciesAreTakenAndItsGroupsOffered() throws Exception {
        var list =
                read(
                        "pyproject.toml",
                        """
                        [project]
                        name = "x"
                        requires-python = ">=3.10"
                        dependencies = ["numpy>=1.2", 'six; python_version<"3"', "m @ file:///m"]
                        [project.optional-dependencies]
                        plot = ["matplotlib"]
                        [dependency-groups]
                        dev = ["pytest>8", {include-group = "lint"}]
                        """);

        assertEquals(
                List.of(
                        "numpy>=1.2",
                        "six; python_version<\"3\"",
                        "# [plot]",
                        "# matplotlib",
                        "# [dev]",
                        "# pytest>8"),
                list.lines());
        assertEquals(List.of(new LeftOut("m @ file:///m", Reason.LOCAL)), list.leftOut());
        assertEquals(">=3.10", list.python());
        assertEquals(
                List.of("numpy>=1.2", "six; python_version<\"3\""),
                PackageLines.of(list.text()).arguments());
    }

    @Test
    void aProjectWhoseDependenciesAreMadeUpByAProgramSaysSo() throws Exception {
        var list = read("pyproject.toml", "[project]\ndynamic = [\"dependencies\"]\n");

        assertEquals(List.of(new LeftOut("dependencies", Reason.UNCLEAR)), list.leftOut());
        assertNull(list.python());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "environment.yml|- just\\n- a list",
                "environment.yml|a: [unclosed",
                "environment.yml|!!java.lang.Runtime {}",
                "environment.yml|a: &a [*a",
                "pyproject.toml|[project",
                "pyproject.toml|dependencies = "
            })
    void whatIsNotWrittenAsItsNameSaysIsNotUnderstood(String fileAndText) throws Exception {
        var parts = fileAndText.split("\\|", 2);

        assertInstanceOf(
                Outcome.NotUnderstood.class,
                PackageFile.read(write(parts[0], parts[1].replace("\\n", "\n"))));
    }

    @Test
    void deepNestingAndManyAliasesEndInWordsNotInACrash() throws Exception {
        var deep = "a = " + "[".repeat(200_000);
        var bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 60; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        var nested = "dependencies: " + "[".repeat(200_000);

        assertInstanceOf(Outcome.NotUnderstood.class, PackageFile.read(write("p.toml", deep)));
        assertInstanceOf(
                Outcome.NotUnderstood.class, PackageFile.read(write("b.yml", bomb.toString())));
        assertInstanceOf(Outcome.NotUnderstood.class, PackageFile.read(write("n.yml", nested)));
    }

    @Test
    void emptyAbsentAndHugeFilesAreSaidApart() throws Exception {
        assertInstanceOf(Outcome.Empty.class, PackageFile.read(write("r.txt", "# nothing\n")));
        assertInstanceOf(Outcome.Empty.class, PackageFile.read(write("e.yml", "name: x\n")));
        assertInstanceOf(Outcome.Empty.class, PackageFile.read(write("p.toml", "[tool.poetry]\n")));
        assertInstanceOf(Outcome.Unreadable.class, PackageFile.read(folder.resolve("no.txt")));
        assertInstanceOf(Outcome.Unreadable.class, PackageFile.read(folder));
        assertInstanceOf(
                Outcome.Unreadable.class,
                PackageFile.read(write("huge.txt", "x\n".repeat(600_000))));
    }

    @Test
    void theUsualFilesOfAFolderAreFound() throws Exception {
        write("pyproject.toml", "");
        write("requirements.txt", "");

        assertEquals(
                List.of(folder.resolve("requirements.txt"), folder.resolve("pyproject.toml")),
                PackageFile.in(folder));
    }

    private PackageList read(String name, String text) throws IOException {
        return list(write(name, text));
    }

    private static PackageList list(Path file) {
        return assertInstanceOf(Outcome.Read.class, PackageFile.read(file)).list();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
