package org.cellist.app.session;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.cellist.kernel.KernelBridge;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A window that is killed while a cell prints, and opened again: the cell prints on, and the
/// notebook has each line once, in order.
class KilledWindowIT {

    @TempDir private Path folder;

    @AfterEach
    void endKernels() throws Exception {
        var kept = new KernelBridge(null, _ -> true, keeper()).kept().orElseThrow();
        for (var each : kept.sessions()) {
            kept.stop(each.id(), Duration.ZERO);
        }
        endKeeper();
    }

    /// It writes into the test's folder.
    private void endKeeper() throws Exception {
        var address = Files.readString(keeper().resolve("v1/address.json"));
        var id = Pattern.compile("\"pid\": *([0-9]+)").matcher(address);
        assertTrue(id.find(), address);
        var process = ProcessHandle.of(Long.parseLong(id.group(1)));
        if (process.isPresent()) {
            process.get().destroyForcibly();
            process.get().onExit().get(1, TimeUnit.MINUTES);
        }
    }

    @Test
    void tenKillsLoseNoLineAndDoubleNone() throws Exception {
        windows().areKilledAndOpenedAgain(10, new Random().nextLong());
    }

    @Test
    @Tag("long")
    void twoHundredKillsLoseNoLineAndDoubleNone() throws Exception {
        windows().areKilledAndOpenedAgain(200, new Random().nextLong());
    }

    private KilledWindows windows() throws IOException {
        return new KilledWindows(folder, folder, List.of(keeper().toString()));
    }

    private Path keeper() {
        return folder.resolve("keeper");
    }
}
