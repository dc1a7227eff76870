package org.cellist.kernel.ssh;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.cellist.kernel.HostBridge;
import org.cellist.kernel.runtime.files.FilesProblem;
import org.cellist.kernel.runtime.files.PlaceFiles;
import org.cellist.kernel.runtime.files.PlaceFilesContract;
import org.cellist.kernel.runtime.host.HostAnswer;
import org.cellist.kernel.runtime.host.SshHost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The files of a machine whose SFTP server is not OpenSSH's: it replaces what has the new name
/// of a file, gives less than it is asked for, and its disk is full.
class SmallSftpIT implements PlaceFilesContract {

    private static final SshHost BOX = SshHost.parse("box").orElseThrow();

    private static final int NO_ROOM_AT = 1_000_000;

    @TempDir Path place;
    private RealSshd sshd;
    private HostBridge bridge;

    @BeforeEach
    void start() throws Exception {
        var script = Path.of("src", "test", "resources", "servers", "small_sftp.py");
        sshd =
                RealSshd.start(
                        place, "Subsystem sftp /usr/bin/python3 '" + script.toAbsolutePath() + "'");
        bridge = new HostBridge(sshd.places(null));
        Files.createDirectories(here());
        var answer = bridge.look(BOX, new Answers(true));
        assertInstanceOf(HostAnswer.Given.class, answer, answer::toString);
    }

    @AfterEach
    void stop() {
        if (sshd != null) {
            bridge.close();
            sshd.close();
        }
    }

    @Override
    public PlaceFiles files() {
        return bridge.files(BOX);
    }

    @Override
    public String folder() {
        return here().toString();
    }

    @Override
    public Path here() {
        return sshd.home().resolve("files");
    }

    @Override
    public void cut() {
        sshd.cut();
    }

    /// Pieces after the one that found no room may have found some.
    @Test
    void aFileThatFindsNoRoomHasNoHole() throws Exception {
        var path = folder() + "/refused";
        var bytes = PlaceFilesContract.bytes(LARGE);

        assertEquals(
                new FilesProblem.Full(path),
                PlaceFilesContract.problem(
                        () -> {
                            try (var out = files().write(path, 0)) {
                                out.write(bytes);
                            }
                        }));

        var kept = Files.readAllBytes(here().resolve("refused"));
        assertTrue(kept.length > 0 && kept.length <= NO_ROOM_AT, () -> kept.length + " bytes");
        assertArrayEquals(Arrays.copyOf(bytes, kept.length), kept);
    }
}
