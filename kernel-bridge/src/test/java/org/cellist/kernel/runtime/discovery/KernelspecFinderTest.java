package org.cellist.kernel.runtime.discovery;

import static org.cellist.kernel.runtime.discovery.MadeUpHost.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.cellist.kernel.protocol.json.JsonValue.JsonBoolean;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.runtime.InterruptMode;
import org.cellist.kernel.runtime.KernelspecFile;
import org.cellist.kernel.runtime.KernelspecSource;
import org.cellist.kernel.runtime.RefusedKernelspec;
import org.cellist.kernel.runtime.RefusedKernelspec.Reason;
import org.cellist.kernel.runtime.discovery.Host.Os;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelspecFinderTest {

    @TempDir private Path root;

    private MadeUpHost machine;
    private Path data;
    private KernelspecFinder finder;

    @BeforeEach
    void makeMachine() throws Exception {
        machine = new MadeUpHost(Os.LINUX, root);
        data = root.resolve("data");
        finder = new KernelspecFinder(new FolderSafety(machine.host()));
    }

    @Test
    void everyMemberOfKernelJsonIsKept() throws Exception {
        machine.kernelspec(
                data,
                "IR",
                """
                {"argv": ["R", "-f", "{connection_file}"], "display_name": "R 4", "language": "R",
                 "interrupt_mode": "message", "env": {"A": "1", "B": 2}, "metadata": {"x": true}}
                """);

        search();

        var found = finder.found().getFirst();
        assertEquals("ir", found.name());
        assertEquals(
                new KernelspecFile(
                        List.of("R", "-f", "{connection_file}"),
                        "R 4",
                        "R",
                        InterruptMode.MESSAGE,
                        Map.of("A", "1"),
                        JsonObject.EMPTY.with("x", new JsonBoolean(true))),
                found.file());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "[]",
                "{}",
                "{\"argv\": []}",
                "{\"argv\": [1]}",
                "{\"argv\": \"python\"}",
                "{\"argv\": [\" \"]}",
                "{\"argv\": [\"a\\u0000b\"]}"
            })
    void whatNamesNoProgramIsRefusedAndSaid(String json) throws Exception {
        var folder = machine.kernelspec(data, "broken", json);

        search();

        assertEquals(List.of(), finder.found());
        assertEquals(
                List.of(
                        new RefusedKernelspec(
                                folder, Reason.MALFORMED, folder.resolve("kernel.json"))),
                finder.refused());
    }

    @Test
    void aHugeFileIsNotRead() throws Exception {
        var folder = machine.kernelspec(data, "huge", " ".repeat((1 << 20) + 1));

        search();

        assertEquals(Reason.UNREADABLE, finder.refused().getFirst().reason());
        assertEquals(folder, finder.refused().getFirst().folder());
    }

    @ParameterizedTest
    @ValueSource(strings = {"data", "data/kernels", "data/kernels/python3"})
    void aFolderThatEverybodyMayWriteToIsRefused(String writable) throws Exception {
        var folder = machine.kernelspec(data, "python3", json("Python", "python", "python"));
        mode(root.resolve(writable), "rwxrwxrwx");

        search();

        assertEquals(List.of(), finder.found());
        assertEquals(
                List.of(
                        new RefusedKernelspec(
                                folder, Reason.WORLD_WRITABLE, root.resolve(writable))),
                finder.refused());
    }

    @Test
    void aFileThatEverybodyMayWriteToIsRefused() throws Exception {
        var folder = machine.kernelspec(data, "python3", json("Python", "python", "python"));
        mode(folder.resolve("kernel.json"), "rw-rw-rw-");

        search();

        assertEquals(Reason.WORLD_WRITABLE, finder.refused().getFirst().reason());
    }

    @Test
    void aLinkIntoAWritableFolderIsRefused() throws Exception {
        var there = root.resolve("shared");
        machine.kernelspec(there, "python3", json("Python", "python", "python"));
        mode(there, "rwxrwxrwx");
        Files.createDirectories(data);
        Files.createSymbolicLink(data.resolve("kernels"), there.resolve("kernels"));

        search();

        assertEquals(Reason.WORLD_WRITABLE, finder.refused().getFirst().reason());
        assertEquals(there, finder.refused().getFirst().culprit());
    }

    @Test
    void aStickyFolderIsNoDanger() throws Exception {
        machine.kernelspec(data, "python3", json("Python", "python", "python"));
        Files.setAttribute(data, "unix:mode", 0_1777);

        search();

        assertEquals(1, finder.found().size());
    }

    @Test
    void aFolderThatIsReachedTwiceCountsOnce() throws Exception {
        machine.kernelspec(data, "python3", json("Python", "python", "python"));
        Files.createSymbolicLink(root.resolve("again"), data);

        search();
        finder.search(KernelsFolder.ofData(root.resolve("again"), KernelspecSource.SYSTEM));

        assertEquals(1, finder.found().size());
        assertEquals(KernelspecSource.USER, finder.found().getFirst().place().source());
    }

    @Test
    void namesThatJupyterForbidsAreLeftOut() throws Exception {
        machine.kernelspec(data, "my kernel", json("Python", "python", "python"));

        search();

        assertEquals(List.of(), finder.found());
    }

    private void search() {
        finder.search(KernelsFolder.ofData(data, KernelspecSource.USER));
    }

    private static void mode(Path path, String permissions) throws Exception {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
}
