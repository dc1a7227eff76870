package org.cellist.kernel.runtime.hosted;

import java.time.Duration;
import java.util.Optional;
import org.cellist.kernel.channel.ChannelEvent;
import org.cellist.kernel.channel.ClosedChannelsException;
import org.cellist.kernel.channel.KernelChannels;
import org.cellist.kernel.channel.zmq.ZmqChannels;
import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.json.RawJson;
import org.cellist.kernel.protocol.wire.MessageCodec;

/// What goes to a kernel that has a recorder, and what comes past that: control, which must not
/// wait behind anything, and the heartbeat. All else the recorder takes and tells.
///
/// Thread-safe.
final class HostChannels implements KernelChannels {

    private final ZmqChannels past;
    private final HostRecorder recorder;
    private final MessageCodec codec; // guarded by this
    private volatile boolean isClosed;

    HostChannels(ZmqChannels past, HostRecorder recorder, MessageCodec codec) {
        this.past = past;
        this.recorder = recorder;
        this.codec = codec;
    }

    @Override
    public synchronized void send(Channel channel, Message<RawJson> message) {
        switch (channel) {
            case CONTROL, IOPUB -> past.send(channel, message);
            case SHELL, STDIN -> {
                if (isClosed) {
                    throw new ClosedChannelsException();
                }
                recorder.send(channel, codec.encode(message));
            }
        }
    }

    /// Comes to the recorder before the answer of which it tells.
    @Override
    public synchronized void keep(Message<RawJson> message) {
        var parent = message.parentHeader();
        if (parent != null) {
            recorder.keep(parent.msgId().value(), codec.encode(message));
        }
    }

    @Override
    public Optional<ChannelEvent> receive(Duration patience) throws InterruptedException {
        return past.receive(patience);
    }

    @Override
    public void closeWhenRead() {
        isClosed = true;
        past.closeWhenRead();
    }

    @Override
    public void close() {
        isClosed = true;
        past.close();
    }
}
