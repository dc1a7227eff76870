package org.cellist.kernel.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.Pipe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.cellist.kernel.channel.ChannelEvent;
import org.cellist.kernel.channel.ChannelEvent.Received;
import org.cellist.kernel.channel.FakeChannels;
import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.ClientSessionId;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.MessageHeader;
import org.cellist.kernel.protocol.MessageId;
import org.cellist.kernel.protocol.json.RawJson;
import org.cellist.kernel.protocol.wire.MessageCodec;
import org.cellist.kernel.protocol.wire.MessageSignature;
import org.jspecify.annotations.Nullable;

class ResumedChannelsTest {

    private static final int BROADCASTS = 12;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration MOMENT = Duration.ofMillis(1);

    /// @param missed how many went by before the subscription began
    /// @param before how many are in the log when the client comes
    /// @param turns which way is the next to bring something, as long as both have
    @Property(tries = 300)
    void eachBroadcastComesOnceAndInOrderWhicheverWayIsBehind(
            @ForAll @IntRange(max = BROADCASTS) int missed,
            @ForAll @IntRange(max = BROADCASTS) int before,
            @ForAll @Size(2 * BROADCASTS) List<Turn> turns)
            throws Exception {
        var direct = new FakeChannels();
        try (var stream = new Packets(new Loop(Pipe.open()));
                var channels = new ResumedChannels(direct, stream, codec())) {
            var received = new ArrayList<String>();
            var ways = new Ways(direct, stream, before, missed);
            for (var turn : turns) {
                ways.bring(turn);
                take(channels, MOMENT, received);
            }
            ways.bringTheRest();
            while (take(channels, PATIENCE, received)) {
                // until both are closed
            }

            assertEquals(
                    IntStream.range(0, BROADCASTS).mapToObj(ResumedChannelsTest::id).toList(),
                    received);
        }
    }

    enum Turn {
        DIRECT,
        STREAM,
        NOBODY
    }

    /// Returns whether more may come.
    private static boolean take(ResumedChannels channels, Duration patience, List<String> received)
            throws InterruptedException {
        var event = channels.receive(patience);
        if (event.isPresent() && event.get() instanceof Received(_, var message)) {
            received.add(message.header().msgId().value());
        }
        return event.isPresent() && !(event.get() instanceof ChannelEvent.Closed);
    }

    /// The kernel's broadcasts on both ways.
    private static final class Ways {

        private final FakeChannels direct;
        private final Packets stream;
        private final int before;
        private int nextDirect;
        private int nextOfStream;

        Ways(FakeChannels direct, Packets stream, int before, int missed) {
            this.direct = direct;
            this.stream = stream;
            this.before = before;
            this.nextDirect = missed;
        }

        void bring(Turn turn) throws IOException {
            switch (turn) {
                case DIRECT -> bringDirect();
                case STREAM -> bringOfStream();
                case NOBODY -> {
                    // The other side has time.
                }
            }
        }

        private void bringDirect() {
            if (nextDirect < BROADCASTS) {
                direct.put(new Received(Channel.IOPUB, broadcast(nextDirect++)));
            }
        }

        private void bringOfStream() throws IOException {
            if (nextOfStream == before) {
                write(RecordKind.NOW, null);
            }
            if (nextOfStream < BROADCASTS) {
                write(RecordKind.IOPUB, broadcast(nextOfStream++));
            }
        }

        void bringTheRest() throws IOException {
            while (nextOfStream < BROADCASTS) {
                bringOfStream();
            }
            while (nextDirect < BROADCASTS) {
                bringDirect();
            }
            write(RecordKind.ENDED, null);
            direct.put(new ChannelEvent.Closed());
        }

        private void write(RecordKind kind, @Nullable Message<RawJson> message) throws IOException {
            var packet = new ArrayList<byte[]>();
            packet.add(kind.bytes());
            packet.addAll(message == null ? List.of() : codec().encode(message));
            try {
                stream.write(packet);
            } catch (ClosedChannelException _) {
                // The client needs it no more.
            }
        }
    }

    private static MessageCodec codec() {
        return new MessageCodec(new MessageSignature("key"));
    }

    private static Message<RawJson> broadcast(int number) {
        var header =
                new MessageHeader(
                        new MessageId(id(number)),
                        new ClientSessionId("kernel"),
                        "kernel",
                        null,
                        "stream",
                        "5.4",
                        null);
        return new Message<>(header, null, RawJson.EMPTY_OBJECT, RawJson.EMPTY_OBJECT, List.of());
    }

    private static String id(int number) {
        return "broadcast-" + number;
    }

    /// What is written to it can be read from it.
    private record Loop(Pipe pipe) implements ByteChannel {

        @Override
        public int read(ByteBuffer buffer) throws IOException {
            return pipe.source().read(buffer);
        }

        @Override
        public int write(ByteBuffer buffer) throws IOException {
            return pipe.sink().write(buffer);
        }

        @Override
        public boolean isOpen() {
            return pipe.source().isOpen();
        }

        @Override
        public void close() throws IOException {
            pipe.sink().close();
            pipe.source().close();
        }
    }
}
