package org.cellist.app.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cellist.app.settings.NetworkSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpClientsTest {

    private static final long PLENTY = 1000;

    @TempDir private Path folder;
    private HttpServer server;
    private volatile NetworkSettings settings = new NetworkSettings(NetworkSettings.DIRECT, null);
    private final HttpClients clients = new HttpClients(() -> settings, Map.of(), null);

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    var asked =
                            exchange.getRequestURI().toString().getBytes(StandardCharsets.UTF_8);
                    boolean known = !exchange.getRequestURI().getPath().equals("/missing");
                    exchange.sendResponseHeaders(known ? 200 : 404, asked.length);
                    exchange.getResponseBody().write(asked);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    @Test
    void theBodyIsReturned() throws Exception {
        var body = clients.fetch(address("/picture.png"), PLENTY);

        assertEquals("/picture.png", new String(body, StandardCharsets.UTF_8));
    }

    @Test
    void anAnswerOtherThan200IsAnError() {
        var error =
                assertThrows(IOException.class, () -> clients.fetch(address("/missing"), PLENTY));

        assertTrue(String.valueOf(error.getMessage()).contains("404"));
    }

    @Test
    void aBodyThatIsTooLongIsRefused() {
        assertThrows(IOException.class, () -> clients.fetch(address("/picture.png"), 5));
    }

    @Test
    void theProxyOfTheSettingsIsAsked() throws Exception {
        settings = new NetworkSettings("127.0.0.1:" + server.getAddress().getPort(), null);

        var body = clients.fetch(URI.create("http://nowhere.invalid/a"), PLENTY);

        assertEquals("http://nowhere.invalid/a", new String(body, StandardCharsets.UTF_8));
    }

    @Test
    void theClientIsKeptUntilTheSettingsChange() throws IOException {
        var first = clients.client();
        var same = clients.client();
        settings = new NetworkSettings(NetworkSettings.SYSTEM, null);

        assertSame(first, same);
        assertNotSame(first, clients.client());
    }

    @Test
    void aFileWithoutCertificatesIsAnErrorThatNamesIt() throws IOException {
        var file = Files.writeString(folder.resolve("company.pem"), "");
        settings = new NetworkSettings(NetworkSettings.DIRECT, file);

        var error = assertThrows(IOException.class, clients::client);

        assertTrue(String.valueOf(error.getMessage()).contains("company.pem"));
    }

    @Test
    void theSystemsVariablesNameTheProxyAndItsExceptions() {
        var proxies =
                new SystemProxies(
                        Map.of("HTTPS_PROXY", "http://proxy.lan:3128", "no_proxy", ".lan,host"),
                        null);

        assertEquals(
                List.of(SystemProxies.to("proxy.lan", 3128)),
                proxies.select(URI.create("https://example.org/")));
        assertEquals(List.of(Proxy.NO_PROXY), proxies.select(URI.create("https://a.lan/")));
        assertEquals(List.of(Proxy.NO_PROXY), proxies.select(URI.create("https://host/")));
        assertEquals(List.of(Proxy.NO_PROXY), proxies.select(URI.create("http://example.org/")));
    }

    @Test
    void secretsAreTakenOutOfAddressesAndHeaders() {
        var address = URI.create("https://me:pw@host/a?access_token=abc&page=2&code=x#id_token=y");

        assertEquals(
                "https://***@host/a?access_token=***&page=2&code=***#id_token=***",
                Redaction.of(address));
        assertEquals("***", Redaction.header("Authorization", "Bearer abc"));
        assertEquals("text/html", Redaction.header("Accept", "text/html"));
    }
}
