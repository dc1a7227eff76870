package org.cellist.app.network;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.cellist.app.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the browser brings what a person has agreed to: a free port of 127.0.0.1, open for that
/// long. What does not bring the state that was sent ahead is turned away; the first that does ends
/// it.
///
/// One virtual thread, `sign-in`, accepts; one for each connection reads, since browsers open some
/// that they never use.
///
/// Thread-safe.
public final class LoopbackRedirect implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LoopbackRedirect.class);
    private static final int MOST_BYTES = 1 << 14;
    private static final int PATIENCE_MS = 10_000;
    private static final int BACKLOG = 16;

    private final Texts texts = Texts.of("colab");
    private final ServerSocket socket;
    private final String state;
    private final CompletableFuture<Brought> brought = new CompletableFuture<>();

    /// What the browser brings. Immutable.
    public sealed interface Brought {

        /// The person has agreed.
        record Code(String code) implements Brought {

            /// Leaves it out, so that no log holds it.
            @Override
            public String toString() {
                return "Code[***]";
            }
        }

        /// The person, or the service, says no.
        record Denied(String error) implements Brought {}

        /// Nobody came in time.
        record Nothing() implements Brought {}
    }

    /// Opens the port.
    ///
    /// @param state known to nobody but the page that sends the browser back
    /// @throws IOException if there is no free port
    public LoopbackRedirect(String state) throws IOException {
        this.state = state;
        var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        socket = new ServerSocket(0, BACKLOG, loopback);
        Thread.ofVirtual().name("sign-in").start(this::accept);
    }

    /// Returns where the browser is to be sent back to.
    public URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
    }

    /// Waits for what the browser brings.
    public Brought await(Duration patience) throws InterruptedException {
        try {
            return brought.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            return new Brought.Nothing();
        } catch (ExecutionException e) {
            throw new IllegalStateException("nothing completes it so", e);
        }
    }

    private void accept() {
        try {
            while (true) {
                var browser = socket.accept();
                Thread.ofVirtual().name("sign-in-browser").start(() -> answer(browser));
            }
        } catch (SocketException _) {
            // closed
        } catch (IOException e) {
            LOG.warn("Nobody can come back from the browser", e);
        }
    }

    private void answer(Socket browser) {
        try (browser) {
            browser.setSoTimeout(PATIENCE_MS);
            var first = head(browser.getInputStream()).split(" ", 3);
            boolean isQuestion =
                    first.length == 3
                            && first[0].equals("GET")
                            && (first[1].equals("/") || first[1].startsWith("/?"));
            var query = isQuestion ? query(first[1]) : Map.<String, String>of();
            if (!isSame(query.getOrDefault("state", ""))) {
                say(browser, "400 Bad Request", "signin.stranger");
                return;
            }
            var code = query.get("code");
            say(browser, "200 OK", code == null ? "signin.denied" : "signin.done");
            brought.complete(
                    code == null
                            ? new Brought.Denied(query.getOrDefault("error", ""))
                            : new Brought.Code(code));
        } catch (IOException e) {
            LOG.debug("A connection of the browser's came to nothing: {}", e.toString());
        }
    }

    /// In the same time, however much of it is right.
    private boolean isSame(String told) {
        return MessageDigest.isEqual(
                told.getBytes(StandardCharsets.UTF_8), state.getBytes(StandardCharsets.UTF_8));
    }

    /// Reads a request's head, so that the answer reaches who sent it; returns its first line.
    private static String head(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        int ends = 0;
        while (ends < 2 && bytes.size() < MOST_BYTES) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            bytes.write(next);
            ends = next == '\n' ? ends + 1 : next == '\r' ? ends : 0;
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().findFirst().orElse("");
    }

    private static Map<String, String> query(String target) {
        var found = new HashMap<String, String>();
        int at = target.indexOf('?');
        for (var pair : target.substring(at + 1).split("&", -1)) {
            var parts = pair.split("=", 2);
            if (at >= 0 && parts.length == 2) {
                try {
                    found.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
                } catch (IllegalArgumentException _) {
                    return Map.of(); // no browser writes so
                }
            }
        }
        return found;
    }

    private void say(Socket browser, String status, String key) throws IOException {
        var page =
                "<!doctype html><meta charset=\"utf-8\"><title>Cellist</title><p>"
                        + texts.get(key)
                        + "</p>";
        var body = page.getBytes(StandardCharsets.UTF_8);
        var head =
                "HTTP/1.1 "
                        + status
                        + "\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: "
                        + body.length
                        + "\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer"
                        + "\r\nContent-Security-Policy: default-src 'none'"
                        + "\r\nConnection: close\r\n\r\n";
        browser.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        browser.getOutputStream().write(body);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("A port stays open", e);
        }
    }
}
