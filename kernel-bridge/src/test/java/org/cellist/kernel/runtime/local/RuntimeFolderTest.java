package org.cellist.kernel.runtime.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.cellist.kernel.channel.ConnectionInfo;
import org.cellist.kernel.channel.CurveKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuntimeFolderTest {

    private static final ConnectionInfo CONNECTION =
            new ConnectionInfo("127.0.0.1", 1, 2, 3, 4, 5, "secret", null);

    @TempDir private Path root;

    @Test
    void onlyTheOwnerMayReadTheFolderAndTheFile() throws Exception {
        var file = new RuntimeFolder(root.resolve("a/runtime")).write(CONNECTION, "python3");

        assertEquals("rwx------", mode(root.resolve("a/runtime")));
        assertEquals("rw-------", mode(file));
    }

    @Test
    void aFolderThatWasOpenIsClosedFirst() throws Exception {
        var folder = Files.createDirectories(root.resolve("runtime"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));

        new RuntimeFolder(folder).write(CONNECTION, "python3");

        assertEquals("rwx------", mode(folder));
    }

    @Test
    void theFileSaysWhatJupyterExpects() throws Exception {
        var file = new RuntimeFolder(root).write(CONNECTION, "python3");

        assertEquals(
                "{\"shell_port\":1,\"iopub_port\":2,\"stdin_port\":3,\"control_port\":4,"
                        + "\"hb_port\":5,\"ip\":\"127.0.0.1\",\"key\":\"secret\","
                        + "\"transport\":\"tcp\",\"signature_scheme\":\"hmac-sha256\","
                        + "\"kernel_name\":\"python3\"}",
                Files.readString(file));
    }

    @Test
    void theKeysOfAKernelThatEncryptsAreInItsFileAlone() throws Exception {
        var keys = new CurveKeys("the public one", "the secret one");
        var encrypted = new ConnectionInfo("127.0.0.1", 1, 2, 3, 4, 5, "secret", keys);

        var written = Files.readString(new RuntimeFolder(root).write(encrypted, "python3"));

        assertTrue(
                written.endsWith(
                        ",\"curve_publickey\":\"the public one\","
                                + "\"curve_secretkey\":\"the secret one\"}"),
                written);
        assertFalse(encrypted.toString().contains("one"), "what is logged");
    }

    @Test
    void twoKernelsHaveTwoFiles() throws Exception {
        var folder = new RuntimeFolder(root);

        assertNotEquals(folder.write(CONNECTION, "a"), folder.write(CONNECTION, "a"));
    }

    @Test
    void aFileInThePlaceOfTheFolderIsSaid() throws Exception {
        var inTheWay = Files.createFile(root.resolve("runtime"));

        assertThrows(
                IOException.class, () -> new RuntimeFolder(inTheWay).write(CONNECTION, "python3"));
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
