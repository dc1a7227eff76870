package org.cellist.kernel;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.cellist.kernel.client.RunAdopter;
import org.cellist.kernel.runtime.KernelRuntime.OnHost;
import org.cellist.kernel.runtime.LaunchOptions;
import org.cellist.kernel.runtime.host.HostAnswer;
import org.cellist.kernel.runtime.host.HostListing;
import org.cellist.kernel.runtime.host.SshHost;
import org.cellist.kernel.runtime.hosted.HostTimes;
import org.cellist.kernel.runtime.server.JupyterServers.Notebook;
import org.cellist.kernel.ssh.Answers;
import org.cellist.kernel.ssh.RealSshd;

/// A real OpenSSH server, a notebook that runs its kernel there, and the recorder of that kernel
/// as whoever may do everything on the machine sees it.
///
/// Confined to the test's thread.
final class RecordedHost {

    /// Prints until there is a file `go`.
    static final String UNTIL_TOLD =
            """
            import os, time
            n = 1
            print('on', flush=True)
            while not os.path.exists('go'):
                print('.', end='', flush=True)
                time.sleep(0.02)
            print('off', flush=True)
            open('done', 'w').close()
            """;

    private static final SshHost BOX = SshHost.parse("box").orElseThrow();
    private static final Notebook NOTEBOOK = new Notebook("art-0f3c.ipynb", "art.ipynb");

    private final RealSshd sshd;
    private final HostBridge bridge;

    private RecordedHost(RealSshd sshd, HostBridge bridge) {
        this.sshd = sshd;
        this.bridge = bridge;
    }

    static RecordedHost start(Path folder, HostTimes times) throws Exception {
        var sshd = RealSshd.start(folder);
        return new RecordedHost(sshd, new HostBridge(sshd.places(null), times));
    }

    /// Returns the home there, in which a kernel works.
    Path home() {
        return sshd.home();
    }

    HostBridge bridge() {
        return bridge;
    }

    void say(String file) throws Exception {
        Files.createFile(home().resolve(file));
    }

    /// Breaks all connections.
    void cut() {
        sshd.cut();
    }

    ConnectedKernel connect() throws Exception {
        return connect(RunAdopter.NOBODY);
    }

    ConnectedKernel connect(RunAdopter adopter) throws Exception {
        return connected(bridge.connect(python(), NOTEBOOK, LaunchOptions.DEFAULT, adopter));
    }

    ConnectedKernel connect(Notebook notebook) throws Exception {
        return connected(
                bridge.connect(python(), notebook, LaunchOptions.DEFAULT, RunAdopter.NOBODY));
    }

    ConnectedKernel connect(String name, String value) throws Exception {
        var options = LaunchOptions.DEFAULT.withEnv(Map.of(name, value));
        return connected(bridge.connect(python(), NOTEBOOK, options, RunAdopter.NOBODY));
    }

    HostAnswer<String> restart() throws Exception {
        return bridge.restart(BOX, HostBridge.id(NOTEBOOK));
    }

    ConnectOutcome resume(RunAdopter adopter) throws Exception {
        return bridge.resume(python(), NOTEBOOK, LaunchOptions.DEFAULT, adopter);
    }

    static ConnectedKernel connected(ConnectOutcome outcome) {
        return assertInstanceOf(ConnectOutcome.Connected.class, outcome, outcome::toString)
                .kernel();
    }

    private OnHost python() throws Exception {
        return listing().kernelspecs().stream()
                .filter(it -> it.language().equals("python"))
                .findFirst()
                .map(it -> new OnHost(BOX, it, null))
                .orElseThrow();
    }

    HostListing listing() throws Exception {
        return switch (bridge.look(BOX, new Answers(true))) {
            case HostAnswer.Given(var listing) -> listing;
            case HostAnswer.Refused(var problem) -> throw new AssertionError(problem.toString());
        };
    }

    /// Returns the log of the only kernel.
    Path log() throws Exception {
        try (var each = Files.list(home().resolve(".local/state/cellist/kernels"))) {
            return each.findFirst().orElseThrow().resolve("log");
        }
    }

    static ProcessHandle recorder(ConnectedKernel kernel) {
        var process = ProcessHandle.of(kernel.processId()).orElseThrow();
        return process.parent()
                .orElseThrow()
                .children()
                .filter(it -> it.pid() != process.pid())
                .findFirst()
                .orElseThrow();
    }

    /// Waits for what nobody tells.
    static void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!condition.call()) {
            assertTrue(System.nanoTime() - end < 0, "waited in vain");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    /// Ends the kernels and the server.
    void end() throws Exception {
        for (var kernel : listing().kernels()) {
            bridge.end(BOX, kernel.id());
        }
        bridge.close();
        sshd.close();
    }
}
