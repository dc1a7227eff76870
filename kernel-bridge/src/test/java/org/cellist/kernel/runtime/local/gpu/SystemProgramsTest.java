package org.cellist.kernel.runtime.local.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cellist.kernel.runtime.discovery.Host;
import org.cellist.kernel.runtime.discovery.Host.Os;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "programs are scripts here")
class SystemProgramsTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir private Path root;

    @Test
    void aProgramsComplaintIsItsAnswer() throws Exception {
        var said = programs().ask(List.of("/bin/sh", "-c", "echo no; exit 9"), LONG);

        assertEquals(Optional.of("no\n"), said);
    }

    @Test
    void aProgramThatHangsIsKilledAndHasNoAnswer() throws Exception {
        var said =
                programs().ask(List.of("/bin/sh", "-c", "exec sleep 600"), Duration.ofMillis(50));

        assertEquals(Optional.empty(), said);
    }

    @Test
    void aProgramThatIsGoneHasNoAnswer() throws Exception {
        assertEquals(Optional.empty(), programs().ask(List.of("/nowhere/nvidia-smi"), LONG));
    }

    /// On a machine without a driver this is what happens: the library cannot be linked.
    @Test
    void aMissingDriverIsALineAndLeavesNothingBehind() throws Exception {
        assumeFalse(Files.exists(Path.of("/dev/nvidiactl")), "there is a driver here");
        var host = Host.current(System.getenv());
        assumeTrue(CudaProgram.isPossible(host), "CUDA has no library for this machine");

        var said = new SystemPrograms(host).askCuda(LONG).orElse("");

        assertTrue(said.startsWith(CudaAnswer.NO_LIBRARY), said);
        assertEquals(1, said.lines().count(), said);
    }

    @Test
    void amdsCardsAreFoundAmongOthersInTheirOrder() throws Exception {
        card("card10", "0x1002", "3000");
        card("card2", "0x1002", "1000");
        card("card0", "0x10de", "2000");
        Files.createDirectories(root.resolve("sys/class/drm/card2-HDMI-A-1"));

        assertEquals(
                List.of(
                        Map.of("mem_info_vram_total", "1000"),
                        Map.of("mem_info_vram_total", "3000")),
                programs().amdCards());
    }

    private void card(String name, String vendor, String memory) throws Exception {
        var device = Files.createDirectories(root.resolve("sys/class/drm/" + name + "/device"));
        Files.writeString(device.resolve("vendor"), vendor + "\n");
        Files.writeString(device.resolve("mem_info_vram_total"), memory + "\n");
    }

    private SystemPrograms programs() {
        return new SystemPrograms(new Host(Os.LINUX, root, root, Map.of(), Set.of(), false));
    }
}
