package org.cellist.kernel.runtime.discovery;

import static java.util.Objects.requireNonNull;
import static org.cellist.kernel.runtime.discovery.MadeUpHost.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.runtime.ConsentStore;
import org.cellist.kernel.runtime.Interpreter;
import org.cellist.kernel.runtime.InterruptMode;
import org.cellist.kernel.runtime.KernelCatalog;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.KernelspecFile;
import org.cellist.kernel.runtime.KernelspecSource;
import org.cellist.kernel.runtime.PythonEnvironment;
import org.cellist.kernel.runtime.RefusedKernelspec.Reason;
import org.cellist.kernel.runtime.discovery.Host.Os;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogReaderTest {

    @TempDir private Path root;

    private MadeUpHost machine;
    private Path notebooks;

    @BeforeEach
    void makeMachine() throws Exception {
        machine = new MadeUpHost(Os.LINUX, root).set("PATH", root.resolve("usr/bin"));
        notebooks = Files.createDirectories(root.resolve("downloads/paper"));
    }

    @Test
    void debiansKernelspecAndItsPythonAreOne() throws Exception {
        debianPython();
        var folder =
                machine.kernelspec(
                        root.resolve("usr/share/jupyter"),
                        "python3",
                        json(
                                "Python 3 (ipykernel)",
                                "python",
                                python(),
                                "-m",
                                "ipykernel_launcher"));

        var kernelspecs = list().kernelspecs();

        assertEquals(1, kernelspecs.size());
        var only = kernelspecs.getFirst();
        assertEquals(folder, only.folder());
        assertEquals(KernelspecSource.SYSTEM, only.source());
        assertEquals(new Interpreter(Path.of(python()), "3.11"), only.interpreter());
        assertFalse(only.needsConsent());
    }

    @Test
    void anEnvironmentsPlainPythonIsItsOwn() throws Exception {
        var conda = machine.conda(machine.home().resolve("miniconda3"), "3.11.7");
        machine.ipykernel(machine.site(conda, "3.11.7"));
        machine.kernelspec(
                conda.resolve("share/jupyter"),
                "python3",
                json("Python 3", "python", "python", "-m", "ipykernel_launcher"));

        var kernelspecs = list().kernelspecs();

        assertEquals(
                List.of(new Interpreter(conda.resolve("bin/python3"), "3.11.7")),
                kernelspecs.stream().map(Kernelspec::interpreter).toList());
        assertEquals(KernelspecSource.ENVIRONMENT, kernelspecs.getFirst().source());
    }

    @Test
    void anEnvironmentWithIpykernelAloneCanBeStarted() throws Exception {
        var prefix = machine.venv(machine.home().resolve(".virtualenvs/stats"), "3.12.4");
        machine.ipykernel(machine.site(prefix, "3.12.4"));

        var only = list().kernelspecs().getFirst();

        assertEquals("python3", only.name());
        assertEquals("Python 3.12.4 (stats)", only.displayName());
        assertEquals(
                List.of(
                        prefix.resolve("bin/python3").toString(),
                        "-m",
                        "ipykernel_launcher",
                        "-f",
                        "{connection_file}"),
                only.argv());
    }

    @Test
    void aKernelspecOfAVenvElsewhereGetsThatVenvsVersion() throws Exception {
        var prefix = machine.venv(root.resolve("srv/envs/ml"), "3.10.1");
        machine.kernelspec(
                machine.home().resolve(".local/share/jupyter"),
                "ml",
                json("ML", "python", prefix + "/bin/python3", "-m", "ipykernel_launcher"));

        var only = list().kernelspecs().getFirst();

        assertEquals(prefix, environment(only).prefix());
        assertEquals("3.10.1", interpreter(only).version());
    }

    @Test
    void aKernelspecWhoseProgramIsMissingIsListedAsSuch() throws Exception {
        machine.kernelspec(
                machine.home().resolve(".local/share/jupyter"),
                "ir",
                json("R", "R", "R", "--slave"));

        var only = list().kernelspecs().getFirst();

        assertFalse(only.isRunnable());
        assertNull(only.consentPath());
    }

    @Test
    void placesAreFilledBeforeTheProgramIsLookedFor() throws Exception {
        var data = machine.home().resolve(".local/share/jupyter");
        var folder =
                machine.kernelspec(data, "x", json("X", "x", "{resource_dir}/run", "{unknown}"));
        machine.program(folder.resolve("run"));

        assertEquals(folder.resolve("run"), interpreter(list().kernelspecs().getFirst()).path());
    }

    @Test
    void aVenvOfTheNotebookNeedsConsentAndComesFirst() throws Exception {
        debianPython();
        machine.ipykernel(root.resolve("usr/lib/python3/dist-packages"));
        var prefix = machine.venv(notebooks.resolve(".venv"), "3.12.4");
        machine.ipykernel(machine.site(prefix, "3.12.4"));

        var kernelspecs = list().kernelspecs();

        assertEquals(
                List.of(Optional.of(prefix.toRealPath().resolve("bin/python3")), Optional.empty()),
                kernelspecs.stream().map(it -> Optional.ofNullable(it.consentPath())).toList());
        assertEquals("3.11", interpreter(list().named("python3").orElseThrow()).version());
    }

    @Test
    void consentIsAskedOncePerPath() throws Exception {
        var prefix = machine.venv(notebooks.resolve(".venv"), "3.12.4");
        machine.ipykernel(machine.site(prefix, "3.12.4"));
        var granted = Set.of(prefix.toRealPath().resolve("bin/python3"));

        var catalog = reader(granted::contains).list(notebooks);

        assertFalse(catalog.kernelspecs().getFirst().needsConsent());
    }

    @Test
    void aKernelJsonInsideTheNotebooksVenvIsNotRead() throws Exception {
        var prefix = machine.venv(notebooks.resolve(".venv"), "3.12.4");
        machine.kernelspec(
                prefix.resolve("share/jupyter"), "evil", json("Evil", "python", "/bin/evil"));

        var catalog = list();

        assertEquals(List.of(), catalog.kernelspecs());
        assertEquals(
                prefix, requireNonNull(catalog.installable().getFirst().environment()).prefix());
        assertEquals(
                prefix.toRealPath().resolve("bin/python3"),
                catalog.installable().getFirst().consentPath());
    }

    @Test
    void listingExecutesNothing() throws Exception {
        var prefix = machine.venv(notebooks.resolve(".venv"), "3.12.4");
        machine.ipykernel(machine.site(prefix, "3.12.4"));
        debianPython();

        list();

        try (var files = Files.walk(root)) {
            assertEquals(List.of(), files.filter(it -> it.toString().endsWith(".ran")).toList());
        }
    }

    @Test
    void aJupyterPathInsideTheNotebooksFolderNeedsConsent() throws Exception {
        debianPython();
        machine.set("JUPYTER_PATH", notebooks.resolve("jupyter"));
        var folder =
                machine.kernelspec(
                        notebooks.resolve("jupyter"), "evil", json("Evil", "python", python()));

        var evil = list().named("evil").orElseThrow();

        assertEquals(folder.toRealPath(), evil.consentPath());
    }

    @Test
    void aLinkOutOfTheNotebooksFolderDoesNotHideWhereItLies() throws Exception {
        debianPython();
        var inside =
                machine.kernelspec(
                        notebooks.resolve("jupyter"), "evil", json("Evil", "python", python()));
        machine.set("JUPYTER_PATH", root.resolve("alias"));
        Files.createSymbolicLink(root.resolve("alias"), notebooks.resolve("jupyter"));

        assertEquals(inside.toRealPath(), list().named("evil").orElseThrow().consentPath());
    }

    @Test
    void anArgumentInsideTheNotebooksFolderNeedsConsent() throws Exception {
        debianPython();
        var script = machine.program(notebooks.resolve("start.py"));
        machine.kernelspec(
                machine.home().resolve(".local/share/jupyter"),
                "mine",
                json("Mine", "python", python(), script.toString()));

        assertEquals(script.toRealPath(), list().named("mine").orElseThrow().consentPath());
    }

    @Test
    void aFolderWhoseNameOnlyBeginsAlikeIsAnother() throws Exception {
        debianPython();
        machine.set("JUPYTER_PATH", root.resolve("downloads/paper-tools"));
        machine.kernelspec(
                root.resolve("downloads/paper-tools"), "tool", json("T", "python", python()));

        assertNull(list().named("tool").orElseThrow().consentPath());
    }

    @Test
    void aNotebookInTheHomeFolderDoesNotMakeTheWholeHomeSuspect() throws Exception {
        var conda = machine.conda(machine.home().resolve("miniconda3"), "3.11.7");
        machine.ipykernel(machine.site(conda, "3.11.7"));
        var venv = machine.venv(machine.home().resolve("venv"), "3.12.4");
        machine.ipykernel(machine.site(venv, "3.12.4"));

        var kernelspecs = reader(ConsentStore.NOTHING).list(machine.home()).kernelspecs();

        assertEquals(
                List.of(true, false), kernelspecs.stream().map(Kernelspec::needsConsent).toList());
        assertEquals(venv, environment(kernelspecs.getFirst()).prefix());
    }

    @Test
    void whatAnotherUserOwnsNeedsConsent() throws Exception {
        debianPython();
        var data = machine.home().resolve(".local/share/jupyter");
        var folder = machine.kernelspec(data, "theirs", json("T", "python", python()));
        var host = machine.host();
        var stranger =
                new Host(
                        host.os(), host.root(), host.home(), host.env(), Set.of("somebody"), false);

        var catalog = new CatalogReader(stranger, ConsentStore.NOTHING, List.of()).list(null);

        assertEquals(folder.toRealPath(), catalog.named("theirs").orElseThrow().consentPath());
    }

    @Test
    void anEnvironmentThatEverybodyMayChangeIsRefused() throws Exception {
        var prefix = machine.venv(machine.home().resolve(".virtualenvs/open"), "3.12.4");
        machine.ipykernel(machine.site(prefix, "3.12.4"));
        Files.setPosixFilePermissions(prefix, PosixFilePermissions.fromString("rwxrwxrwx"));

        var catalog = list();

        assertEquals(List.of(), catalog.kernelspecs());
        assertEquals(Reason.WORLD_WRITABLE, catalog.refused().getFirst().reason());
        assertEquals(prefix, catalog.refused().getFirst().folder());
    }

    @Test
    void theBuiltInKernelIsAlwaysLast() throws Exception {
        var java =
                new Kernelspec(
                        "java",
                        new KernelspecFile(
                                List.of("java"),
                                "Java",
                                "java",
                                InterruptMode.MESSAGE,
                                Map.of(),
                                JsonObject.EMPTY),
                        KernelspecSource.BUILT_IN,
                        null,
                        new Interpreter(Path.of("/java"), "25"),
                        null,
                        null);
        debianPython();
        machine.ipykernel(root.resolve("usr/lib/python3/dist-packages"));

        var catalog =
                new CatalogReader(machine.host(), ConsentStore.NOTHING, List.of(java))
                        .list(notebooks);

        assertEquals(2, catalog.kernelspecs().size());
        assertEquals(java, catalog.kernelspecs().getLast());
    }

    @Test
    void anEarlierListingForAnotherFolderGivesNoConsent() throws Exception {
        var prefix = machine.venv(notebooks.resolve("env"), "3.12.4");
        machine.ipykernel(machine.site(prefix, "3.12.4"));
        machine.set("VIRTUAL_ENV", prefix);
        var reader = reader(ConsentStore.NOTHING);
        var kernelspec = reader.list(root.resolve("elsewhere")).kernelspecs().getFirst();
        assertFalse(kernelspec.needsConsent());

        assertTrue(reader.consentNeeded(kernelspec, notebooks).isPresent());
    }

    private static PythonEnvironment environment(Kernelspec kernelspec) {
        return requireNonNull(kernelspec.environment());
    }

    private static Interpreter interpreter(Kernelspec kernelspec) {
        return requireNonNull(kernelspec.interpreter());
    }

    private void debianPython() throws Exception {
        machine.program(root.resolve("usr/bin/python3.11"));
        Files.createSymbolicLink(root.resolve("usr/bin/python3"), Path.of("python3.11"));
    }

    private String python() {
        return root.resolve("usr/bin/python3").toString();
    }

    private KernelCatalog list() throws Exception {
        return reader(ConsentStore.NOTHING).list(notebooks);
    }

    private CatalogReader reader(ConsentStore consents) throws Exception {
        return new CatalogReader(machine.host(), consents, List.of());
    }
}
