package org.cellist.kernel.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.cellist.kernel.runtime.jupyter.ServerAddress;

/// The proxy of one runtime: a way to a Jupyter server for those who show its token in a header, in
/// each request and when a WebSocket is opened.
///
/// Thread-safe.
final class ColabProxy implements AutoCloseable {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final int BUFFER = 1 << 14;
    private static final String RESOURCES =
            """
            )]}'
            {"memory": {"totalBytes": 13000000000, "freeBytes": 11000000000},
             "disks": [{"filesystem": {"label": "kaggle", "totalBytes": 5, "usedBytes": 1}},
                       {"filesystem": {"label": "/", "totalBytes": 120000000000,
                                       "usedBytes": 30000000000}}],
             "gpus": [{"name": "Tesla T4", "memoryUsedBytes": 2000000000,
                       "memoryTotalBytes": 16000000000, "gpuUtilization": 0.25,
                       "memoryUtilization": 0.1, "everUsed": true}]}
            """;

    private final ServerSocket socket;
    private final int target;
    private final String jupyterToken;
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    ColabProxy(ServerAddress jupyter, String jupyterToken) throws IOException {
        this.target = jupyter.base().getPort();
        this.jupyterToken = jupyterToken;
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("colab-proxy").start(this::serve);
    }

    ServerAddress address() {
        return new ServerAddress(URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/"));
    }

    String newToken() {
        var token = "proxy-" + NUMBERS.incrementAndGet();
        tokens.add(token);
        return token;
    }

    void expire() {
        tokens.clear();
    }

    void breakConnections() {
        open.forEach(ColabProxy::reset);
        open.clear();
    }

    void vanish() {
        try {
            close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        try {
            while (true) {
                var client = socket.accept();
                open.add(client);
                Thread.ofVirtual().name("colab-proxy-client").start(() -> talk(client));
            }
        } catch (SocketException _) {
            // closed
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void talk(Socket client) {
        try {
            client.setTcpNoDelay(true);
            var head = head(client.getInputStream());
            var token = header(head, "x-colab-runtime-proxy-token");
            if (!tokens.contains(token)) {
                say(client, "401 Unauthorized", "");
            } else if (head.startsWith("GET /api/colab/resources ")) {
                say(client, "200 OK", RESOURCES);
            } else if (head.startsWith("GET /colab/tty ")) {
                ColabTty.serve(client, header(head, "sec-websocket-key"));
            } else {
                pass(client, head);
            }
        } catch (IOException _) {
            reset(client); // broken, or ended
        }
    }

    private void pass(Socket client, String head) throws IOException {
        var server = new Socket();
        open.add(server);
        server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
        server.setTcpNoDelay(true);
        boolean isSocket = head.toLowerCase(Locale.ROOT).contains("upgrade: websocket");
        var lines = new StringBuilder();
        for (var line : head.split("\r\n", -1)) {
            var low = line.toLowerCase(Locale.ROOT);
            boolean isOurs =
                    low.startsWith("authorization:")
                            || low.startsWith("x-colab-")
                            || (low.startsWith("connection:") && !isSocket);
            if (!isOurs && !line.isEmpty()) {
                lines.append(line).append("\r\n");
            }
        }
        lines.append("Authorization: token ").append(jupyterToken).append("\r\n");
        lines.append(isSocket ? "\r\n" : "Connection: close\r\n\r\n");
        server.getOutputStream().write(lines.toString().getBytes(StandardCharsets.ISO_8859_1));
        Thread.ofVirtual().start(() -> pump(client, server));
        pump(server, client);
    }

    private static void pump(Socket from, Socket to) {
        var bytes = new byte[BUFFER];
        try {
            for (int n = from.getInputStream().read(bytes);
                    n >= 0;
                    n = from.getInputStream().read(bytes)) {
                to.getOutputStream().write(bytes, 0, n);
            }
            to.shutdownOutput();
        } catch (IOException _) {
            reset(from);
            reset(to);
        }
    }

    private static void say(Socket client, String status, String body) throws IOException {
        try (client) {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            var head = "HTTP/1.1 " + status + "\r\nConnection: close\r\nContent-Length: ";
            var out = client.getOutputStream();
            out.write((head + bytes.length + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            out.write(bytes);
        }
    }

    /// Reads to the end of a request's head, and no further.
    private static String head(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        while (true) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed");
            }
            bytes.write(next);
            if (next == '\n' && bytes.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                var text = bytes.toString(StandardCharsets.ISO_8859_1);
                return text.substring(0, text.length() - 2);
            }
        }
    }

    private static String header(String head, String name) {
        for (var line : head.split("\r\n", -1)) {
            if (line.toLowerCase(Locale.ROOT).startsWith(name + ":")) {
                return line.substring(name.length() + 1).strip();
            }
        }
        return "";
    }

    static void reset(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException _) {
            // closed already
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        breakConnections();
    }
}
