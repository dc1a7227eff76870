package org.cellist.kernel.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cellist.kernel.runtime.jupyter.ServerAddress;

/// Debian's JupyterHub with its proxy, on free ports of the loopback. It knows ada, whose servers
/// start, and bob, whose do not.
///
/// Thread-safe.
final class RealHub implements AutoCloseable {

    static final String ADA = "ada0c0ffee";
    static final String BOB = "b0b0c0ffee";

    private static final Path PROGRAM = Path.of("/usr/bin/jupyterhub");
    private static final int PATIENCE_SECONDS = 120;

    private final Process process;
    private final ServerAddress address;
    private final Path log;

    private RealHub(Process process, ServerAddress address, Path log) {
        this.process = process;
        this.address = address;
        this.log = log;
    }

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    /// Starts a hub and waits until it answers.
    static RealHub start(Path folder) throws IOException, InterruptedException {
        int port = RealServer.freePort();
        var config = Path.of("src", "test", "resources", "servers", "jupyterhub_config.py");
        var log = folder.resolve("hub.log");
        var builder =
                new ProcessBuilder(PROGRAM.toString(), "-f", config.toAbsolutePath().toString())
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        var environment = builder.environment();
        environment.put("NODE_PATH", "/usr/share/nodejs"); // which another node than Debian's lacks
        environment.put("HUB_FOLDER", folder.toString());
        environment.put(
                "HUB_PORTS", port + " " + RealServer.freePort() + " " + RealServer.freePort());
        environment.put("HUB_PROXY_TOKEN", "pr0xy0c0ffee");
        environment.put("HUB_ADA", ADA);
        environment.put("HUB_BOB", BOB);
        var address = new ServerAddress(URI.create("http://127.0.0.1:" + port + "/deep/"));
        var hub = new RealHub(builder.start(), address, log);
        hub.awaitWords("JupyterHub is now running");
        return hub;
    }

    private void awaitWords(String words) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!log().contains(words)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new AssertionError("no \"" + words + "\" in:\n" + log());
            }
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
    }

    /// Returns the address below which the hub and its servers lie.
    ServerAddress address() {
        return address;
    }

    String log() throws IOException {
        return Files.exists(log) ? Files.readString(log) : "";
    }

    /// Ends the hub, its proxy, its servers and their kernels.
    @Override
    public void close() {
        List<ProcessHandle> started = process.descendants().toList();
        process.destroyForcibly().onExit().join();
        started.forEach(ProcessHandle::destroyForcibly);
    }
}
