package org.cellist.app.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock("default proxy selector")
class DenyingProxySelectorTest {

    private final ProxySelector before = ProxySelector.getDefault();
    private final AtomicInteger hits = new AtomicInteger();
    private final HttpServer server = started();

    @BeforeEach
    void install() {
        DenyingProxySelector.install();
    }

    @AfterEach
    void restore() {
        ProxySelector.setDefault(before);
        server.stop(0);
    }

    @Test
    void aConnectionWithoutAProxyOfItsOwnReachesNothingNotEvenThisComputer() {
        assertThrows(IOException.class, () -> address().toURL().openStream());
        assertEquals(0, hits.get());
    }

    @Test
    void aClientWithoutAProxyOfItsOwnReachesNothing() {
        try (var client = HttpClient.newBuilder().proxy(ProxySelector.getDefault()).build()) {
            var request = HttpRequest.newBuilder(address()).build();

            assertThrows(IOException.class, () -> client.send(request, BodyHandlers.discarding()));
        }
        assertEquals(0, hits.get());
    }

    @Test
    void aClientThatCarriesItsOwnIsNotHeldBack() throws IOException, InterruptedException {
        try (var client = HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build()) {
            var request = HttpRequest.newBuilder(address()).build();

            assertEquals(204, client.send(request, BodyHandlers.discarding()).statusCode());
        }
        assertEquals(1, hits.get());
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private HttpServer started() {
        try {
            var made =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            made.createContext(
                    "/",
                    exchange -> {
                        hits.incrementAndGet();
                        exchange.sendResponseHeaders(204, -1);
                        exchange.close();
                    });
            made.start();
            return made;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
