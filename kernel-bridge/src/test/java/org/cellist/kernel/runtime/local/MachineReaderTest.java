package org.cellist.kernel.runtime.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineReaderTest {

    private static final long MEBIBYTE = 1 << 20;

    @TempDir private Path folder;
    private Path proc;
    private Path cgroups;
    private MachineReader reader;

    @BeforeEach
    void makeMachine() throws Exception {
        proc = Files.createDirectories(folder.resolve("proc"));
        cgroups = Files.createDirectories(folder.resolve("cgroup"));
        Files.createDirectories(proc.resolve("self"));
        Files.writeString(
                proc.resolve("meminfo"),
                """
                MemTotal:       16384000 kB
                MemFree:          512000 kB
                MemAvailable:    8192000 kB
                Buffers:          100000 kB
                """);
        Files.writeString(proc.resolve("stat"), "cpu  100 0 100 700 100 0 0 0 0 0\ncpu0 1 1\n");
        reader = new MachineReader(proc, cgroups);
    }

    @Test
    void whatCanStillBeHadIsMoreThanWhatNobodyUses() {
        var load = reader.read(folder);

        assertEquals(16_000 * MEBIBYTE, load.memoryBytes());
        assertEquals(8_000 * MEBIBYTE, load.freeBytes());
        assertEquals(8_000 * MEBIBYTE, load.usedBytes());
        assertTrue(load.diskBytes() >= load.diskFreeBytes());
    }

    @Test
    void theProcessorsAreAskedWhatTheyDidSinceTheLastLook() throws Exception {
        assertEquals(-1, reader.read(folder).cpu());

        Files.writeString(proc.resolve("stat"), "cpu  130 0 120 720 130 0 0 0 30 0\n");

        assertEquals(0.5, reader.read(folder).cpu(), 1e-9);
    }

    @Test
    void aContainersLimitCounts() throws Exception {
        Files.writeString(proc.resolve("self/cgroup"), "0::/user.slice/app.scope\n");
        var group = Files.createDirectories(cgroups.resolve("user.slice/app.scope"));
        Files.writeString(group.resolve("memory.max"), "max\n");
        var around = cgroups.resolve("user.slice");
        Files.writeString(around.resolve("memory.max"), (4_000 * MEBIBYTE) + "\n");
        Files.writeString(around.resolve("memory.current"), (3_000 * MEBIBYTE) + "\n");
        Files.writeString(
                around.resolve("memory.stat"), "anon 5\ninactive_file " + 500 * MEBIBYTE + "\n");

        var memory = reader.memory();

        assertEquals(4_000 * MEBIBYTE, memory.bytes());
        assertEquals(1_500 * MEBIBYTE, memory.free());
    }

    @Test
    void anotherSystemIsAskedThroughTheJavaMachine() {
        var load = new MachineReader(folder.resolve("no"), folder.resolve("no")).read(folder);

        assertTrue(load.memoryBytes() > 0);
        assertTrue(load.freeBytes() > 0);
    }
}
