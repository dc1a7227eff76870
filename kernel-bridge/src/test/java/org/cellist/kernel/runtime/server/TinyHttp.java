package org.cellist.kernel.runtime.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.cellist.kernel.runtime.jupyter.ServerAddress;

/// An HTTP server on the loopback that answers each request as a test says. Thread-safe.
public final class TinyHttp implements AutoCloseable {

    private final ServerSocket socket;
    private final Handler handler;

    public TinyHttp(Handler handler) throws IOException {
        this.handler = handler;
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("tiny-http").start(this::serve);
    }

    /// A request.
    ///
    /// @param headers by their names in lower case
    public record Asked(String method, String target, Map<String, String> headers, String body) {

        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    /// What is answered.
    ///
    /// @param headers each as `Name: value`
    public record Said(int status, List<String> headers, String body) {

        /// Without a body.
        public Said(int status, List<String> headers) {
            this(status, headers, "");
        }
    }

    /// What a test says.
    public interface Handler {
        Said answer(Asked asked);
    }

    public ServerAddress address() {
        return new ServerAddress(URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/"));
    }

    private void serve() {
        try {
            while (true) {
                var client = socket.accept();
                Thread.ofVirtual().name("tiny-http-client").start(() -> talk(client));
            }
        } catch (SocketException _) {
            // closed
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void talk(Socket client) {
        try (client) {
            var in =
                    new BufferedReader(
                            new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            var said = handler.answer(asked(in));
            var answer = new StringBuilder("HTTP/1.1 " + said.status() + " Said\r\n");
            said.headers().forEach(header -> answer.append(header).append("\r\n"));
            var body = said.body().getBytes(StandardCharsets.UTF_8);
            answer.append("Content-Length: ").append(body.length);
            answer.append("\r\nConnection: close\r\n\r\n");
            client.getOutputStream().write(answer.toString().getBytes(StandardCharsets.UTF_8));
            client.getOutputStream().write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Asked asked(BufferedReader in) throws IOException {
        var first = in.readLine().split(" ", 3);
        var headers = new TreeMap<String, String>();
        for (var line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
            var pair = line.split(": ?", 2);
            headers.put(pair[0].toLowerCase(Locale.ROOT), pair[1]);
        }
        var body = new StringBuilder();
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        for (int i = 0; i < length; i++) {
            body.append((char) in.read());
        }
        return new Asked(first[0], first[1], headers, body.toString());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
