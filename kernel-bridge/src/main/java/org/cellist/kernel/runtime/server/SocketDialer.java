package org.cellist.kernel.runtime.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.cellist.kernel.channel.websocket.Dialer;
import org.cellist.kernel.protocol.wire.WebSocketProtocol;
import org.cellist.kernel.runtime.jupyter.ColabProblem;
import org.cellist.kernel.runtime.jupyter.ServerProblem;
import org.jspecify.annotations.Nullable;

/// Opens one WebSocket of a server, as often as it breaks. That of a kernel is always opened in the
/// name of the same session, so that the server hands over what it has kept for that.
///
/// Thread-safe.
final class SocketDialer implements Dialer {

    /// A server waits five seconds for the connection of the same session before this one to
    /// close.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int FOUND = 302;

    private final ServerConnection connection;
    private final @Nullable String kernel; // below the server's address, without a session
    private volatile String place;
    private final String thing;
    private final String protocol;

    /// @param kernel below the server's address, up to a session; null where there are none
    /// @param place below the server's address, with the query
    /// @param thing whose socket it is, for people
    /// @param protocol the sub-protocol that is offered; empty for none
    private SocketDialer(
            ServerConnection connection,
            @Nullable String kernel,
            String place,
            String thing,
            String protocol) {
        this.connection = connection;
        this.kernel = kernel;
        this.place = place;
        this.thing = thing;
        this.protocol = protocol;
    }

    static SocketDialer ofKernel(ServerConnection connection, String kernel, String session) {
        var place = "api/kernels/" + kernel + "/channels?session_id=";
        return new SocketDialer(
                connection, place, place + session, "kernel", WebSocketProtocol.V1.wireName());
    }

    /// @param name the server's of it
    static SocketDialer ofTerminal(ServerConnection connection, String name) {
        return new SocketDialer(
                connection, null, "terminals/websocket/" + ServerApi.encoded(name), "terminal", "");
    }

    /// The one of a Colab machine, which has no name.
    static SocketDialer ofColabTerminal(ServerConnection connection) {
        return new SocketDialer(connection, null, "colab/tty", "terminal", "");
    }

    /// What the server has kept for the session before is lost.
    @Override
    public void renew() {
        if (kernel != null) {
            place = kernel + UUID.randomUUID();
        }
    }

    @Override
    public Dialed dial(WebSocket.Listener listener) throws InterruptedException {
        try {
            var first = dialOnce(listener);
            boolean isTurnedAway =
                    first instanceof TurnedAway(int status)
                            && (status == UNAUTHORIZED || status == FORBIDDEN || status == FOUND);
            var last = isTurnedAway && connection.refresh() ? dialOnce(listener) : first;
            return switch (last) {
                case Reached(var dialed) -> dialed;
                case TurnedAway(int status) ->
                        status == NOT_FOUND
                                ? new Dialed.Refused(
                                        "the server has no such " + thing + " any more")
                                : status / 100 == 5
                                        ? new Dialed.Failed("the server answers " + status)
                                        : new Dialed.Refused("the server answers " + status);
            };
        } catch (ServerException e) {
            return switch (e.problem()) {
                case ServerProblem.Unreachable(var why) -> new Dialed.Failed(why);
                case ServerProblem.Failed(int status, var message) ->
                        new Dialed.Failed((status + " " + message).strip());
                case ServerProblem.Colab(ColabProblem.Ended _) ->
                        new Dialed.Refused("the Colab machine is not there any more");
                default -> new Dialed.Refused(e.problem().toString());
            };
        }
    }

    private sealed interface Try {}

    private record Reached(Dialed dialed) implements Try {}

    private record TurnedAway(int status) implements Try {}

    private Try dialOnce(WebSocket.Listener listener) throws ServerException, InterruptedException {
        HttpClient client;
        try {
            client = connection.client();
        } catch (IOException e) {
            throw new ServerException(new ServerProblem.Unreachable(ServerException.words(e)));
        }
        var builder = client.newWebSocketBuilder().connectTimeout(PATIENCE);
        if (!protocol.isEmpty()) {
            builder.subprotocols(protocol);
        }
        connection.headers().forEach(builder::header);
        return opened(builder.buildAsync(address(), listener));
    }

    private static Try opened(CompletableFuture<WebSocket> opening)
            throws ServerException, InterruptedException {
        try {
            return new Reached(
                    new Dialed.Open(opening.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)));
        } catch (ExecutionException e) {
            return switch (e.getCause()) {
                case WebSocketHandshakeException refused when refused.getResponse() != null ->
                        new TurnedAway(refused.getResponse().statusCode());
                case SSLException untrusted ->
                        throw new ServerException(
                                new ServerProblem.NotTrusted(ServerException.words(untrusted)));
                case null -> new Reached(new Dialed.Failed(e.toString()));
                case IOException denied when BareDenial.is(denied) -> new TurnedAway(UNAUTHORIZED);
                case Throwable other -> new Reached(new Dialed.Failed(other.toString()));
            };
        } catch (TimeoutException _) {
            opening.cancel(true);
            return new Reached(new Dialed.Failed("no answer in " + PATIENCE.toSeconds() + " s"));
        } catch (InterruptedException e) {
            opening.cancel(true);
            throw e;
        }
    }

    private URI address() {
        return URI.create(connection.address().at(place).toString().replaceFirst("^http", "ws"));
    }
}
