package org.cellist.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.cellist.kernel.HostBridge;
import org.cellist.kernel.runtime.host.HostAnswer;
import org.cellist.kernel.runtime.host.SshHost;
import org.cellist.kernel.ssh.Answers;
import org.cellist.kernel.ssh.RealSshd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A window whose notebook runs on another machine: killed, or stopped for a while, while a cell
/// prints.
class KilledHostWindowIT {

    private static final SshHost BOX = SshHost.parse("box").orElseThrow();

    @TempDir Path folder;
    private RealSshd sshd;
    private HostBridge bridge;
    private KilledWindows windows;

    @BeforeEach
    void start() throws Exception {
        sshd = RealSshd.start(folder);
        bridge = new HostBridge(sshd.places(null));
        bridge.look(BOX, new Answers(true)); // from now on its key is known
        var arguments = List.of(folder.resolve("keeper").toString(), sshd.client().toString());
        windows = new KilledWindows(folder, sshd.home(), arguments);
    }

    @AfterEach
    void stop() throws Exception {
        if (bridge != null) {
            if (bridge.look(BOX, new Answers(true)) instanceof HostAnswer.Given(var listing)) {
                for (var kernel : listing.kernels()) {
                    bridge.end(BOX, kernel.id());
                }
            }
            bridge.close();
            sshd.close();
        }
    }

    @Test
    void tenKillsLoseNoLineAndDoubleNone() throws Exception {
        windows.areKilledAndOpenedAgain(10, new Random().nextLong());
    }

    @Test
    void aWindowThatStoodStillHasAllThatWasSaidMeanwhile() throws Exception {
        var window = windows.start("run");
        var words = window.inputReader();
        assertEquals("running", words.readLine());

        RealSshd.run("kill", "-STOP", Long.toString(window.pid()));
        KilledWindows.say(sshd.home().resolve("enough"));
        while (!Files.exists(sshd.home().resolve("count"))) {
            window.waitFor(10, TimeUnit.MILLISECONDS);
        }
        RealSshd.run("kill", "-CONT", Long.toString(window.pid()));

        KilledWindows.awaitDone(window, "it goes on");
        windows.haveEachLineOnce("");
    }
}
