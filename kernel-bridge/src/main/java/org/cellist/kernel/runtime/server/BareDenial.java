package org.cellist.kernel.runtime.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSession;

/// An answer 401 that does not say what is asked for. Java's client throws it away when it has
/// somebody to ask for passwords, as a proxy may need; this stands in its place.
///
/// @param body stands for the one that was thrown away, too
///
/// Immutable.
record BareDenial<T>(HttpRequest request, T body) implements HttpResponse<T> {

    private static final int UNAUTHORIZED = 401;
    private static final String THROWN = "WWW-Authenticate header missing";

    /// Returns whether such an answer was thrown away.
    static boolean is(Throwable thrown) {
        var words = thrown instanceof IOException ? thrown.getMessage() : null;
        return words != null && words.contains(THROWN);
    }

    @Override
    public int statusCode() {
        return UNAUTHORIZED;
    }

    @Override
    public Optional<HttpResponse<T>> previousResponse() {
        return Optional.empty();
    }

    @Override
    public HttpHeaders headers() {
        return HttpHeaders.of(Map.of(), (_, _) -> true);
    }

    @Override
    public Optional<SSLSession> sslSession() {
        return Optional.empty();
    }

    @Override
    public URI uri() {
        return request.uri();
    }

    @Override
    public HttpClient.Version version() {
        return HttpClient.Version.HTTP_1_1;
    }
}
