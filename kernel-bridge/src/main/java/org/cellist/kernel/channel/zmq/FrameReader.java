package org.cellist.kernel.channel.zmq;

import java.util.ArrayList;
import java.util.List;
import org.cellist.kernel.protocol.wire.MessageCodec;
import org.jspecify.annotations.Nullable;
import org.zeromq.ZMQ;

/// Reads the frames of one message, and of an excessive one no more than shows that it is.
///
/// Confined to the loop thread.
final class FrameReader {

    private FrameReader() {}

    /// Returns the frames of the next message, or null when none is there. Of a message beyond
    /// the limits the rest is read and forgotten; what is returned exceeds them too.
    static @Nullable List<byte[]> read(ZMQ.Socket socket) {
        var frame = socket.recv(ZMQ.DONTWAIT);
        if (frame == null) {
            return null;
        }
        var frames = new ArrayList<byte[]>();
        long size = 0;
        while (frame != null) {
            if (frames.size() <= MessageCodec.MAX_FRAMES
                    && size <= MessageCodec.MAX_MESSAGE_BYTES) {
                frames.add(frame);
                size += frame.length;
            }
            frame = socket.hasReceiveMore() ? socket.recv() : null;
        }
        return frames;
    }
}
