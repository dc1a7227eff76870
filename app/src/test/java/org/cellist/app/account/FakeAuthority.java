package org.cellist.app.account;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// An authorization server as RFC 6749 and RFC 7636 want one: codes are good once, for their
/// client, their redirect and their proof; refresh tokens until they are taken back.
///
/// Thread-safe.
final class FakeAuthority implements AutoCloseable {

    static final String ID = "123.apps.googleusercontent.com";
    static final String SECRET = "not-so-secret";

    private final HttpServer server;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final Map<String, Boolean> refreshTokens = new ConcurrentHashMap<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    /// How long tokens live.
    volatile int expiresIn = 3600;

    /// Whether it answers with a page instead of JSON.
    volatile boolean isDown;

    FakeAuthority() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/token", this::token);
        server.start();
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /// Writes what Google's console gives for a client of this server.
    Path client(Path folder) throws IOException {
        return Files.writeString(
                folder.resolve("client_secret.json"),
                """
                {"installed": {"client_id": "%s", "client_secret": "%s", "auth_uri": "%s",
                 "token_uri": "%s", "redirect_uris": ["http://localhost"]}}
                """
                        .formatted(ID, SECRET, at("/auth"), at("/token")));
    }

    /// Writes what `gcloud` keeps for a person who has signed in.
    Path defaults(Path folder, String refreshToken) throws IOException {
        refreshTokens.put(refreshToken, true);
        return Files.writeString(
                folder.resolve("application_default_credentials.json"),
                """
                {"type": "authorized_user", "client_id": "%s", "client_secret": "%s",
                 "refresh_token": "%s", "token_uri": "%s"}
                """
                        .formatted(ID, SECRET, refreshToken, at("/token")));
    }

    /// A person agrees on the page; returns where the browser is sent then.
    URI agree(URI page) {
        var query = query(page.getRawQuery());
        var code = "code-" + numbers.incrementAndGet();
        codes.put(code, query);
        return URI.create(
                query.get("redirect_uri")
                        + "?state="
                        + URLEncoder.encode(query.get("state"), StandardCharsets.UTF_8)
                        + "&code="
                        + code);
    }

    /// Takes back what a person agreed to.
    void revoke() {
        refreshTokens.clear();
    }

    /// Returns the kinds of what was asked.
    List<String> asked() {
        synchronized (asked) {
            return List.copyOf(asked);
        }
    }

    private void token(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var form = query(body);
        asked.add(form.get("grant_type"));
        if (isDown) {
            say(exchange, 502, "<html>Bad gateway</html>");
            return;
        }
        boolean isClient =
                ID.equals(form.get("client_id")) && SECRET.equals(form.get("client_secret"));
        if (!isClient) {
            say(exchange, 401, "{\"error\": \"invalid_client\"}");
            return;
        }
        boolean isCode = "authorization_code".equals(form.get("grant_type"));
        if (isCode ? !isGood(form) : !refreshTokens.containsKey(form.get("refresh_token"))) {
            say(exchange, 400, "{\"error\": \"invalid_grant\"}");
            return;
        }
        var refresh = "refresh-" + numbers.incrementAndGet();
        if (isCode) {
            refreshTokens.put(refresh, true);
        }
        say(
                exchange,
                200,
                "{\"access_token\": \"access-"
                        + numbers.incrementAndGet()
                        + "\", \"expires_in\": "
                        + expiresIn
                        + (isCode ? ", \"refresh_token\": \"" + refresh + "\"" : "")
                        + "}");
    }

    private boolean isGood(Map<String, String> form) {
        var page = codes.remove(value(form, "code"));
        return page != null
                && value(page, "code_challenge_method").equals("S256")
                && value(page, "redirect_uri").equals(form.get("redirect_uri"))
                && value(page, "client_id").equals(form.get("client_id"))
                && value(page, "code_challenge").equals(challenge(value(form, "code_verifier")));
    }

    /// Returns a value; empty for none.
    static String value(Map<String, String> pairs, String name) {
        return pairs.getOrDefault(name, "");
    }

    private static String challenge(String verifier) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    static Map<String, String> query(String text) {
        var found = new HashMap<String, String>();
        for (var pair : text.split("&", -1)) {
            var parts = pair.split("=", 2);
            found.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return found;
    }

    private static void say(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
