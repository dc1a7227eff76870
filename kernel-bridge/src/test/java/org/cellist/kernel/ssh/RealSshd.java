package org.cellist.kernel.ssh;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cellist.kernel.runtime.ssh.SshPlaces;
import org.cellist.kernel.server.RealServer;
import org.jspecify.annotations.Nullable;

/// A real OpenSSH server on a free port of the loopback, for the user who runs the tests, with
/// keys, settings and a home of its own; and the files of a client that knows it as `box`.
///
/// Thread-safe.
public final class RealSshd implements AutoCloseable {

    private static final Path SSHD = Path.of("/usr/sbin/sshd");
    private static final int PATIENCE_SECONDS = 20;

    private final Path folder;
    private final int port;
    private Process process; // guarded by this

    private RealSshd(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /// Starts a server and waits until it listens; skips the test where there is none.
    ///
    /// @param options lines for its configuration
    public static RealSshd start(Path folder, String... options)
            throws IOException, InterruptedException {
        assumeTrue(
                Files.isExecutable(SSHD), SSHD + " is missing. Type: sh .build/setup-kernels.sh");
        for (var name : List.of("home", "client/.ssh", "server")) {
            Files.createDirectories(folder.resolve(name));
        }
        key(folder.resolve("server/ed25519"), "ed25519", "");
        key(folder.resolve("server/ecdsa"), "ecdsa", "");
        key(folder.resolve("client/.ssh/id_ed25519"), "ed25519", "");
        Files.copy(
                folder.resolve("client/.ssh/id_ed25519.pub"),
                folder.resolve("server/authorized_keys"));
        int port = RealServer.freePort();
        Files.writeString(
                folder.resolve("server/config"), serverConfig(folder, port, List.of(options)));
        Files.writeString(
                folder.resolve("client/.ssh/config"),
                """
                Host box
                  HostName 127.0.0.1
                  Port %d
                """
                        .formatted(port));
        var sshd = new RealSshd(folder, port, begin(folder));
        sshd.awaitWords("Server listening");
        return sshd;
    }

    private static String serverConfig(Path folder, int port, List<String> options) {
        var server = folder.resolve("server");
        return """
               Port %d
               ListenAddress 127.0.0.1
               HostKey %s/ed25519
               HostKey %s/ecdsa
               AuthorizedKeysFile %s/authorized_keys
               PidFile none
               StrictModes no
               UsePAM no
               PermitRootLogin yes
               PasswordAuthentication no
               KbdInteractiveAuthentication no
               SetEnv HOME=%s
               %s
               """
                .formatted(
                        port,
                        server,
                        server,
                        server,
                        folder.resolve("home"),
                        String.join("\n", options));
    }

    private static Process begin(Path folder) throws IOException {
        return new ProcessBuilder(SSHD.toString(), "-D", "-e", "-f", folder + "/server/config")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server/log").toFile())
                .start();
    }

    /// Makes a key as a person would.
    ///
    /// @param passphrase empty for none
    public static void key(Path file, String type, String passphrase)
            throws IOException, InterruptedException {
        run("ssh-keygen", "-q", "-a", "1", "-t", type, "-N", passphrase, "-f", file.toString());
    }

    /// Runs a program to its end; returns what it prints.
    public static String run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(String.join(" ", command) + ": " + said);
        }
        return said;
    }

    private void awaitWords(String words) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!log().contains(words)) {
            if (!process().isAlive()) {
                var why = log();
                assumeTrue(!why.contains("privilege separation"), why);
                throw new AssertionError(why);
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("no \"" + words + "\" in:\n" + log());
            }
            process().waitFor(50, TimeUnit.MILLISECONDS);
        }
    }

    private synchronized Process process() {
        return process;
    }

    /// Returns all that the server has written.
    public String log() throws IOException {
        return Files.readString(folder.resolve("server/log"));
    }

    public int port() {
        return port;
    }

    /// Returns the home of who logs in.
    public Path home() {
        return folder.resolve("home");
    }

    /// Returns the client's `.ssh`.
    public Path client() {
        return folder.resolve("client/.ssh");
    }

    /// Returns where the client looks.
    ///
    /// @param agent the socket of its agent; null for none
    public SshPlaces places(@Nullable String agent) {
        return new SshPlaces(
                folder.resolve("client"),
                System.getProperty("user.name"),
                List.of(client().resolve("config")),
                agent);
    }

    /// Returns the fingerprint of one of the server's keys, as OpenSSH tells it.
    public String fingerprint(String type) throws IOException, InterruptedException {
        return run("ssh-keygen", "-lf", folder + "/server/" + type + ".pub").split(" ", -1)[1];
    }

    /// Breaks all connections; the server goes on.
    public void cut() {
        process().descendants().filter(it -> isSession(it)).forEach(ProcessHandle::destroyForcibly);
    }

    /// Lets nothing through in either direction, as a network that is gone, until [#mend].
    public void block() throws IOException, InterruptedException {
        signal("-STOP");
    }

    /// Lets through what was sent meanwhile, and what is sent now.
    public void mend() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        for (var each : process().descendants().filter(RealSshd::isSession).toList()) {
            run("kill", name, Long.toString(each.pid()));
        }
    }

    private static boolean isSession(ProcessHandle process) {
        return process.info().command().filter(it -> it.endsWith("sshd")).isPresent();
    }

    /// Ends the server, and starts it again when that is asked for.
    public synchronized void stop() {
        process.toHandle()
                .descendants()
                .filter(RealSshd::isSession)
                .forEach(ProcessHandle::destroy);
        process.destroyForcibly().onExit().join();
    }

    public synchronized void startAgain() throws IOException {
        process = begin(folder);
    }

    @Override
    public void close() {
        stop();
    }
}
