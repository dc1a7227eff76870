package org.cellist.kernel.runtime.hosted;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everybody on a machine can knock at a recorder's port.
class RecorderDoorIT {

    @Test
    void onlyWhoKnowsTheSecretIsLetInAndNobodyElseCostsAnything(@TempDir Path folder)
            throws Exception {
        var program = Files.writeString(folder.resolve("recorder.py"), HostProgram.RECORDER);
        var strangers = Path.of("src", "test", "resources", "ssh", "strangers.py");
        var said = folder.resolve("said");

        var process =
                new ProcessBuilder(
                                "/usr/bin/python3",
                                strangers.toAbsolutePath().toString(),
                                program.toString())
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();

        process.waitFor();
        assertEquals("well kept\n", Files.readString(said, StandardCharsets.UTF_8));
    }
}
