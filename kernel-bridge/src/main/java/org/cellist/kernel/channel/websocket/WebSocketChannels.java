package org.cellist.kernel.channel.websocket;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.cellist.kernel.channel.ChannelEvent;
import org.cellist.kernel.channel.ClosedChannelsException;
import org.cellist.kernel.channel.HeartbeatPolicy;
import org.cellist.kernel.channel.KernelChannels;
import org.cellist.kernel.channel.websocket.Dialer.Dialed;
import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.json.RawJson;

/// A kernel's channels over a Jupyter server's WebSocket, through broken connections.
///
/// # Threads
///
/// One platform thread, `kernel-<id>-websocket`, dials, sends one message after the other,
/// pings, and dials again when the connection breaks ([WebSocketLoop]). What comes is read on
/// the HTTP client's threads ([SocketReader]).
///
/// # Mailboxes
///
/// To the kernel: a queue without a bound of its own; while the connection is broken it waits.
/// From the kernel: a bounded mailbox; while it is full nothing is asked of the connection,
/// and TCP holds the server back.
///
/// # What a break can cost
///
/// A message that was given to the connection is never sent again: nobody can know whether it
/// arrived, and a cell must not run twice. One that waits is sent once the connection is back.
///
/// Thread-safe.
public final class WebSocketChannels implements KernelChannels {

    /// Server and client learn of a peer that fell silent within twenty seconds; a ping costs
    /// a few bytes.
    public static final HeartbeatPolicy PINGS = new HeartbeatPolicy(Duration.ofSeconds(5), 4);

    private final WebSocketLoop loop;

    private WebSocketChannels(WebSocketLoop loop) {
        this.loop = loop;
    }

    /// What came of opening. Immutable.
    public sealed interface Opened {

        record Connected(WebSocketChannels channels) implements Opened {}

        record NotConnected(String why) implements Opened {}
    }

    /// Connects for the first time, once; from then on as often as it takes.
    ///
    /// @param pings how often the server is pinged, and how much silence ends a connection
    /// @param id names the thread
    public static Opened open(Dialer dialer, HeartbeatPolicy pings, String id)
            throws InterruptedException {
        var loop = new WebSocketLoop(dialer, pings);
        var reader = loop.newReader();
        return switch (dialer.dial(reader)) {
            case Dialed.Open(var socket) -> {
                Thread.ofPlatform()
                        .daemon()
                        .name("kernel-" + id + "-websocket")
                        .start(() -> loop.run(new WebSocketLoop.Link(socket, reader)));
                yield new Opened.Connected(new WebSocketChannels(loop));
            }
            case Dialed.Failed(var why) -> new Opened.NotConnected(why);
            case Dialed.Refused(var why) -> new Opened.NotConnected(why);
        };
    }

    /// Completes with why, when the server has let us go for good: the kernel is not there any
    /// more. Never, when it is us who closed.
    public CompletionStage<String> refused() {
        return loop.refused();
    }

    /// Tries at once to connect again, if that is being waited for.
    public void hurry() {
        loop.hurry();
    }

    @Override
    public void renew() {
        loop.renew();
    }

    @Override
    public void send(Channel channel, Message<RawJson> message) {
        if (channel == Channel.IOPUB) {
            throw new IllegalArgumentException("only kernels send on iopub");
        }
        if (!loop.put(channel, message)) {
            throw new ClosedChannelsException();
        }
    }

    @Override
    public Optional<ChannelEvent> receive(Duration patience) throws InterruptedException {
        return loop.mailbox().take(patience);
    }

    @Override
    public void closeWhenRead() {
        loop.end(WebSocketLoop.Ending.WHEN_READ);
    }

    @Override
    public void close() {
        loop.end(WebSocketLoop.Ending.NOW);
    }
}
