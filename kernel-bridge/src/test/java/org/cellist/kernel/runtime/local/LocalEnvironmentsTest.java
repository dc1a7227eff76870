package org.cellist.kernel.runtime.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cellist.kernel.runtime.PythonEnvironment;
import org.cellist.kernel.runtime.PythonEnvironment.Kind;
import org.cellist.kernel.runtime.discovery.CatalogReader;
import org.cellist.kernel.runtime.discovery.Host;
import org.cellist.kernel.runtime.discovery.Host.Os;
import org.cellist.kernel.runtime.discovery.InstallRecipes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What makes environments on a machine whose files a test makes up.
class LocalEnvironmentsTest {

    @TempDir private Path root;

    @Test
    void environmentsAreMadeOfPythonsAndNotOfVenvs() throws Exception {
        program("usr/bin/python3.11");
        program("home/.pyenv/versions/3.12.1/bin/python3");
        program("home/.virtualenvs/x/bin/python3");
        file("home/.virtualenvs/x/pyvenv.cfg", "version = 3.12.1\n");

        assertEquals(
                List.of(Kind.SYSTEM, Kind.PYENV),
                environments().pythons().stream().map(PythonEnvironment::kind).toList());
    }

    @Test
    void aProgramOfTheNotebooksFolderIsNotTaken() throws Exception {
        var uv = program("usr/bin/uv");

        assertEquals(Optional.of(uv), environments().program("uv", root.resolve("elsewhere")));
        assertEquals(Optional.empty(), environments().program("uv", root.resolve("usr")));
        assertEquals(Optional.empty(), environments().program("conda", null));
    }

    @Test
    void debiansPythonNamesThePackageThatItLacks() throws Exception {
        program("usr/bin/apt-get");
        program("usr/bin/python3.11");
        var python = environments().pythons().getFirst();
        assertEquals(Optional.of("python3.11-venv"), environments().missingPackage(python));

        Files.createDirectories(root.resolve("usr/lib/python3.11/ensurepip"));

        assertEquals(Optional.empty(), environments().missingPackage(python));
    }

    @Test
    void aPythonIsGotByTheInstallersThatAreHereOrFromItsPage() throws Exception {
        assertEquals(List.of("https://www.python.org/downloads/"), environments().waysToPython());

        program("usr/bin/apt-get");

        assertEquals(
                List.of(
                        "sudo apt-get install python3 python3-venv",
                        "https://www.python.org/downloads/"),
                environments().waysToPython());
    }

    @Test
    void whatLiesInCellistsFolderIsFoundWithoutConsent() throws Exception {
        var folder = environments().ownFolder();
        assertEquals(root.resolve("data/cellist/environments"), folder);
        program("data/cellist/environments/stats/bin/python3");
        file("data/cellist/environments/stats/pyvenv.cfg", "version = 3.12.1\n");
        program("data/cellist/environments/deep/bin/python3");
        Files.createDirectories(folder.resolve("deep/conda-meta"));

        var found = catalog().list(null).installable();

        assertEquals(
                Set.of("stats", "deep"),
                found.stream()
                        .map(it -> Objects.requireNonNull(it.environment()).name())
                        .collect(Collectors.toSet()));
        assertTrue(found.stream().allMatch(it -> it.consentPath() == null));
    }

    private LocalEnvironments environments() throws IOException {
        return new LocalEnvironments(host(), catalog(), new InstallRecipes(host()));
    }

    private CatalogReader catalog() throws IOException {
        return new CatalogReader(host(), _ -> false, List.of());
    }

    private Host host() throws IOException {
        var home = Files.createDirectories(root.resolve("home"));
        var owner = Files.getOwner(root).getName();
        var variables =
                Map.of(
                        "PATH",
                        root.resolve("usr/bin").toString(),
                        "XDG_DATA_HOME",
                        root.resolve("data").toString());
        return new Host(Os.LINUX, root, home, variables, Set.of(owner), false);
    }

    private Path program(String place) throws IOException {
        var file = file(place, "#!/bin/sh\nexit 9\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }

    private Path file(String place, String text) throws IOException {
        var file = root.resolve(place);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
