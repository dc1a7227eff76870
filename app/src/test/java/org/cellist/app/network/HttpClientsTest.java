package org.cellist.app.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import org.cellist.app.settings.NetworkSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpClientsTest {

    private static final long PLENTY = 1000;
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

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
    void aServerThatStopsInTheMiddleOfItsAnswerIsNotWaitedForForEver() {
        var isOver = new CountDownLatch(1);
        server.createContext(
                "/stalled",
                exchange -> {
                    exchange.sendResponseHeaders(200, 1000);
                    exchange.getResponseBody().write('a');
                    exchange.getResponseBody().flush();
                    await(isOver);
                });
        var hasty = new HttpClients(() -> settings, Map.of(), null, Duration.ofMillis(200));

        try {
            var error =
                    assertThrows(IOException.class, () -> hasty.fetch(address("/stalled"), PLENTY));

            assertInstanceOf(TimeoutException.class, error.getCause());
        } finally {
            isOver.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void anAuthorityIsTrustedOnlyWhenAPersonSaysSo() throws Exception {
        var authority = Authority.make(folder);
        var secure = HttpsServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(authority.context()));
        secure.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        secure.start();
        try {
            var address = URI.create("https://127.0.0.1:" + secure.getAddress().getPort() + "/");
            var error = assertThrows(IOException.class, () -> clients.fetch(address, PLENTY));
            settings = new NetworkSettings(NetworkSettings.DIRECT, authority.pem());

            assertTrue(String.valueOf(error.getMessage()).contains("SSL"), error::toString);
            assertEquals(0, clients.fetch(address, PLENTY).length);
        } finally {
            secure.stop(0);
        }
    }

    @Test
    void theProxyOfTheVariablesIsToldItsUserAndNoOtherServerIs() throws Exception {
        var told = new ArrayList<String>();
        server.createContext(
                "/guarded",
                exchange -> {
                    var user = exchange.getRequestHeaders().getFirst("Proxy-Authorization");
                    told.add(String.valueOf(user));
                    if (user == null) {
                        exchange.getResponseHeaders().add("Proxy-Authenticate", "Basic realm=a");
                    }
                    exchange.sendResponseHeaders(user == null ? 407 : 200, -1);
                    exchange.close();
                });
        server.createContext(
                "/asking",
                exchange -> {
                    exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=a");
                    exchange.sendResponseHeaders(401, -1);
                    exchange.close();
                });
        settings = NetworkSettings.DEFAULT;
        var variable = "http://me:p%40ss@127.0.0.1:" + server.getAddress().getPort();
        var proxied = new HttpClients(() -> settings, Map.of("http_proxy", variable), null);

        proxied.fetch(URI.create("http://nowhere.invalid/guarded"), PLENTY);
        var error =
                assertThrows(
                        IOException.class,
                        () -> proxied.fetch(URI.create("http://nowhere.invalid/asking"), PLENTY));

        var basic = Base64.getEncoder().encodeToString("me:p@ss".getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of("null", "Basic " + basic), told);
        assertFalse(String.valueOf(error.getMessage()).contains("p@ss"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Windows 11", "Mac OS X", "Linux"})
    @ResourceLock("default proxy selector")
    void theProxiesOfWindowsAndMacOsAreAskedFor(String system) {
        var property = "java.net.useSystemProxies";
        var before = ProxySelector.getDefault();
        var asked = System.getProperty(property);
        System.clearProperty(property);
        try {
            HttpClients.install(() -> settings, system);

            assertEquals(system.equals("Linux") ? null : "true", System.getProperty(property));
            assertInstanceOf(DenyingProxySelector.class, ProxySelector.getDefault());
        } finally {
            ProxySelector.setDefault(before);
            if (asked == null) {
                System.clearProperty(property);
            } else {
                System.setProperty(property, asked);
            }
        }
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
