package org.cellist.kernel.runtime.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The body of an answer as it comes. Little more is asked of the connection than is read, and a
/// server that falls silent is not waited for without end, as the library's own stream would.
///
/// One reader; what comes is handed over on the HTTP client's threads.
final class BodyStream extends InputStream implements BodySubscriber<InputStream> {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int AHEAD = 16;

    /// What comes next. Immutable.
    private sealed interface Arrival {

        record Bytes(List<ByteBuffer> parts) implements Arrival {}

        record End() implements Arrival {}

        record Failure(Throwable why) implements Arrival {}
    }

    private final CompletableFuture<Subscription> subscription = new CompletableFuture<>();
    private final BlockingQueue<Arrival> arrived = new LinkedBlockingQueue<>();
    private List<ByteBuffer> parts = List.of();
    private @Nullable Arrival last;

    private BodyStream() {}

    /// Returns what takes the body of an answer, which is left out where the server says no.
    static BodySubscriber<InputStream> of(ResponseInfo answer) {
        return answer.statusCode() / 100 == 2
                ? new BodyStream()
                : BodySubscribers.replacing(new ByteArrayInputStream(new byte[0]));
    }

    @Override
    public CompletionStage<InputStream> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public void onSubscribe(Subscription given) {
        if (subscription.complete(given)) {
            given.request(AHEAD);
        } else { // closed meanwhile
            given.cancel();
        }
    }

    @Override
    public void onNext(List<ByteBuffer> item) {
        arrived.add(new Arrival.Bytes(item));
    }

    @Override
    public void onError(Throwable why) {
        arrived.add(new Arrival.Failure(why));
    }

    @Override
    public void onComplete() {
        arrived.add(new Arrival.End());
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        while (last == null && parts.stream().noneMatch(ByteBuffer::hasRemaining)) {
            take(next());
        }
        int done = 0;
        for (var part : parts) {
            int size = Math.min(part.remaining(), length - done);
            part.get(into, offset + done, size);
            done += size;
        }
        if (done == 0 && last instanceof Arrival.Failure(var why)) {
            throw new IOException(why.getMessage(), why);
        }
        return done == 0 ? -1 : done;
    }

    private Arrival next() throws IOException {
        try {
            var next = arrived.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (next == null) {
                throw new HttpTimeoutException("nothing in " + PATIENCE.toSeconds() + " s");
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            var thrown = new InterruptedIOException("interrupted");
            thrown.initCause(e);
            throw thrown;
        }
    }

    private void take(Arrival arrival) {
        if (arrival instanceof Arrival.Bytes(var next)) {
            parts = next;
            subscription.join().request(1);
        } else {
            last = arrival;
        }
    }

    /// Ends the transfer; the connection goes with it, if it is not over yet.
    @Override
    public void close() {
        last = last == null ? new Arrival.End() : last;
        parts = List.of();
        if (!subscription.cancel(false)) {
            subscription.join().cancel();
        }
    }
}
