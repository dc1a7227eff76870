package org.cellist.kernel.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cellist.kernel.runtime.jupyter.ServerAddress;

/// A real Jupyter server as a process on a free port of the loopback, with a folder of its
/// own.
///
/// Thread-safe.
public final class RealServer implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 120;

    private final Process process;
    private final ServerAddress address;
    private final Path log;

    private RealServer(Process process, ServerAddress address, Path log) {
        this.process = process;
        this.address = address;
        this.log = log;
    }

    /// Which server is started. Immutable.
    public enum Kind {
        /// The oldest that we promise: Debian's.
        DEBIAN("/usr/bin/python3"),
        /// The newest, in a venv of the working copy.
        NEWEST("../.venvs/jupyter-server/bin/python");

        private final String python;

        Kind(String python) {
            this.python = python;
        }

        String python() {
            return python;
        }
    }

    /// Starts a server and waits until it answers.
    ///
    /// @param options for the command line, such as `--ServerApp.token=…`
    public static RealServer start(Kind kind, Path folder, String... options)
            throws IOException, InterruptedException {
        var python = Path.of(kind.python);
        if (!Files.isExecutable(python)) {
            throw new AssertionError(python + " is missing. Type: sh .build/setup-kernels.sh");
        }
        int port = freePort();
        var root = Files.createDirectories(folder.resolve("root"));
        var log = folder.resolve("server.log");
        var command = new ArrayList<String>();
        command.addAll(
                List.of(
                        python.toAbsolutePath().normalize().toString(),
                        "-m",
                        "jupyter_server",
                        "--no-browser",
                        "--allow-root",
                        "--ServerApp.ip=127.0.0.1",
                        "--ServerApp.port=" + port,
                        "--ServerApp.port_retries=0",
                        "--ServerApp.root_dir=" + root));
        command.addAll(List.of(options));
        var builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        var environment = builder.environment();
        environment.put("HOME", folder.toString());
        environment.put("JUPYTER_RUNTIME_DIR", folder.resolve("runtime").toString());
        environment.put("JUPYTER_CONFIG_DIR", folder.resolve("config").toString());
        environment.remove("JUPYTER_PATH");
        boolean isEncrypted = String.join(" ", options).contains("certfile");
        var base = (isEncrypted ? "https" : "http") + "://127.0.0.1:" + port + "/";
        var server = new RealServer(builder.start(), new ServerAddress(URI.create(base)), log);
        server.awaitWords("Use Control-C to stop this server");
        server.awaitListening();
        return server;
    }

    /// Starts what speaks Kernel Gateway's interface, on Debian's Python.
    public static RealServer gateway(Path folder, String token)
            throws IOException, InterruptedException {
        int port = freePort();
        var log = folder.resolve("server.log");
        var script = Path.of("src", "test", "resources", "servers", "kernel_gateway.py");
        var builder =
                new ProcessBuilder(
                                Kind.DEBIAN.python,
                                script.toAbsolutePath().toString(),
                                Integer.toString(port),
                                token)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        var address = new ServerAddress(URI.create("http://127.0.0.1:" + port + "/"));
        var server = new RealServer(builder.start(), address, log);
        server.awaitWords("serving");
        return server;
    }

    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// Waits until the server accepts connections: it writes that it serves before it listens,
    /// which it does as its loop's first work.
    private void awaitListening() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!isListening()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new AssertionError("the server does not listen:\n" + log());
            }
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
    }

    private boolean isListening() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), address.base().getPort())) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /// Waits until the server's log has these words.
    public void awaitWords(String words) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!log().contains(words)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new AssertionError("no \"" + words + "\" in:\n" + log());
            }
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
    }

    public ServerAddress address() {
        return address;
    }

    /// Returns all that the server has written.
    public String log() throws IOException {
        return Files.exists(log) ? Files.readString(log) : "";
    }

    /// Ends the server and its kernels.
    @Override
    public void close() {
        var kernels = process.descendants().toList();
        process.destroyForcibly().onExit().join();
        kernels.forEach(ProcessHandle::destroyForcibly);
    }
}
