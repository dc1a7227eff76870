package org.cellist.kernel.runtime.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow.Subscription;
import org.junit.jupiter.api.Test;

class BodyStreamTest {

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final Connection connection = new Connection();

    @Test
    void whatComesIsReadAndAsMuchIsAskedForAgain() throws Exception {
        var subscriber = subscriber(OK);
        long before = connection.asked;

        subscriber.onNext(List.of(bytes(1, 2), bytes(), bytes(3)));
        subscriber.onNext(List.of(bytes(4)));
        subscriber.onComplete();

        assertArrayEquals(new byte[] {1, 2, 3, 4}, stream(subscriber).readAllBytes());
        assertEquals(before + 2, connection.asked);
    }

    @Test
    void whatCameBeforeABreakIsReadFirst() throws Exception {
        var subscriber = subscriber(OK);
        subscriber.onNext(List.of(bytes(1)));
        subscriber.onError(new IOException("reset"));

        assertEquals(1, stream(subscriber).read());
        var thrown = assertThrows(IOException.class, stream(subscriber)::read);
        assertEquals("reset", thrown.getMessage());
    }

    @Test
    void anInterruptEndsTheWaitAndStaysKnown() {
        var subscriber = subscriber(OK);
        Thread.currentThread().interrupt();

        assertThrows(InterruptedIOException.class, stream(subscriber)::read);
        assertTrue(Thread.interrupted());
    }

    @Test
    void closingEndsTheTransfer() throws Exception {
        var subscriber = subscriber(OK);
        subscriber.onNext(List.of(bytes(1)));

        stream(subscriber).close();

        assertTrue(connection.isCancelled);
        assertEquals(-1, stream(subscriber).read());
    }

    @Test
    void whereAServerSaysNoNothingIsKept() throws Exception {
        var subscriber = subscriber(NOT_FOUND);
        subscriber.onNext(List.of(bytes(1)));
        subscriber.onComplete();

        assertEquals(-1, stream(subscriber).read());
    }

    private BodySubscriber<InputStream> subscriber(int status) {
        var subscriber = BodyStream.of(new Head(status));
        subscriber.onSubscribe(connection);
        return subscriber;
    }

    private static InputStream stream(BodySubscriber<InputStream> subscriber) {
        return subscriber.getBody().toCompletableFuture().join();
    }

    private static ByteBuffer bytes(int... values) {
        var bytes = ByteBuffer.allocate(values.length);
        for (int value : values) {
            bytes.put((byte) value);
        }
        return bytes.flip();
    }

    /// Confined to the test's thread.
    private static final class Connection implements Subscription {

        private long asked;
        private boolean isCancelled;

        @Override
        public void request(long more) {
            asked += more;
        }

        @Override
        public void cancel() {
            isCancelled = true;
        }
    }

    private record Head(int statusCode) implements ResponseInfo {

        @Override
        public HttpHeaders headers() {
            return HttpHeaders.of(Map.of(), (_, _) -> true);
        }

        @Override
        public HttpClient.Version version() {
            return HttpClient.Version.HTTP_1_1;
        }
    }
}
