package org.cellist.kernel.channel.zmq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cellist.kernel.channel.ChannelEvent;
import org.cellist.kernel.channel.HeartbeatPolicy;
import org.cellist.kernel.channel.KernelChannels;
import org.cellist.kernel.channel.KernelChannelsContract;
import org.cellist.kernel.channel.Mailbox;
import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.FrameProblem;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.MessageHeader;
import org.cellist.kernel.protocol.MessageId;
import org.cellist.kernel.protocol.json.RawJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Real sockets, with a test as the kernel.
class ZmqChannelsTest implements KernelChannelsContract {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final HeartbeatPolicy OFTEN = new HeartbeatPolicy(Duration.ofMillis(100), 2);

    private final ZmqKernel kernel = new ZmqKernel();

    @AfterEach
    void endKernel() {
        kernel.close();
    }

    @Override
    public KernelChannels channels() {
        return channels("test");
    }

    @Test
    void anInterruptedThreadMakesChannelsAndSendsAndStaysInterrupted() throws Exception {
        Thread.currentThread().interrupt();
        try (var channels = channels()) {
            channels.send(Channel.SHELL, numbered(1));

            assertTrue(Thread.interrupted());
            assertEquals(numbered(1).header(), kernel.next(Channel.SHELL).header());
        }
    }

    @Test
    void anAnswerThatArrivesWhileTheNextRequestIsSentIsRead() throws Exception {
        try (var channels = subscribed()) {
            channels.send(Channel.SHELL, numbered(0));
            for (int i = 0; i < 2000; i++) {
                kernel.next(Channel.SHELL);
                kernel.send(Channel.SHELL, numbered(-i));
                channels.send(Channel.SHELL, numbered(i + 1));

                assertEquals(numbered(-i).header(), received(channels).message().header());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SHELL", "CONTROL", "STDIN"})
    void whatIsSentArrivesInItsOrderAndIsAnswered(Channel channel) throws Exception {
        try (var channels = channels()) {
            channels.send(channel, numbered(1));
            channels.send(channel, numbered(2));

            assertEquals(numbered(1).header(), kernel.next(channel).header());
            assertEquals(numbered(2).header(), kernel.next(channel).header());
            kernel.send(channel, numbered(3));
            var received = received(channels);
            assertEquals(channel, received.channel());
            assertEquals(numbered(3).header(), received.message().header());
        }
    }

    @Test
    void aMessageThatIsNotSignedByTheKernelIsDroppedAndSaid() throws Exception {
        try (var channels = subscribed()) {
            var frames = new ArrayList<>(kernel.encode(numbered(1)));
            frames.set(1, new byte[64]);
            kernel.sendFrames(Channel.IOPUB, frames);
            kernel.send(Channel.IOPUB, numbered(2));

            assertEquals(
                    new ChannelEvent.Dropped(Channel.IOPUB, FrameProblem.BAD_SIGNATURE),
                    channels.receive(PATIENCE).orElseThrow());
            assertEquals(numbered(2).header(), received(channels).message().header());
        }
    }

    @Test
    void aRecordedMessageThatIsSentAgainIsDroppedAndSaid() throws Exception {
        try (var channels = subscribed()) {
            var frames = kernel.encode(numbered(1));
            kernel.sendFrames(Channel.IOPUB, frames);
            kernel.sendFrames(Channel.IOPUB, frames);

            received(channels);
            assertEquals(
                    new ChannelEvent.Dropped(Channel.IOPUB, FrameProblem.REPLAYED),
                    channels.receive(PATIENCE).orElseThrow());
        }
    }

    @Test
    void aHundredMegabytesArrive() throws Exception {
        try (var channels = subscribed()) {
            var buffer = new byte[100 << 20];
            buffer[buffer.length - 1] = 7;
            var message = numbered(1);

            kernel.send(
                    Channel.IOPUB,
                    new Message<>(
                            message.header(),
                            null,
                            RawJson.EMPTY_OBJECT,
                            RawJson.EMPTY_OBJECT,
                            List.of(buffer)));

            var arrived = received(channels).message().buffers().getFirst();
            assertEquals(buffer.length, arrived.length);
            assertEquals(7, arrived[buffer.length - 1]);
        }
    }

    @Test
    void moreThanTheMailboxHoldsWaitsAndIsNotLost() throws Exception {
        int count = 3 * Mailbox.MAX_EVENTS;
        try (var channels = subscribed()) {
            for (int i = 0; i < count; i++) {
                kernel.send(Channel.IOPUB, numbered(i));
            }

            for (int i = 0; i < count; i++) {
                assertEquals(
                        numbered(i).header().msgId(),
                        received(channels).message().header().msgId());
            }
        }
    }

    @Test
    void whatAKernelSentBeforeItsEndIsReadBeforeTheConnectionCloses() throws Exception {
        int count = 3 * Mailbox.MAX_EVENTS;
        var channels = subscribed();
        for (int i = 0; i < count; i++) {
            kernel.send(Channel.IOPUB, numbered(i));
        }

        channels.closeWhenRead();

        for (int i = 0; i < count; i++) {
            assertEquals(
                    numbered(i).header().msgId(), received(channels).message().header().msgId());
        }
        assertEquals(new ChannelEvent.Closed(), channels.receive(PATIENCE).orElseThrow());
    }

    @Test
    void aFullMailboxDoesNotKeepRequestsBack() throws Exception {
        try (var channels = subscribed()) {
            for (int i = 0; i < 2 * Mailbox.MAX_EVENTS; i++) {
                kernel.send(Channel.IOPUB, numbered(i));
            }

            channels.send(Channel.CONTROL, numbered(-1));

            assertEquals(numbered(-1).header(), kernel.next(Channel.CONTROL).header());
        }
    }

    @Test
    void aHeartThatStopsIsSaidAndSoIsItsReturn() throws Exception {
        try (var channels = channels()) {
            kernel.echo();

            awaitHeartbeat(channels, false);

            for (int i = 0; i < 4; i++) {
                kernel.echo();
            }
            awaitHeartbeat(channels, true);
        }
    }

    @Test
    void closingEndsTheThread() throws Exception {
        var channels = channels("ends");
        var thread = thread("kernel-ends-zmq");

        channels.close();
        thread.join(PATIENCE);

        assertFalse(thread.isAlive());
    }

    private KernelChannels channels(String id) {
        return new ZmqChannels(kernel.connection(), OFTEN, id);
    }

    private KernelChannels subscribed() {
        var channels = new ZmqChannels(kernel.connection(), HeartbeatPolicy.DEFAULT, "test");
        kernel.awaitSubscription();
        return channels;
    }

    private static Thread thread(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(it -> it.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// Takes the next message; the heart may falter meanwhile on a busy machine.
    private static ChannelEvent.Received received(KernelChannels channels) throws Exception {
        ChannelEvent event;
        do {
            event = channels.receive(PATIENCE).orElseThrow();
        } while (event instanceof ChannelEvent.Heartbeat);
        return assertInstanceOf(ChannelEvent.Received.class, event);
    }

    private static void awaitHeartbeat(KernelChannels channels, boolean isAlive) throws Exception {
        var wanted = new ChannelEvent.Heartbeat(isAlive);
        ChannelEvent event;
        do {
            event = channels.receive(PATIENCE).orElseThrow();
        } while (!event.equals(wanted));
    }

    private static Message<RawJson> numbered(int number) {
        var header = KernelChannelsContract.message().header();
        return new Message<>(
                new MessageHeader(
                        new MessageId("m" + number),
                        header.session(),
                        header.username(),
                        header.date(),
                        header.messageType(),
                        header.version(),
                        null),
                null,
                RawJson.EMPTY_OBJECT,
                RawJson.EMPTY_OBJECT,
                List.of());
    }
}
