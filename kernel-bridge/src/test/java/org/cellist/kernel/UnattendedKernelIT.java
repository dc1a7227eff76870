package org.cellist.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import org.cellist.kernel.runtime.LaunchOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// ipykernels that nobody is at differ from others by nothing that the code of a cell could see.
class UnattendedKernelIT {

    private static final LaunchOptions UNATTENDED = LaunchOptions.DEFAULT.unattended();

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource(names = {"DEBIAN_IPYKERNEL", "NEWEST_IPYKERNEL"})
    void aCellSeesTheSamePlaces(RealKernel real) throws Exception {
        var code =
                """
                import os, sys
                print(sys.argv[0], __name__, sys.flags.safe_path, os.getcwd())
                print(sys.path)
                print(sorted(k for k in vars(sys.modules["__main__"]) if k.startswith("__")))
                """;

        assertEquals(output(real, LaunchOptions.DEFAULT, code), output(real, UNATTENDED, code));
    }

    @Test
    void theDebuggerIsNotLoadedUntilACellAsksForIt() throws Exception {
        var code = "import sys; print('debugpy' in sys.modules); import debugpy; print('found')";

        assertEquals("False\nfound\n", output(RealKernel.DEBIAN_IPYKERNEL, UNATTENDED, code));
        assertEquals(
                "True\nfound\n", output(RealKernel.DEBIAN_IPYKERNEL, LaunchOptions.DEFAULT, code));
    }

    @Test
    void theKernelsOwnModulesDoNotComeFromTheNotebooksFolder() throws Exception {
        Files.writeString(folder.resolve("ipykernel.py"), "open('ran', 'w')");
        Files.writeString(folder.resolve("runpy.py"), "open('ran', 'w')");

        assertEquals("1\n", output(RealKernel.DEBIAN_IPYKERNEL, UNATTENDED, "print(1)"));
        assertFalse(Files.exists(folder.resolve("ran")));
    }

    private String output(RealKernel real, LaunchOptions options, String code) throws Exception {
        try (var kernel = real.start(RealKernel.bridge(), folder, options)) {
            return RecordedRun.output(kernel, code);
        }
    }
}
