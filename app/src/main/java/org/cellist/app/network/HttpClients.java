package org.cellist.app.network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.cellist.app.settings.NetworkSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes every HTTP client of the program: with the person's proxy and authorities, with
/// time-outs, and with a proxy selector of its own.
///
/// The Java machine's default selector refuses everything, so that a page in a browser view
/// reaches nothing; a client that did not come from here would reach nothing either.
///
/// Thread-safe.
public final class HttpClients {

    private static final Logger LOG = LoggerFactory.getLogger(HttpClients.class);
    private static final Duration TO_CONNECT = Duration.ofSeconds(15);
    private static final Duration TO_ANSWER = Duration.ofSeconds(60);

    private final Supplier<NetworkSettings> settings;
    private final ProxySelector system;
    private @Nullable HttpClient client; // guarded by this
    private @Nullable NetworkSettings clientFor; // guarded by this

    /// @param settings the person's, asked each time
    /// @param environment the process's variables
    /// @param otherwise the Java machine's selector before it was replaced; null for none
    public HttpClients(
            Supplier<NetworkSettings> settings,
            Map<String, String> environment,
            @Nullable ProxySelector otherwise) {
        this.settings = settings;
        this.system = new SystemProxies(environment, otherwise);
    }

    /// Returns a client for the settings of this moment; the same one while they stay.
    ///
    /// @throws IOException if the file of further authorities cannot be used
    public synchronized HttpClient client() throws IOException {
        var now = settings.get();
        if (client == null || !now.equals(clientFor)) {
            client = build(now);
            clientFor = now;
        }
        return client;
    }

    private HttpClient build(NetworkSettings now) throws IOException {
        var builder =
                HttpClient.newBuilder()
                        .connectTimeout(TO_CONNECT)
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .proxy(selector(now.proxy()));
        var certificates = now.certificates();
        if (certificates != null) {
            builder.sslContext(ExtraCertificates.trusting(certificates));
        }
        return builder.build();
    }

    private ProxySelector selector(String proxy) {
        return switch (proxy) {
            case NetworkSettings.SYSTEM -> system;
            case NetworkSettings.DIRECT -> HttpClient.Builder.NO_PROXY;
            default -> {
                int colon = proxy.lastIndexOf(':');
                int port = Integer.parseInt(proxy.substring(colon + 1));
                yield ProxySelector.of(
                        InetSocketAddress.createUnresolved(proxy.substring(0, colon), port));
            }
        };
    }

    /// Returns the body that an address answers with.
    ///
    /// @param address absolute, `http` or `https`
    /// @param mostBytes a longer body is refused
    /// @throws IOException if there is no answer, another one than 200, or a body too long
    public byte[] fetch(URI address, long mostBytes) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address).timeout(TO_ANSWER).GET().build();
        LOG.debug("GET {}", Redaction.of(address));
        var response = client().send(request, BodyHandlers.ofInputStream());
        try (var body = response.body()) {
            if (response.statusCode() != 200) {
                throw new IOException(Redaction.of(address) + " answers " + response.statusCode());
            }
            var bytes = body.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, mostBytes + 1));
            if (bytes.length > mostBytes) {
                throw new IOException(Redaction.of(address) + " is over " + mostBytes + " bytes");
            }
            return bytes;
        }
    }
}
