package org.cellist.kernel.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.ClientSessionId;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.MessageHeader;
import org.cellist.kernel.protocol.MessageId;
import org.cellist.kernel.protocol.json.RawJson;
import org.junit.jupiter.api.Test;

/// What every [KernelChannels] promises, the tests' fake included.
public interface KernelChannelsContract {

    /// Returns the channels under test, open. The test closes them.
    KernelChannels channels();

    @Test
    default void nobodySendsOnIopub() {
        try (var channels = channels()) {
            assertThrows(
                    IllegalArgumentException.class, () -> channels.send(Channel.IOPUB, message()));
        }
    }

    @Test
    default void nothingIsSentAfterTheEnd() {
        var channels = channels();
        channels.close();

        assertThrows(ClosedChannelsException.class, () -> channels.send(Channel.SHELL, message()));
    }

    @Test
    default void nothingIsSentWhileTheRestIsReadAndThenTheEndComes() throws Exception {
        try (var channels = channels()) {
            channels.closeWhenRead();

            assertThrows(
                    ClosedChannelsException.class, () -> channels.send(Channel.SHELL, message()));
            assertEquals(
                    Optional.of(new ChannelEvent.Closed()),
                    channels.receive(Duration.ofMinutes(2)));
        }
    }

    @Test
    default void theEndComesForEver() throws Exception {
        var channels = channels();
        channels.close();
        channels.close();

        for (int i = 0; i < 3; i++) {
            assertEquals(
                    Optional.of(new ChannelEvent.Closed()),
                    channels.receive(Duration.ofMinutes(2)));
        }
    }

    @Test
    default void nothingComesFromASilentKernel() throws Exception {
        try (var channels = channels()) {
            assertEquals(Optional.empty(), channels.receive(Duration.ofMillis(1)));
        }
    }

    /// Returns a request.
    static Message<RawJson> message() {
        var header =
                new MessageHeader(
                        new MessageId("request"),
                        new ClientSessionId("session"),
                        "user",
                        null,
                        "kernel_info_request",
                        MessageHeader.PROTOCOL_VERSION,
                        null);
        return new Message<>(header, null, RawJson.EMPTY_OBJECT, RawJson.EMPTY_OBJECT, List.of());
    }
}
