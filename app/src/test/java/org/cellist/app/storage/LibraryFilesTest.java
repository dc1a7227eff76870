package org.cellist.app.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibraryFilesTest {

    @ParameterizedTest
    @CsvSource({
        "/usr/lib/python3/dist-packages/numpy/core/fromnumeric.py, true",
        "/home/a/venv/lib/python3.12/site-packages/pandas/core/frame.py, true",
        "/usr/lib/python3.13/json/__init__.py, true",
        "/opt/py/lib64/python3.13t/json/__init__.py, true",
        "/usr/lib/node_modules/pyright/dist/typeshed/builtins.pyi, true",
        "/home/a/work/helpers.py, false",
        "/home/a/lib/helpers.py, false",
        "/home/a/python3.12/helpers.py, false",
        "/home/a/site-packages.py, false"
    })
    void whatIsInstalledIsKnownByItsFolder(Path file, boolean isLibrary) {
        assertEquals(isLibrary, LibraryFiles.contain(file));
    }

    @Test
    void onWindowsTheLibraryLiesBesideTheInterpreter(@TempDir Path folder) throws IOException {
        var file = folder.resolve("Lib/json/decoder.py");
        assertFalse(LibraryFiles.contain(file));

        Files.createFile(folder.resolve("python.exe"));

        assertTrue(LibraryFiles.contain(file));
    }
}
