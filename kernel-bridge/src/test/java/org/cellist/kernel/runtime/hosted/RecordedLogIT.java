package org.cellist.kernel.runtime.hosted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The log of a recorder on another machine: torn, damaged, settled, written anew.
class RecordedLogIT {

    private static final int CHECKS = 15;

    @TempDir Path folder;

    @Test
    void aLogIsWholeWhateverHappensToIt() throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "only there pyzmq is set up");
        var program = folder.resolve("checks.py");
        Files.writeString(program, part("recorded.py") + part("recorded_test.py"));

        var process =
                new ProcessBuilder("/usr/bin/python3", program.toString())
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(0, process.waitFor(), said);
        assertEquals(CHECKS, List.of(said.strip().split("\n", -1)).size(), said);
    }

    private static String part(String name) throws Exception {
        try (var in = RecordedLogIT.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
