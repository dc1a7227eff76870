package org.cellist.kernel;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// No kernel outlives the program that started it, however that ends.
class OrphanIT {

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource
    void afterKillMinus9NeitherTheKernelNorWhatItStartedLives(RealKernel real) throws Exception {
        var owner = startOwner(real);
        var words = said(owner).split(" ", 3);

        owner.destroyForcibly().waitFor(1, TimeUnit.MINUTES);

        assertTrue(Processes.ends(Long.parseLong(words[0])), "the kernel lives");
        assertTrue(Processes.ends(Long.parseLong(words[1])), "the kernel's child lives");
        assertFalse(Files.exists(Path.of(words[2])), "the connection file is there");
    }

    private Process startOwner(RealKernel real) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command =
                List.of(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        KernelOwner.class.getName(),
                        real.name(),
                        folder.toString());
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static String said(Process owner) throws Exception {
        try (BufferedReader reader = owner.inputReader()) {
            var line = reader.readLine();
            assertNotNull(line, "the owner started no kernel");
            return line;
        }
    }
}
