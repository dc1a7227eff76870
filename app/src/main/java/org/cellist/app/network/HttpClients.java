package org.cellist.app.network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.cellist.app.settings.NetworkSettings;
import org.cellist.app.settings.ProxyAddress;
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
    private static final int OK = 200;
    private static final Duration TO_CONNECT = Duration.ofSeconds(15);
    private static final long LARGEST_FORM_ANSWER = 1 << 20;
    private static final Duration TO_ANSWER = Duration.ofSeconds(60);

    /// What Java refuses to tell a proxy before it speaks TLS through it. Nothing, as with curl:
    /// most proxies that ask for a user know no other way.
    private static final String REFUSED = "jdk.http.auth.tunneling.disabledSchemes";

    private static final String ASK_SYSTEM = "java.net.useSystemProxies";

    private final Supplier<NetworkSettings> settings;
    private final SystemProxies system;
    private final Duration toAnswer;
    private @Nullable HttpClient client; // guarded by this
    private @Nullable NetworkSettings clientFor; // guarded by this
    private @Nullable HttpClient strict; // guarded by this
    private @Nullable NetworkSettings strictFor; // guarded by this
    private @Nullable List<X509Certificate> trusted; // guarded by this

    /// @param settings the person's, asked each time
    /// @param environment the process's variables
    /// @param otherwise the Java machine's selector before it was replaced; null for none
    public HttpClients(
            Supplier<NetworkSettings> settings,
            Map<String, String> environment,
            @Nullable ProxySelector otherwise) {
        this(settings, environment, otherwise, TO_ANSWER);
    }

    /// @param toAnswer how long an answer may take, to its last byte
    HttpClients(
            Supplier<NetworkSettings> settings,
            Map<String, String> environment,
            @Nullable ProxySelector otherwise,
            Duration toAnswer) {
        this.settings = settings;
        this.system = new SystemProxies(environment, otherwise);
        this.toAnswer = toAnswer;
    }

    /// Makes the clients of a process, and takes the network from all who have no client made
    /// here.
    ///
    /// To be called before anything asks for Java's own selector: that looks at the system once.
    ///
    /// @param operatingSystem the property `os.name`
    public static HttpClients install(Supplier<NetworkSettings> settings, String operatingSystem) {
        if (System.getProperty(REFUSED) == null) {
            System.setProperty(REFUSED, "");
        }
        if (knowsProxies(operatingSystem) && System.getProperty(ASK_SYSTEM) == null) {
            System.setProperty(ASK_SYSTEM, "true");
        }
        var clients = new HttpClients(settings, System.getenv(), ProxySelector.getDefault());
        DenyingProxySelector.install();
        return clients;
    }

    /// On Linux the variables are what programs go by, and asking a desktop costs its libraries.
    private static boolean knowsProxies(String operatingSystem) {
        var name = operatingSystem.toLowerCase(Locale.ROOT);
        return name.contains("windows") || name.contains("mac");
    }

    /// Returns a client for the settings of this moment; the same one while they stay.
    ///
    /// @throws IOException if the file of further authorities cannot be used
    public synchronized HttpClient client() throws IOException {
        var now = settings.get();
        if (client == null || !now.equals(clientFor)) {
            client = build(now, HttpClient.Redirect.NORMAL);
            clientFor = now;
        }
        return client;
    }

    /// Returns a client as [#client] does that follows no redirect: for requests that carry a
    /// secret, which is meant for one place.
    ///
    /// @throws IOException if the file of further authorities cannot be used
    public synchronized HttpClient clientWithoutRedirects() throws IOException {
        var now = settings.get();
        if (strict == null || !now.equals(strictFor)) {
            strict = build(now, HttpClient.Redirect.NEVER);
            strictFor = now;
        }
        return strict;
    }

    private HttpClient build(NetworkSettings now, HttpClient.Redirect redirects)
            throws IOException {
        var builder =
                HttpClient.newBuilder()
                        .connectTimeout(TO_CONNECT)
                        .followRedirects(redirects)
                        .authenticator(new ProxyPasswords(system.named()))
                        .proxy(selector(now.proxy()));
        return builder.sslContext(ExtraCertificates.trusting(now.certificates(), trusted()))
                .build();
    }

    /// What the system trusts is read once: with the first client.
    private synchronized List<X509Certificate> trusted() {
        if (trusted == null) {
            trusted = SystemCertificates.of(System.getProperty("os.name"));
        }
        return trusted;
    }

    private ProxySelector selector(String proxy) {
        return switch (proxy) {
            case NetworkSettings.SYSTEM -> system;
            case NetworkSettings.DIRECT -> HttpClient.Builder.NO_PROXY;
            default ->
                    ProxyAddress.of(proxy)
                            .map(HttpClients::only)
                            .orElseThrow(() -> new IllegalStateException("no proxy: " + proxy));
        };
    }

    private static ProxySelector only(ProxyAddress proxy) {
        return ProxySelector.of(InetSocketAddress.createUnresolved(proxy.host(), proxy.port()));
    }

    /// What was answered. Immutable.
    public record Answer(int status, String body) {}

    /// Sends a form, and follows no redirect, since forms hold secrets.
    ///
    /// @param address absolute, `http` or `https`
    /// @throws IOException if there is no whole answer in time, or one of more than 1 MiB
    public Answer submit(URI address, Map<String, String> form)
            throws IOException, InterruptedException {
        var text = new StringBuilder();
        form.forEach(
                (name, value) ->
                        text.append(text.isEmpty() ? "" : "&")
                                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                                .append('=')
                                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        var request =
                HttpRequest.newBuilder(address)
                        .timeout(toAnswer)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(text.toString()))
                        .build();
        LOG.debug("POST {}", Redaction.of(address));
        var response =
                clientWithoutRedirects()
                        .send(
                                request,
                                _ ->
                                        BodySubscribers.limiting(
                                                BodySubscribers.ofString(StandardCharsets.UTF_8),
                                                LARGEST_FORM_ANSWER));
        return new Answer(response.statusCode(), response.body());
    }

    /// Returns the body that an address answers with.
    ///
    /// @param address absolute, `http` or `https`
    /// @param mostBytes a longer body is refused
    /// @throws IOException if there is no whole answer in time, another one than 200, or a
    ///     body too long
    public byte[] fetch(URI address, long mostBytes) throws IOException, InterruptedException {
        var shown = Redaction.of(address);
        var request = HttpRequest.newBuilder(address).GET().build();
        LOG.debug("GET {}", shown);
        var answer =
                client().sendAsync(
                                request,
                                info ->
                                        info.statusCode() == OK
                                                ? BodySubscribers.limiting(
                                                        BodySubscribers.ofByteArray(), mostBytes)
                                                : BodySubscribers.replacing(new byte[0]));
        try {
            var response = answer.get(toAnswer.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != OK) {
                throw new IOException(shown + " answers " + response.statusCode());
            }
            return response.body();
        } catch (ExecutionException e) {
            throw new IOException(shown + ": " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new IOException(shown + " has not answered in " + toAnswer, e);
        } finally {
            answer.cancel(true);
        }
    }
}
