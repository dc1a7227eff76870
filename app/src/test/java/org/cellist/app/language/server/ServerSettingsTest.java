package org.cellist.app.language.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerSettingsTest {

    private @TempDir Path folder;

    private static Object extraPaths(Path folder) {
        return new ServerSettings(folder, null).section("python.analysis.extraPaths");
    }

    @Test
    void modulesAreFoundInTheFolder() {
        assertEquals(List.of(folder.toString()), extraPaths(folder));
    }

    @Test
    void aPackageIsFoundFromWithin() throws Exception {
        var inner = Files.createDirectories(folder.resolve("package/inner"));
        Files.createFile(folder.resolve("package/__init__.py"));
        Files.createFile(inner.resolve("__init__.py"));

        assertEquals(List.of(inner.toString(), folder.toString()), extraPaths(inner));
    }

    @Test
    void whatIsNotSetIsNothing() {
        assertEquals(Map.of(), new ServerSettings(folder, null).section("python.nothing"));
    }
}
